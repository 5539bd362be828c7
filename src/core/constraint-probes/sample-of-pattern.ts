/**
 * A text that a regular expression matches, as a candidate: PostgreSQL decides whether it does. Literals, escapes,
 * classes, groups, alternatives (the first) and counts are read; look-around and back references are not.
 * `extra` is how often something is repeated beyond the least that is asked for.
 */
export function sampleOfPattern(pattern: string, extra: number): string | null {
  const reader: Reader = { pattern, place: 0, extra };
  const sample = readAlternatives(reader);
  return reader.place >= pattern.length ? sample : null;
}

/** A text for LIKE: `%` stands for anything, `_` for one character. */
export function sampleOfLike(pattern: string): string {
  return pattern.replaceAll(
    /\\(.)|%|_/g,
    (found, escaped: string | undefined) => escaped ?? (found === '%' ? 'ab' : 'a'),
  );
}

interface Reader {
  readonly pattern: string;
  place: number;
  readonly extra: number;
}

function readAlternatives(reader: Reader): string {
  const first = readSequence(reader);
  while (reader.pattern[reader.place] === '|') {
    reader.place++;
    readSequence(reader);
  }
  return first;
}

function readSequence(reader: Reader): string {
  let text = '';
  while (reader.place < reader.pattern.length && !'|)'.includes(reader.pattern[reader.place] ?? '')) {
    const atom = readAtom(reader);
    text += atom.repeat(readCount(reader));
  }
  return text;
}

function readAtom(reader: Reader): string {
  const character = reader.pattern[reader.place++] ?? '';
  switch (character) {
    case '^':
    case '$':
      return '';
    case '.':
      return 'a';
    case '\\':
      return ofEscape(reader.pattern[reader.place++] ?? '');
    case '[':
      return readClass(reader);
    case '(': {
      if (reader.pattern.startsWith('?:', reader.place)) reader.place += 2;
      const text = readAlternatives(reader);
      reader.place++;
      return text;
    }
    default:
      return character;
  }
}

function ofEscape(letter: string): string {
  const known: Readonly<Record<string, string>> = {
    d: '1',
    w: 'a',
    s: ' ',
    D: 'a',
    S: 'a',
    W: '-',
    y: '',
    m: '',
    M: '',
    A: '',
    Z: '',
  };
  return known[letter] ?? letter;
}

const likely = ['a', 'A', '1', '0', 'b', '-', '_', '.', ' ', 'é'];

function readClass(reader: Reader): string {
  const end = reader.pattern.indexOf(']', reader.place + (/^\^?\]/.test(reader.pattern.slice(reader.place)) ? 2 : 1));
  const named = /^\^?(?:[^[\]]|\[:\w+:\])*\]/.exec(reader.pattern.slice(reader.place));
  const stop = named === null ? end : reader.place + named[0].length - 1;
  const body = reader.pattern.slice(reader.place, stop);
  reader.place = stop + 1;
  const source = body
    .replaceAll('[:alpha:]', 'a-zA-Z')
    .replaceAll('[:digit:]', '0-9')
    .replaceAll('[:alnum:]', 'a-zA-Z0-9')
    .replaceAll('[:upper:]', 'A-Z')
    .replaceAll('[:lower:]', 'a-z')
    .replaceAll('[:space:]', ' ')
    .replaceAll('[', String.raw`\[`);
  try {
    const matcher = new RegExp(`^[${source}]$`);
    return likely.find((one) => matcher.test(one)) ?? body.replace('^', '').charAt(0);
  } catch {
    return body.charAt(0);
  }
}

function readCount(reader: Reader): number {
  const count = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(reader.pattern.slice(reader.place));
  if (count === null) return 1;
  reader.place += count[0].length;
  const [, sign, least, comma, most] = count;
  if (sign !== undefined)
    return sign === '+' ? 1 + reader.extra : sign === '*' ? reader.extra : Math.min(1, reader.extra);
  const from = Math.min(Number(least), 60);
  if (comma === '') return from;
  return Math.min(from + reader.extra, most === undefined || most === '' ? Infinity : Number(most));
}
