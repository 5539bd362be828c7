import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readDependencies } from '#core/relational/dependency-text.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { readClosure } from './closure-words.ts';
import { SchemePicture } from './scheme-picture.tsx';
import { SchemeTables } from './scheme-tables.tsx';

function schemeOf(attributes: readonly string[], text: string): RelationScheme {
  const { dependencies } = readDependencies(text, attributes);
  return {
    attributes,
    functional: dependencies.filter(({ kind }) => kind === 'functional'),
    multivalued: dependencies.filter(({ kind }) => kind === 'multivalued'),
  };
}

const orderItems = schemeOf(
  ['order_id', 'product_id', 'name', 'quantity', 'tag'],
  'order_id, product_id -> quantity, name, tag\nproduct_id -> name\nproduct_id ->> tag',
);
const keys = [['order_id', 'product_id']];

/** The picture and its tables with these attributes pressed, as markup. */
function draw(scheme: RelationScheme, selected: readonly string[]): readonly [string, string] {
  const closure = selected.length === 0 ? null : readClosure(scheme, selected).closure;
  const guarded = scheme.functional.slice(0, 1);
  const shown = { scheme, keys, selected, closure, guarded };
  return [
    renderToStaticMarkup(<SchemePicture {...shown} onToggle={() => undefined} />),
    renderToStaticMarkup(<SchemeTables {...shown} />),
  ];
}

function buttonsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<button.*?<\/button>/g)].map(([button]) => button);
}

function textOf(markup: string): string {
  return markup.replaceAll(/<svg.*?<\/svg>/g, '').replaceAll(/<[^>]*>/g, ' ');
}

describe('the picture of a scheme', () => {
  it('has a button for each attribute, one of which takes the focus', () => {
    const buttons = buttonsOf(draw(orderItems, [])[0]);
    expect(buttons).toHaveLength(5);
    expect(buttons.filter((button) => button.includes('tabindex="0"'))).toHaveLength(1);
    expect(buttons.every((button) => button.includes('aria-pressed="false"'))).toBe(true);
  });

  it('marks the attributes of keys, in words as well', () => {
    const marked = buttonsOf(draw(orderItems, [])[0]).filter((button) => button.includes('in a key'));
    expect(marked.map((button) => /title="(\w+)"/.exec(button)?.[1])).toEqual(['order_id', 'product_id']);
  });

  it('numbers what is known by the step that brought it', () => {
    const [picture, tables] = draw(orderItems, ['product_id']);
    const states = buttonsOf(picture).map((button) => [
      /title="(\w+)"/.exec(button)?.[1],
      /known by step (\d+)/.exec(textOf(button).replaceAll(/\s+/g, ' '))?.[1] ?? null,
    ]);
    expect(states).toEqual([
      ['order_id', null],
      ['product_id', null],
      ['name', '1'],
      ['quantity', null],
      ['tag', null],
    ]);
    // With the key, `product_id ↠ tag` makes the tag known; that is no step of a closure.
    expect(picture.match(/data-unknown="true"/g)).toHaveLength(2);
    expect(textOf(tables)).toMatch(/tag\s+no\s+yes/);
    expect(textOf(tables)).toMatch(/name\s+no\s+by step 1/);
    expect(textOf(tables)).toMatch(/product_id\s+yes\s+chosen/);
  });

  it('lights the dependencies that were used, and fades the others', () => {
    expect(draw(orderItems, [])[0].match(/data-state="plain"/g)).toHaveLength(3);
    const [picture] = draw(orderItems, ['product_id']);
    expect(picture.match(/data-state="(lit|faded)"/g)).toEqual([
      'data-state="faded"',
      'data-state="faded"',
      'data-state="lit"',
    ]);
  });

  it('says every dependency in words, and so do its tables', () => {
    const [picture, tables] = draw(orderItems, []);
    for (const words of ['order_id, product_id → name, quantity, tag', 'product_id → name', 'product_id ↠ tag']) {
      expect(picture).toContain(`<title>${words}</title>`);
      const [left, arrow, right] = words.split(/ ([→↠]) /);
      expect(textOf(tables)).toMatch(new RegExp(`${left}\\s+${arrow}\\s+${right}\\s`));
    }
    expect(textOf(tables)).toMatch(/the table\s/);
  });

  it('draws a sign where nothing determines', () => {
    const [picture] = draw(schemeOf(['a', 'b'], '{} -> a, b'), []);
    expect(picture).toContain('∅ → a, b');
    expect(picture.match(/>∅<\/text>/g)).toHaveLength(1);
  });

  it('draws one attribute without dependencies', () => {
    const [picture, tables] = draw({ attributes: ['only'], functional: [], multivalued: [] }, ['only']);
    expect(picture).toContain('No dependencies.');
    expect(textOf(tables)).toMatch(/only\s+no\s+chosen/);
  });
});
