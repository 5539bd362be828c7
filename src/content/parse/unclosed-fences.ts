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
  let open: FenceMark | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = readMark(line, index);
    if (mark === null) continue;
    if (mark.info.includes('`')) {
      report(placeOf(mark), 'A line that opens a fence cannot hold a backtick: Markdown takes it for code in a line.');
      lines[index] = line.replace(mark.info, mark.info.replaceAll('`', ''));
    }
    if (open === null) {
      open = mark;
    } else if (mark.character === open.character && mark.length >= open.length) {
      if (mark.info !== '') {
        report(placeOf(open), `The fence opened here is not closed before the next one opens in line ${index + 1}.`);
        closeAfter(lines, open, index);
      }
      open = mark.info === '' ? null : mark;
    }
  }
  if (open !== null) {
    const closing = open.character.repeat(open.length);
    report(placeOf(open), `The fence opened here is never closed: a line of ${closing} is missing.`);
    closeAfter(lines, open, lines.length);
  }
  return lines.join('\n');
}

interface FenceMark {
  readonly index: number;
  readonly indent: number;
  readonly character: string;
  readonly length: number;
  readonly info: string;
}

function readMark(line: string, index: number): FenceMark | null {
  const found = /^(?<indent>(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(?<mark>`{3,}|~{3,})(?<info>.*)$/s.exec(line)?.groups;
  if (found === undefined) return null;
  const { indent = '', mark = '', info = '' } = found;
  const isBacktick = mark.startsWith('`');
  // ```like this``` it is code in a line; with a language and a role it is a fence that its author got wrong.
  if (isBacktick && info.includes('`') && !/^\s*(sql|yaml)\s[^`]*`[^`]/.test(info)) return null;
  return { index, indent: indent.length, character: mark.charAt(0), length: mark.length, info: info.trim() };
}

/** Puts the missing line where the block most likely ended: in place of its first blank line. */
function closeAfter(lines: string[], open: FenceMark, end: number): void {
  const blank = lines.findIndex((line, index) => index > open.index && index < end && line.trim() === '');
  if (blank !== -1) lines[blank] = open.character.repeat(open.length);
  else if (end < lines.length) lines.fill('', open.index, end);
}

function placeOf({ index, indent }: FenceMark): { readonly line: number; readonly column: number } {
  return { line: index + 1, column: indent + 1 };
}
