const encoder = new TextEncoder();

/**
 * The messages of one simple query: Query, then CopyFail.
 *
 * CopyFail is what COPY … FROM STDIN reads; without it the server finds the end of its input and exits. After any other
 * statement the protocol has the server ignore it.
 */
export function simpleQuery(sql: string): Uint8Array {
  return concatenated([
    message('Q', sql),
    message('f', 'there is no standard input here, write the rows as INSERT … VALUES'),
  ]);
}

/** How much of the rows one CopyData message takes; the server holds a message as a whole. */
const copyDataBytes = 64 * 1024;

/** The messages of a COPY … FROM STDIN whose input is at hand: Query, CopyData as often as it takes, CopyDone. */
export function copyQuery(sql: string, input: string): Uint8Array {
  const bytes = encoder.encode(input);
  const parts = [message('Q', sql)];
  for (let at = 0; at < bytes.length; at += copyDataBytes) {
    parts.push(messageOf('d', bytes.subarray(at, at + copyDataBytes)));
  }
  parts.push(messageOf('c', new Uint8Array()));
  return concatenated(parts);
}

/** A message whose body is one text, which ends with a zero. */
function message(type: string, text: string): Uint8Array {
  return messageOf(type, encoder.encode(`${text}\0`));
}

function messageOf(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + 4 + body.length);
  bytes[0] = type.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(1, bytes.length - 1);
  bytes.set(body, 5);
  return bytes;
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
