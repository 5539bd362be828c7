import { describe, expect, it } from 'vitest';
import { oklchToHex } from './oklch-to-hex.ts';

describe('a colour', () => {
  // The primaries' coordinates are those of the CSS Color 4 specification.
  it.each([
    ['white', 'oklch(1 0 0)', '#ffffff'],
    ['black', 'oklch(0 0 0)', '#000000'],
    ['red', 'oklch(0.62796 0.25768 29.234)', '#ff0000'],
    ['red as a build writes it', 'oklch(62.796% .25768 29.234)', '#ff0000'],
    ['lime', 'oklch(0.86644 0.29483 142.495)', '#00ff00'],
    ['blue', 'oklch(0.45201 0.31321 264.052)', '#0000ff'],
    ['half white', 'oklch(1 0 0 / 0.5)', '#ffffff80'],
  ])('%s keeps its place in sRGB', (_, oklch, hex) => {
    expect(oklchToHex(oklch)).toBe(hex);
  });

  it('in another notation is left to the caller', () => {
    expect(oklchToHex('#fff')).toBeNull();
  });
});
