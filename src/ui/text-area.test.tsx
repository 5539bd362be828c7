import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TextArea } from './text-area.tsx';

const lines = 'a -> b\n<i> -> c';

function draw(more: Partial<Parameters<typeof TextArea>[0]> = {}): string {
  return renderToStaticMarkup(<TextArea label="Dependencies" value={lines} lines={4} onChange={() => {}} {...more} />);
}

describe('lines that can be written', () => {
  it('stand as they are', () => {
    expect(draw()).toContain('>a -&gt; b\n&lt;i&gt; -&gt; c</textarea>');
  });

  it('are tied to their label, their note and what is wrong with them', () => {
    const markup = draw({ note: 'One on each line.', problem: 'There is no attribute c.' });
    const id = markup.match(/<textarea id="([^"]*)"/)?.[1];
    expect(markup).toContain(`for="${id}"`);
    const ids = markup.match(/aria-describedby="([^"]*)"/)?.[1]?.split(' ') ?? [];
    expect(ids.map((each) => markup.match(new RegExp(`id="${each}"[^>]*>([^<]*)<`))?.[1])).toEqual([
      'One on each line.',
      'There is no attribute c.',
    ]);
    expect(markup).toContain('aria-invalid="true"');
    expect(draw()).toContain('aria-invalid="false"');
  });

  it('are only read where they are fixed', () => {
    const markup = draw({ isFixed: true, note: 'One on each line.' });
    expect(markup).not.toContain('<textarea');
    expect(markup).toContain('a -&gt; b\n&lt;i&gt; -&gt; c</dd>');
    expect(markup).toContain('One on each line.</dd>');
  });
});
