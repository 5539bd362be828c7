import type { Report } from './report.ts';

/**
 * Finds fences that are never closed and closes them, so that the rest of the file still reads as its author meant it.
 *
 * Markdown itself takes the next closing fence, however far away, or the end of the file. So a fence counts as unclosed
 * when another one opens inside it (a line of at least as many backticks that names a language), or when the file ends.
 * A longer fence around a shorter one is the regular way to show fences, and stays as it is.
 */
export function closeFences(body: string, report: Report): string {
  const lines = body.split('\n');
  let open: OpenFence | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const mark = readMark(lines[index] ?? '');
    if (mark === null) continue;
    if (open === null) {
      open = { ...mark, index };
    } else if (mark.character === open.character && mark.length >= open.length) {
      if (mark.info === '') {
        open = null;
      } else {
        report(placeOf(open), `The fence opened here is not closed before the next one opens in line ${index + 1}.`);
        closeAfter(lines, open, index);
        open = { ...mark, index };
      }
    }
  }
  if (open !== null) {
    report(
      placeOf(open),
      `The fence opened here is never closed: a line of ${open.character.repeat(open.length)} is missing.`,
    );
    closeAfter(lines, open, lines.length);
  }
  return lines.join('\n');
}

interface FenceMark {
  readonly indent: number;
  readonly character: string;
  readonly length: number;
  readonly info: string;
}

interface OpenFence extends FenceMark {
  readonly index: number;
}

function readMark(line: string): FenceMark | null {
  const found = /^(?<indent>[\s>]*)(?<mark>`{3,}|~{3,})(?<info>.*)$/.exec(line)?.groups;
  if (found === undefined) return null;
  const { indent = '', mark = '', info = '' } = found;
  // With a backtick behind it this is code within a line, ```like this```.
  if (mark.startsWith('`') && info.includes('`')) return null;
  return { indent: indent.length, character: mark.charAt(0), length: mark.length, info: info.trim() };
}

/** Puts the missing line where the block most likely ended: in place of its first blank line. */
function closeAfter(lines: string[], open: OpenFence, end: number): void {
  const blank = lines.findIndex((line, index) => index > open.index && index < end && line.trim() === '');
  if (blank !== -1) lines[blank] = open.character.repeat(open.length);
  else if (end < lines.length) lines.fill('', open.index, end);
}

function placeOf(open: OpenFence): { line: number; column: number } {
  return { line: open.index + 1, column: open.indent + 1 };
}
