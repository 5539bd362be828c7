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

function message(type: string, text: string): Uint8Array {
  const body = encoder.encode(text);
  const bytes = new Uint8Array(1 + 4 + body.length + 1);
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
