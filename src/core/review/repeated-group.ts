import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt } from './answer-cells.ts';
import { childTableScript } from './child-table.ts';
import { finding } from './finding.ts';
import { plural } from './name-words.ts';
import type { Rule, Suspicion } from './rule.ts';
import { code, isText, reviewedTables, rowsWords, sampleOf, sampleWords } from './subject.ts';

export const repeatedGroup: Rule = {
  id: 'repeated-group',
  looksFor: 'numbered columns: phone1, phone2, phone3',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) => groupsOf(table).map((group) => suspect(catalog, table, group))),
};

interface Group {
  readonly base: string;
  readonly columns: readonly Column[];
}

/** Lines of an address, names of algorithms, coordinates, quarters: their numbers tell what they are, and count nothing. */
const notCounted =
  /(?:^|_)(?:line|address_?line|addr(?:ess)?|street|md|sha|utf|ipv|int|float|level|lvl|layer|phase|quarter|quartile|step|grade|type|version|v|crc|base|iso|dim(?:ension)?|axis)$/;

function groupsOf(table: Table): readonly Group[] {
  const byBase = new Map<string, (readonly [number: number, column: Column])[]>();
  for (const column of table.columns) {
    const [, base, digits] = /^(.*?\p{L})[_ -]?(\d{1,2})$/u.exec(column.name) ?? [];
    // The first of them may have no number: phone, phone2.
    const [key, number] = base === undefined ? [column.name, 1] : [base, Number(digits)];
    byBase.set(key, [...(byBase.get(key) ?? []), [number, column]]);
  }
  return [...byBase].flatMap(([base, numbered]) => {
    const columns = numbered.toSorted(([one], [other]) => one - other);
    const isCounted = columns.every(([number], place) => number === place + 1);
    const [first] = columns;
    if (first === undefined || !isCounted || columns.length < 2) return [];
    const isAlike = columns.every(([, { type, generated }]) => type === first[1].type && generated === null);
    // Two may be a pair that belongs together (a match's scores); two texts rarely are.
    const isMany = columns.length >= 3 || isText(first[1]);
    const isName = base.length >= 3 && !notCounted.test(base.toLowerCase());
    return isAlike && isMany && isName ? [{ base, columns: columns.map(([, column]) => column) }] : [];
  });
}

function suspect(catalog: Catalog, table: Table, { base, columns }: Group): Suspicion {
  const names = columns.map(({ name }) => name);
  const last = quoteName(names.at(-1) ?? '');
  const type = columns[0]?.type ?? 'text';
  const used = `num_nonnulls(${names.map(quoteName).join(', ')})`;
  return {
    questions: [
      `select count(*) filter (where ${last} is not null), count(*) filter (where ${used} < ${names.length}), count(*) from ${sampleOf(table, 'sample')}`,
    ],
    judge: ([answer]) => {
      const full = answer == null ? 0 : numberAt(answer, 0);
      const gaps = answer == null ? 0 : numberAt(answer, 1);
      const source = names.map((name, place) => `select ${place + 1}, p.${quoteName(name)}`).join(' union all ');
      const script = childTableScript(catalog, table, {
        value: base,
        values: plural(base),
        type,
        source,
        dropped: names,
      });
      const figure =
        full > 0
          ? ` ${rowsWords(full)}${sampleWords(table)} already ${full === 1 ? 'uses' : 'use'} the last one.`
          : gaps > 0
            ? ` ${rowsWords(gaps)}${sampleWords(table)} ${gaps === 1 ? 'leaves' : 'leave'} some of them empty.`
            : '';
      return [
        finding({
          rule: repeatedGroup.id,
          rank: 'wrong',
          table,
          columns: names,
          what: `${code(qualifiedName(table))} numbers its columns: ${code(...names)}.`,
          why: `To find one value every query has to look into ${names.length} columns, nothing keeps the same value from standing in two of them, and the next one needs ALTER TABLE.${figure}`,
          fixes: script === null ? [] : [{ label: 'A table with one row for each', sql: script }],
          advice:
            script === null
              ? 'Move them into a table of their own, one row for each. It has to be done by hand: the table has no primary key, or a view, a key, a check or an index names one of these columns.'
              : null,
        }),
      ];
    },
  };
}
