import { describe, expect, it } from 'vitest';
import { snippetText, withoutIcons } from './monaco-text.ts';

describe('names in Monaco', () => {
  it.each([
    ['$(bell)', String.raw`\$(bell)`],
    ['a$b (c)', 'a$b (c)'],
  ])('are listed without icons: %s', (name, label) => {
    expect(withoutIcons(name)).toBe(label);
  });

  it.each([
    ['lower', 'lower'],
    ['pay$', String.raw`pay\$`],
    [String.raw`"\${CLIPBOARD}"`, String.raw`"\\\${CLIPBOARD\}"`],
  ])('are no snippets of their own: %s', (name, text) => {
    expect(snippetText(name)).toBe(text);
  });
});
