/**
 * What the parts of a box measure. They are stated and not measured in the page, so that Node, a worker and every
 * browser lay out the same picture; the page draws by the same numbers.
 */
export const boxMetrics = {
  /** Of the columns' text, in a face in which every character is 0.6 of it wide. */
  fontPx: 12,
  titleFontPx: 13,
  headPx: 34,
  linePx: 22,
  /** Below the last line. */
  footPx: 5,
  /** Left and right of all text. */
  besidePx: 11,
  /** Where the signs of a key and of a reference stand. */
  signsPx: 34,
  /** Between a column's name and its type, and between its type and its marks. */
  betweenPx: 14,
  leastWidthPx: 132,
  /** Before a view's name. */
  viewSignPx: 20,
  /** Browsers round text; what is wide as computed must not be cut. */
  slackPx: 4,
} as const;

const advance = 0.6;

/** How many characters of a name, and of a type, a box shows; the whole is in its title and in the tables. */
export const mostNameChars = 40;
export const mostTypeChars = 26;

/** Width in pixels: characters of East Asian scripts and pictographs are two wide. */
export function textWidth(text: string, fontPx: number): number {
  return charsOf(text) * fontPx * advance;
}

/** The text, or its beginning and an ellipsis, at most so many characters wide. */
export function clipText(text: string, mostChars: number): string {
  if (charsOf(text) <= mostChars) return text;
  let width = 1;
  let kept = '';
  for (const character of text) {
    width += charsOf(character);
    if (width > mostChars) break;
    kept += character;
  }
  return `${kept}…`;
}

function charsOf(text: string): number {
  let count = 0;
  for (const character of text) count += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return count;
}
