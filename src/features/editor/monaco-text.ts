/** `text` as Monaco lists it, which would draw an icon for `$(bell)` in the name of a suggestion. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', String.raw`\$(`);
}

/** `text` as it stands in a snippet of Monaco's, where `$` begins a place to fill, or a variable such as the clipboard. */
export function snippetText(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
