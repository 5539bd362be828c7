/** A place in a script, as a reader finds it. */
export interface ScriptPlace {
  /** Both from 1; the column in characters, so that an emoji is one. */
  readonly line: number;
  readonly column: number;
  /** The lines around it. */
  readonly excerpt: readonly ExcerptLine[];
}

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** In the line of the place: what stands before it, as long as what is shown of it. Null in the others. */
  readonly before: string | null;
}

const linesBefore = 3;
const linesAfter = 2;
/** Of a long line, so much on either side of the place is shown. */
const charactersAround = 80;

/** Finds a UTF-16 offset. Lines end with a line feed, with or without a carriage return before it. */
export function placeInScript(script: string, offset: number): ScriptPlace {
  const at = Math.max(0, Math.min(offset, script.length));
  const lineStart = at === 0 ? 0 : script.lastIndexOf('\n', at - 1) + 1;
  const line = countLines(script, lineStart);
  const column = Array.from(script.slice(lineStart, at)).length + 1;
  const first = Math.max(1, line - linesBefore);
  const texts = script.slice(startOfLine(script, lineStart, line - first)).split('\n', line - first + 1 + linesAfter);
  const excerpt = texts.map((text, index): ExcerptLine => {
    const whole = Array.from(text.replace(/\r$/, ''));
    const number = first + index;
    if (number !== line) return { number, text: cut(whole, 0, 2 * charactersAround), before: null };
    const from = Math.max(0, column - 1 - charactersAround);
    const lead = from > 0 ? '…' : '';
    return {
      number,
      text: lead + cut(whole, from, column + charactersAround),
      before: lead + whole.slice(from, column - 1).join(''),
    };
  });
  return { line, column, excerpt };
}

function cut(characters: readonly string[], from: number, to: number): string {
  return characters.slice(from, to).join('') + (characters.length > to ? '…' : '');
}

/** The number of the line that begins at `lineStart`. */
function countLines(script: string, lineStart: number): number {
  let line = 1;
  for (let at = script.indexOf('\n'); at >= 0 && at < lineStart; at = script.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Where the line begins that is `back` before the one at `lineStart`. */
function startOfLine(script: string, lineStart: number, back: number): number {
  let start = lineStart;
  for (let gone = 0; gone < back; gone += 1) start = start < 2 ? 0 : script.lastIndexOf('\n', start - 2) + 1;
  return start;
}
