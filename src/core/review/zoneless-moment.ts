import type { Catalog, Column, Table } from '#core/catalog/catalog.ts';
import { sqlName } from '#core/catalog/object-name.ts';
import { quoteName } from '#core/catalog/quote-name.ts';
import { numberAt, textAt } from './answer-cells.ts';
import { finding, type Fix } from './finding.ts';
import { nameWords } from './name-words.ts';
import { withViewsAside } from './retype.ts';
import type { Answer, Rule, Suspicion } from './rule.ts';
import { columnWords, literal, reviewedTables, rowsWords } from './subject.ts';

/** What was done at a moment, the same for everyone. What starts or opens may rightly be the time on a wall. */
const done = /^\p{L}+ed$|^(?:paid|sent|seen|read|begun|made|sold|bought|left|login|logout|signup)$/u;

export const zonelessMoment: Rule = {
  id: 'zoneless-moment',
  looksFor: 'moments kept without a time zone',
  suspect: (catalog) =>
    reviewedTables(catalog)
      .filter(({ columns }) => !columns.some(({ name }) => /^(?:tz|time_?zone|.*_tz|.*_time_?zone)$/i.test(name)))
      .flatMap((table) => table.columns.filter(isMoment).map((column) => suspect(catalog, table, column))),
};

function isMoment({ name, type, generated }: Column): boolean {
  if (!/^timestamp(?:\(\d\))? without time zone$/.test(type) || generated !== null) return false;
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (last === 'timestamp' || last === 'ts') return words.length === 1 || done.test(before);
  if (['at', 'on', 'time', 'date'].includes(last)) return done.test(before);
  return done.test(last) && words.every((word) => !/^(?:is|has|was)$/.test(word));
}

function suspect(catalog: Catalog, table: Table, column: Column): Suspicion {
  const name = quoteName(column.name);
  return {
    questions: [`select count(${name}), max(${name})::text from ${sqlName(table)}`],
    judge: ([answer]) => [
      finding({
        rule: zonelessMoment.id,
        rank: 'wrong',
        table,
        columns: [column.name],
        what: `${columnWords(table, column.name)} is a moment, kept without its time zone.`,
        why: whyOf(answer ?? null),
        fixes: [
          zoneFix(catalog, table, column, { zone: 'UTC', label: 'The times were written in UTC' }),
          zoneFix(catalog, table, column, {
            zone: 'America/New_York',
            label: 'They are the wall clock of one place: New York, say',
          }),
        ],
      }),
    ],
  };
}

function whyOf(answer: Answer): string {
  const count = answer === null ? 0 : numberAt(answer, 0);
  const newest = answer === null ? null : textAt(answer, 1);
  if (newest === null) {
    return 'A time without a zone is another moment for each reader, and in autumn an hour comes twice.';
  }
  return `The newest of ${rowsWords(count)} says ${newest}, and not where: in New York that is four or five hours later than in London, so an order near midnight falls on another day.`;
}

function zoneFix(
  catalog: Catalog,
  table: Table,
  column: Column,
  { zone, label }: { readonly zone: string; readonly label: string },
): Fix {
  const name = quoteName(column.name);
  const precision = /\(\d\)/.exec(column.type)?.[0] ?? '';
  const isNow =
    /^(?:now\(\)|current_timestamp|localtimestamp|timezone\('utc'::text, now\(\)\)|\(now\(\) at time zone 'utc'::text\))/i.test(
      column.default ?? '',
    );
  // Else the default would be the session's wall clock, read as a moment.
  const parts = [
    ...(isNow ? [`alter column ${name} drop default`] : []),
    `alter column ${name} type timestamp${precision} with time zone using ${name} at time zone ${literal(zone)}`,
    ...(isNow ? [`alter column ${name} set default now()`] : []),
  ];
  return { label, sql: withViewsAside(catalog, table, `alter table ${sqlName(table)}\n  ${parts.join(',\n  ')};`) };
}
