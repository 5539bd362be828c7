import { describe, expect, it } from 'vitest';
import { addressWords } from './lab-address.ts';
import { labCards, labsToCome } from './lab-cards.ts';
import { checkValues, exampleValues, initialValues } from './lab-values.ts';
import { labKinds } from './registry.ts';
import { queueCard } from './test-queue-lab.ts';

const cards = [queueCard, ...labCards.values()];

describe('the labs', () => {
  it('have the same cards with and without their models', () => {
    expect([...labKinds].map(([kind, { card }]) => [kind, card])).toEqual([...labCards]);
    expect([...labCards.keys()].filter((kind) => (labsToCome as readonly string[]).includes(kind))).toEqual([]);
  });
});

describe.each(cards)('the card of $title', (card) => {
  it('allows what it sets itself', () => {
    expect(checkValues(card, initialValues(card)).problems).toEqual([]);
    expect(checkValues(card, card.example).problems).toEqual([]);
    expect(checkValues(card, exampleValues(card)).values).toEqual(exampleValues(card));
  });

  it('has names that are there once, and that an address can tell from its own words', () => {
    const paths = card.fields.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
    expect(paths.filter((path) => path === addressWords.seed || path === addressWords.at)).toEqual([]);
    expect(paths.filter((path) => path.startsWith(addressWords.fork))).toEqual([]);
    for (const names of [card.metrics, card.series].map((list) => list.map(({ name }) => name))) {
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it('speaks of metrics and fields that it has', () => {
    const metrics = card.metrics.map(({ name }) => name);
    expect(metrics).toContain(card.mainMetric);
    expect([...metrics, null]).toContain(card.alarm);
    expect(card.fields.map(({ path }) => path)).toEqual(expect.arrayContaining([...card.fixedInForks]));
    for (const sweep of card.sweeps) {
      expect(card.fields.map(({ path }) => path)).toContain(sweep.path);
      expect(metrics).toEqual(
        expect.arrayContaining(sweep.graphs.flatMap((graph) => graph.metrics.map(({ name }) => name))),
      );
    }
  });

  it('has sliders that stay within the range', () => {
    for (const field of card.fields) {
      if (field.kind !== 'number') continue;
      expect(field.slider.least).toBeGreaterThanOrEqual(field.least);
      expect(field.slider.most).toBeLessThanOrEqual(field.most);
    }
  });
});
