import { describe, expect, it } from 'vitest';
import { noLineage } from '#core/catalog/lineage.ts';
import { objectKey } from '#core/catalog/object-name.ts';
import { plainCatalog, plainColumn, plainTable } from '#core/catalog/plain-catalog.ts';
import { drawnMarks, nothingDrawn } from './drawn-marks.ts';
import { relationshipId } from './relationships.ts';
import { plainForeignKey } from './test-schemas.ts';

const users = plainTable('users', { columns: [plainColumn('id', 'bigint'), plainColumn('email', 'text')] });
const orders = plainTable('orders', { columns: [plainColumn('id', 'bigint')] });
const live = plainCatalog({ tables: [users, orders] });

describe('what is drawn and not run', () => {
  it('is nothing where the drawn schema is the live one', () => {
    expect(drawnMarks(live, live, noLineage)).toBe(nothingDrawn);
    expect(drawnMarks(live, plainCatalog({ tables: [users, orders] }), noLineage)).toEqual(nothingDrawn);
  });

  it('is a new table, its relations, and the tables that are drawn away', () => {
    const reviews = plainTable('reviews', { foreignKeys: [plainForeignKey('fk', ['user_id'], 'users')] });
    expect(drawnMarks(live, plainCatalog({ tables: [users, reviews] }), noLineage)).toEqual({
      tables: new Map([[objectKey(reviews), 'new']]),
      columns: new Map(),
      relationships: new Set([relationshipId(reviews, 'fk')]),
      dropped: ['orders'],
    });
  });

  it('knows a table and a column by where they come from', () => {
    const people = plainTable('people', {
      columns: [plainColumn('id', 'bigint'), plainColumn('mail', 'text'), plainColumn('name', 'text')],
    });
    const lineage = {
      tables: new Map([[objectKey(people), users]]),
      columns: new Map([[objectKey(people), new Map([['mail', 'email']])]]),
      conversions: new Map(),
    };
    expect(drawnMarks(live, plainCatalog({ tables: [orders, people] }), lineage)).toMatchObject({
      tables: new Map([[objectKey(people), 'changed']]),
      columns: new Map([
        [
          objectKey(people),
          new Map([
            ['mail', 'changed'],
            ['name', 'new'],
          ]),
        ],
      ]),
      dropped: [],
    });
  });

  it('does not count rows', () => {
    const more = { ...users, rows: { count: 3, exact: true } };
    expect(drawnMarks(live, plainCatalog({ tables: [more, orders] }), noLineage)).toEqual(nothingDrawn);
  });
});
