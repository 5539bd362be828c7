import { describe, expect, it } from 'vitest';
import { byteLength, readBoolean, splitDateTime, splitSpaces } from './cell-text.ts';

describe('a cell', () => {
  it('spells booleans as SQL does', () => {
    expect(['t', 'f', 'true'].map(readBoolean)).toEqual(['true', 'false', 'true']);
  });

  it('counts the bytes of hex output, and of nothing else', () => {
    expect(['\\x', '\\x0aff', 'abc\\012'].map(byteLength)).toEqual([0, 2, null]);
  });

  it('sets spaces at the ends apart, and leaves those between words', () => {
    expect(splitSpaces(' a b  ')).toEqual([
      { text: ' ', isSpace: true },
      { text: 'a b', isSpace: false },
      { text: '  ', isSpace: true },
    ]);
  });

  it('shows line breaks and tabs as signs', () => {
    expect(splitSpaces('a\n\tb').map((part) => part.text)).toEqual(['a', '⏎', '⇥', 'b']);
  });

  it('keeps a value of spaces alone in one piece', () => {
    expect(splitSpaces('   ')).toEqual([{ text: '   ', isSpace: true }]);
  });

  it('parts the day from the time', () => {
    expect(['2025-03-01', '2025-03-01 10:00:00+00', '1 day', 'infinity'].map(splitDateTime)).toEqual([
      { date: '2025-03-01', rest: '' },
      { date: '2025-03-01', rest: ' 10:00:00+00' },
      null,
      null,
    ]);
  });
});
