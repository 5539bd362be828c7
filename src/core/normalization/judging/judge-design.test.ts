import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '#core/catalog/catalog.ts';
import { plainKey } from '#core/catalog/plain-catalog.ts';
import { attributeClosure } from '#core/relational/attribute-closure.ts';
import type { RelationScheme } from '#core/relational/dependency.ts';
import { synthesizeThirdNormalForm } from '#core/relational/third-normal-form-synthesis.ts';
import { judgeDesign, type DesignVerdict } from './judge-design.ts';
import { dependencies, designOf, table } from './test-designs.ts';

const shop = schemeOf(
  'order_id, product_id, quantity, customer_id, city, country',
  'order_id, product_id -> quantity; order_id -> customer_id; customer_id -> city; city -> country',
);

function schemeOf(attributes: string, functional: string, multivalued = ''): RelationScheme {
  const several = multivalued === '' ? [] : dependencies(multivalued);
  return { attributes: attributes.split(', '), functional: dependencies(functional), multivalued: several };
}

function verdictOn(scheme: RelationScheme, tables: readonly Table[]): DesignVerdict {
  const design = designOf(scheme.attributes.join(', '), tables, { functional: scheme.functional });
  expect(design.problems).toEqual([]);
  return judgeDesign(design, scheme);
}

/** The form of each table, its violations, and what is wrong with the split. */
function summaryOf({ relations, join, lost }: DesignVerdict) {
  const forms = relations.map(({ relation, form, violations }) => {
    const said = violations.map(
      ({ kind, determinant, dependents }) => `${kind} ${determinant.join()} -> ${dependents.join()}`,
    );
    return [`${relation.table.name} ${form}`, ...said].join('; ');
  });
  const left = lost.map(({ dependency, missing }) => `lost ${dependency.determinant.join()} -> ${missing.join()}`);
  return [...forms, join.verdict, ...left];
}

describe('judgeDesign', () => {
  it.each([
    [
      'one table',
      ['flat order_id*, product_id*, quantity, customer_id, city, country'],
      [
        'flat 1NF; partial order_id -> customer_id; transitive customer_id -> city; transitive city -> country',
        'lossless',
      ],
    ],
    [
      'a right split',
      [
        'items order_id*, product_id*, quantity',
        'orders order_id*, customer_id',
        'customers customer_id*, city',
        'cities city*, country',
      ],
      ['items BCNF', 'orders BCNF', 'customers BCNF', 'cities BCNF', 'lossless'],
    ],
    [
      'surrogates whose natural keys are unique',
      [
        'items order_id*, product_id*, quantity',
        'orders order_id*, customer_id',
        'cities id*, city!, country',
        'customers customer_id*, city_id>cities.id',
      ],
      ['items BCNF', 'orders BCNF', 'cities BCNF', 'customers BCNF', 'lossless'],
    ],
    [
      'a surrogate whose natural key is not',
      [
        'items order_id*, product_id*, quantity',
        'orders order_id*, customer_id',
        'cities id*, city, country',
        'customers customer_id*, city_id>cities.id',
      ],
      ['items BCNF', 'orders BCNF', 'cities 2NF; transitive city -> country', 'customers BCNF', 'lossless'],
    ],
    [
      'a lossy split',
      [
        'items product_id*, quantity*, customer_id*',
        'orders order_id*, customer_id',
        'customers customer_id*, city',
        'cities city*, country',
      ],
      ['items BCNF', 'orders BCNF', 'customers BCNF', 'cities BCNF', 'lossy', 'lost order_id,product_id -> quantity'],
    ],
    [
      'a dependency that no table holds',
      [
        'items order_id*, product_id*, quantity',
        'orders order_id*, customer_id',
        'where_to order_id*, city',
        'cities city*, country',
      ],
      ['items BCNF', 'orders BCNF', 'where_to BCNF', 'cities BCNF', 'lossless', 'lost customer_id -> city'],
    ],
  ])('of %s', (_, tables, expected) => {
    const made = tables.map((words) => table(words.split(' ', 1)[0] ?? '', words.slice(words.indexOf(' ') + 1)));
    expect(summaryOf(verdictOn(shop, made))).toEqual(expected);
  });

  it('sees a partial dependency behind an id that was added', () => {
    const flat = table('flat', 'id*, order_id, product_id, quantity, customer_id, city, country');
    expect(summaryOf(verdictOn(shop, [flat]))[0]).toMatch(/^flat 1NF; partial order_id -> customer_id/);
  });

  it('names the violation by the stated dependency, and an undeclared key', () => {
    const [cities] = verdictOn(schemeOf('city, country', 'city -> country'), [
      table('cities', 'id*, city, country'),
    ]).relations;
    expect(cities?.violations).toMatchObject([
      { stated: { determinant: ['city'], dependents: ['country'] }, isUndeclaredKey: true },
    ]);
  });

  it.each([
    ['order_id*, product_id*, quantity', null],
    ['order_id*, product_id*, quantity*', 'order_id, product_id, quantity for order_id, product_id'],
    ['order_id*, product_id*, quantity*, number!', null],
    ['order_id, product_id, quantity', null],
  ])('of the table (%s) says that its key is too wide: %s', (columns, expected) => {
    const scheme = schemeOf('order_id, product_id, quantity', 'order_id, product_id -> quantity');
    const [relation] = verdictOn(scheme, [table('items', columns)]).relations;
    const wide = relation?.wideKey ?? null;
    expect(wide === null ? null : `${wide.declared.join(', ')} for ${wide.key.join(', ')}`).toBe(expected);
  });

  it('lets the key of a partitioned table be as wide as it must be', () => {
    const partitioning = { strategy: 'range', key: ['quantity'], partitions: [] } as const;
    const items = table('items', 'order_id*, product_id*, quantity*', { partitioning });
    const scheme = schemeOf('order_id, product_id, quantity', 'order_id, product_id -> quantity');
    expect(verdictOn(scheme, [items]).relations[0]?.wideKey).toBeNull();
  });

  it('divides by multivalued dependencies, whatever numbers stand for the values', () => {
    const scheme = schemeOf('course, teacher, book, city', 'teacher -> city', 'course -> teacher, city');
    const teachers = table('teachers', 'id*, teacher!, city');
    const right = [teachers, table('by', 'course*, t*>teachers.id'), table('with', 'course*, book*')];
    expect(summaryOf(verdictOn(scheme, right))).toEqual(['teachers 4NF', 'by 4NF', 'with 4NF', 'lossless']);
    const wrong = [teachers, table('taught', 'course*, t*>teachers.id, book*')];
    expect(summaryOf(verdictOn(scheme, wrong))[1]).toMatch(/^taught BCNF; multivalued course -> /);
    const numbered = table('taught', 'id*, course, t>teachers.id, book', {
      uniques: [plainKey('once', 'course', 't', 'book')],
    });
    expect(summaryOf(verdictOn(scheme, [teachers, numbered]))[1]).toMatch(/^taught BCNF; multivalued course -> /);
  });

  it('accepts every synthesis, with numbers for its keys of one column too', () => {
    const attributes = ['a', 'b', 'c', 'd', 'e'];
    const side = fc.subarray(attributes, { minLength: 1, maxLength: 3 });
    const rule = fc.record({ determinant: side, dependents: side });
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), fc.boolean(), (functional, areNumbered) => {
        const scheme = { attributes, functional, multivalued: [] };
        const tables = synthesized(scheme, areNumbered);
        const { relations, join, lost } = verdictOn(scheme, tables);
        expect([join.verdict, lost]).toEqual(['lossless', []]);
        expect(relations.map(({ form }) => form).filter((form) => form === '1NF' || form === '2NF')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** The tables of a 3NF synthesis; where numbered, a table with a key of one column gets a number that others refer to. */
function synthesized(scheme: RelationScheme, areNumbered: boolean): readonly Table[] {
  const parts = synthesizeThirdNormalForm(scheme).parts.map(({ scheme: { attributes } }) => attributes);
  const holderOf = new Map<string, number>();
  parts.forEach((part, place) => {
    const key = part.find((name) => {
      const { attributes } = attributeClosure(scheme, [name]);
      return part.every((each) => attributes.includes(each));
    });
    if (areNumbered && key !== undefined && !holderOf.has(key)) holderOf.set(key, place);
  });
  return parts.map((part, place) => {
    const words = part.map((name) => {
      const holder = holderOf.get(name);
      if (holder === undefined) return name;
      return holder === place ? `${name}!` : `${name}_no>t${holder}.id`;
    });
    const isNumbered = [...holderOf.values()].includes(place);
    return table(`t${place}`, [...(isNumbered ? ['id*'] : []), ...words].join(', '));
  });
}
