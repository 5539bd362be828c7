import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InlineCode } from './inline-code.tsx';

function draw(text: string): string {
  return renderToStaticMarkup(<InlineCode text={text} />).replaceAll(/ class="[^"]*"/g, '');
}

describe('a sentence with code in it', () => {
  it.each([
    ['no code', 'no code'],
    ['the table `orders`', 'the table <code>orders</code>'],
    ['`a` and `b`.', '<code>a</code> and <code>b</code>.'],
    ['a lone ` stays', 'a lone ` stays'],
    ['two `` stay', 'two `` stay'],
    ['`a < b`', '<code>a &lt; b</code>'],
  ])('%s', (text, html) => {
    expect(draw(text)).toBe(html);
  });
});
