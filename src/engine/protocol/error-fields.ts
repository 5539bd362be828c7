import type { Notice } from '#core/engine/outcome.ts';
import type { Ending } from './reply.ts';

/** A message can be as long as a value. Nobody reads more than this of one, and the page should not have to hold it. */
const longestField = 64 * 1024;

/** The fields of an ErrorResponse or NoticeResponse by their one-letter codes (protocol documentation, section 54.8). */
function readFields(body: Uint8Array, decoder: TextDecoder): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (body[at] !== undefined && body[at] !== 0) {
    const end = body.indexOf(0, at);
    fields.set(String.fromCharCode(body[at] ?? 0), decodeField(body.subarray(at + 1, end), decoder));
    at = end + 1;
  }
  return fields;
}

function decodeField(bytes: Uint8Array, decoder: TextDecoder): string {
  if (bytes.length <= longestField) return decoder.decode(bytes);
  // The cut may leave a part of a character.
  const kept = decoder.decode(bytes.subarray(0, longestField)).replace(/\uFFFD+$/, '');
  return `${kept}… (cut here, of ${bytes.length} bytes)`;
}

/** The given fields under our names; what the server did not send is left out. */
function named<Name extends string>(
  fields: ReadonlyMap<string, string>,
  names: Readonly<Record<Name, string>>,
): { readonly [key in Name]?: string } {
  const result: { [key in Name]?: string } = {};
  for (const name in names) {
    const value = fields.get(names[name]);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

export function readError(body: Uint8Array, decoder: TextDecoder): Ending {
  const fields = readFields(body, decoder);
  const position = fields.get('P');
  const error = {
    sqlState: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? '',
    ...named(fields, { detail: 'D', hint: 'H', schema: 's', table: 't', column: 'c', constraint: 'n' }),
    ...(position === undefined ? {} : { codePointPosition: Number(position) }),
  };
  return { kind: 'error', error, ...named(fields, { context: 'W' }) };
}

/** What a server says that is about to end, or null where an error ends a statement only. */
export function readLastWords(body: Uint8Array, decoder: TextDecoder): string | null {
  const fields = readFields(body, decoder);
  const severity = fields.get('V') ?? 'ERROR';
  return severity === 'ERROR' ? null : `${severity}: ${fields.get('M') ?? ''}`;
}

export function readNotice(body: Uint8Array, decoder: TextDecoder): Notice {
  const fields = readFields(body, decoder);
  return {
    // V is the severity in English whatever lc_messages says; S is its translation.
    severity: fields.get('V') ?? fields.get('S') ?? 'NOTICE',
    sqlState: fields.get('C') ?? '00000',
    message: fields.get('M') ?? '',
    ...named(fields, { detail: 'D', hint: 'H' }),
  };
}
