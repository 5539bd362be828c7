import type { Place, Problem } from '#content/lesson.ts';

/** Notes a problem at a place of the file in hand. Parsing goes on after it, so that an author sees all of them. */
export type Report = (place: Place, message: string) => void;

export function reportInto(problems: Problem[], file: string): Report {
  return ({ line, column }, message) => {
    problems.push({ file, line, column, message });
  };
}

/** Where the character at `offset` of `text` stands in the file in which `text` begins at `start`. */
export function placeAt(start: Place, text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return {
    line: start.line + lines.length - 1,
    column: start.column + (lines.at(-1) ?? '').length,
  };
}
