import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LabValues } from '#content/labs/lab-card.ts';
import { labKinds } from '#content/labs/registry.ts';
import { exampleValues } from '#content/labs/lab-values.ts';
import { drawPicture } from './draw-picture.tsx';

/** As text, a space between two pieces. */
function shown(kind: string, as: 'picture' | 'table', values: LabValues = {}): string {
  const lab = labKinds.get(kind);
  if (lab === undefined) throw new Error(`no lab ${kind}`);
  const run = lab.simulate({ ...exampleValues(lab.card), ...values }, 1);
  while (run.advance(10_000).kind === 'computing');
  return renderToStaticMarkup(<>{drawPicture(kind, run.moment(0), as)}</>)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the picture of a lab', () => {
  it.each([...labKinds.keys()].flatMap((kind) => [[kind, 'picture'] as const, [kind, 'table'] as const]))(
    'of %s is drawn as a %s',
    (kind, as) => {
      expect(shown(kind, as).length).toBeGreaterThan(100);
    },
  );

  it.each(['picture', 'table'] as const)('of a relation on paper says in a %s its form, why, and its keys', (as) => {
    const words = shown('normalization', as);
    expect(words).toContain('1NF');
    expect(words).toContain('product_id → product_name');
    expect(words).toContain('(order_id, product_id)');
  });

  it('of a relation on paper remarks on lines that say nothing', () => {
    const values = { attributes: 'id, day', dependencies: 'id -> day\nid, day -> id' };
    expect(shown('normalization', 'picture', values)).toContain('Line 2: id stands on both sides.');
  });
});
