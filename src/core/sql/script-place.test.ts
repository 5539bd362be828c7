import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInScript } from './script-place.ts';

describe('a place in a script', () => {
  it('has a line, a column, and the lines around it', () => {
    const script = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight';
    expect(placeInScript(script, script.indexOf('ve\nsix'))).toEqual({
      line: 5,
      column: 3,
      excerpt: [
        { number: 2, text: 'two', before: null },
        { number: 3, text: 'three', before: null },
        { number: 4, text: 'four', before: null },
        { number: 5, text: 'five', before: 'fi' },
        { number: 6, text: 'six', before: null },
        { number: 7, text: 'seven', before: null },
      ],
    });
  });

  it.each<[what: string, script: string, offset: number, line: number, column: number, text: string]>([
    ['at the beginning', '\nab', 0, 1, 1, ''],
    ['at the end', 'ab\ncd', 5, 2, 3, 'cd'],
    ['after the last line', 'ab\n', 3, 2, 1, ''],
    ['in an empty script', '', 0, 1, 1, ''],
    ['with the line ends of Windows', 'ab\r\ncd\r\nef', 5, 2, 2, 'cd'],
    ['after an emoji', "select '😀', x", 12, 1, 12, "select '😀', x"],
    ['beyond the end', 'ab', 99, 1, 3, 'ab'],
  ])('%s', (_, script, offset, line, column, text) => {
    const place = placeInScript(script, offset);
    expect(place).toMatchObject({ line, column });
    expect(place.excerpt.find(({ number }) => number === line)?.text).toBe(text);
  });

  it('in a long line shows what is near', () => {
    const script = `${'a'.repeat(500)}X${'b'.repeat(500)}`;
    const [line] = placeInScript(script, 500).excerpt;
    expect(line?.before).toBe(`…${'a'.repeat(80)}`);
    expect(line?.text).toMatch(/^…a{80}Xb{80}…$/);
  });

  it('is where the characters before it say', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '😀', 'é', ';'), maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        // A carriage return and its line feed are one end of a line.
        const place = placeInScript(`${before}|${after}`, before.length);
        const lines = before.split('\n');
        expect(place.line).toBe(lines.length);
        expect(place.column).toBe(Array.from(lines.at(-1) ?? '').length + 1);
        const shown = place.excerpt.find(({ before: lead }) => lead !== null);
        expect(shown?.text.slice(shown.before?.length)).toMatch(/^\|/);
      }),
    );
  });
});
