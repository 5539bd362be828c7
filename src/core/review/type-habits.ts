import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt, textAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { withViewsAside } from './retype.ts';
import type { Rule, Suspicion } from './rule.ts';
import { code, columnWords, reviewedTables, rowsWords, sampleOf, sampleWords } from './subject.ts';

/** Lengths that nobody has thought about: of other systems' limits, not of the values. */
const habitual = /^character varying\((?:255|256)\)$/;
const padded = /^character\((\d+)\)$/;

export const typeHabits: Rule = {
  id: 'type-habits',
  looksFor: 'varchar(255) from habit, and char(n) that pads with blanks',
  suspect: (catalog) =>
    reviewedTables(catalog).flatMap((table) => [...varcharHabit(catalog, table), ...charHabit(catalog, table)]),
};

function varcharHabit(catalog: Catalog, table: Table): readonly Suspicion[] {
  const columns = table.columns.filter(({ type, generated }) => habitual.test(type) && generated === null);
  if (columns.length === 0) return [];
  const names = columns.map(({ name }) => name);
  const longest = columns.map(({ name }) => `max(length(${quoteName(name)}))`);
  return [
    {
      questions: [`select greatest(${longest.join(', ')}) from ${sampleOf(table, 'sample')}`],
      judge: ([answer]) => {
        const most = answer == null ? null : textAt(answer, 0);
        return [
          finding({
            rule: typeHabits.id,
            rank: 'habit',
            table,
            columns: names,
            part: 'varchar',
            what: `${code(...names)} ${names.length === 1 ? 'is' : 'are'} \`varchar(255)\`, a limit of other databases.`,
            why: `\`text\` takes the same room and is as fast${most === null ? '' : `; the longest value${sampleWords(table)} has ${most} characters`}: 255 refuses nothing that is wrong, and one day something that is right.`,
            fixes: [toText(catalog, table, columns)],
          }),
        ];
      },
    },
  ];
}

function charHabit(catalog: Catalog, table: Table): readonly Suspicion[] {
  return table.columns
    .filter(({ type, generated }) => padded.test(type) && type !== 'character(1)' && generated === null)
    .map((column) => {
      const length = Number(padded.exec(column.type)?.[1]);
      const name = quoteName(column.name);
      return {
        // Length does not count the blanks: they are no part of the value to it.
        questions: [
          `select count(*) filter (where length(${name}) < ${length}), min(length(${name})) from ${sampleOf(table, 'sample')}`,
        ],
        judge: ([answer]) => {
          const short = answer == null ? 0 : numberAt(answer, 0);
          if (short === 0) return [];
          return [
            finding({
              rule: typeHabits.id,
              rank: 'wrong',
              table,
              columns: [column.name],
              part: 'char',
              what: `${columnWords(table, column.name)} is \`char(${length})\`, which fills values up with blanks.`,
              why: `${rowsWords(short)}${sampleWords(table)} ${short === 1 ? 'is' : 'are'} shorter: they are stored with blanks that come out in \`like\`, in exports and in programs, and are gone in \`||\` and \`length\`.`,
              fixes: [toText(catalog, table, [column])],
            }),
          ];
        },
      };
    });
}

function toText(catalog: Catalog, table: Table, columns: readonly Column[]): Fix {
  const parts = columns.map(({ name }) => `alter column ${quoteName(name)} type text`);
  return {
    label: 'text',
    sql: withViewsAside(catalog, table, `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};`),
  };
}
