import { describe, expect, it } from 'vitest';
import { diffCatalogs } from '#core/catalog/diff.ts';
import { plainCatalog, plainColumn, plainKey, plainTable } from '#core/catalog/plain-catalog.ts';
import { planLines } from './plan-lines.ts';

const before = plainCatalog({
  tables: [
    plainTable('gone', { rows: { count: 1, exact: true } }),
    plainTable('kept', { columns: [plainColumn('id', 'integer'), plainColumn('old', 'text')] }),
    plainTable('same'),
  ],
});

const after = plainCatalog({
  tables: [
    plainTable('kept', {
      columns: [plainColumn('id', 'bigint'), plainColumn('new', 'text')],
      primaryKey: plainKey('kept_pkey', 'id'),
      rows: { count: 1200, exact: true },
    }),
    plainTable('made', {
      schema: 'my shop',
      columns: [plainColumn('id', 'integer')],
      rows: { count: 9000, exact: false },
    }),
    plainTable('same'),
  ],
});

describe('what a script would do', () => {
  it('is told thing by thing, what goes first', () => {
    expect(planLines(diffCatalogs(before, after))).toEqual([
      { change: 'dropped', name: 'table gone', details: ['0 columns, 1 row'] },
      {
        change: 'changed',
        name: 'table kept',
        details: ['− old text', '± id integer → id bigint', '+ new text', '+ key kept_pkey (id)', '+ 1,200 rows'],
      },
      { change: 'new', name: 'table my shop.made', details: ['1 column, about 9,000 rows'] },
    ]);
  });

  it('is nothing where nothing is changed', () => {
    expect(planLines(diffCatalogs(before, before))).toEqual([]);
  });
});
