import { describe, expect, it } from 'vitest';
import { dumpFormatOf } from './dump-format.ts';

describe('a file', () => {
  it.each([
    ['that is gzipped', Uint8Array.of(0x1f, 0x8b, 8), 'directory'],
    ['that is a tar archive', new TextEncoder().encode(`PG_VERSION${' '.repeat(247)}ustar`), 'directory'],
    ['of text', new TextEncoder().encode('select 1;'), 'sql'],
    ['that is empty', new Uint8Array(), 'sql'],
  ])('%s is taken for its format', (_, file, format) => {
    expect(dumpFormatOf(file)).toBe(format);
  });
});
