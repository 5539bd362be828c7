import { writeNames } from '#core/catalog/name-tokens.ts';
import { code, codeList } from '#content/words.ts';
import type { CheckKind } from './check-kind.ts';
import { findTable, noSuchTable } from './find-table.ts';
import { complaintsAboutColumns } from './table-columns.ts';
import { complaintsAboutExpressions } from './table-expressions.ts';
import { complaintsAboutKeys } from './table-keys.ts';
import { tableSchema, type TableParams } from './table-params.ts';

/** The catalog says that a table is as named. */
export const table: CheckKind<TableParams> = {
  kind: 'table',
  schema: tableSchema,

  describe(params) {
    if (params.isAbsent) return `no longer have a table ${code(params.name)}`;
    const parts = partsOf(params);
    return `have a table ${code(params.name)}${parts.length === 0 ? '' : ` with ${joinParts(parts)}`}`;
  },

  async grade(params, { engine, now }) {
    const { name, isAbsent } = params;
    const found = findTable(now, name);
    if (isAbsent) {
      return found === null
        ? { ok: true, message: `There is no table ${code(name)} any more.` }
        : { ok: false, message: `The table ${code(name)} is still there; expected it to be gone.`, finding: '' };
    }
    if (found === null) return { ok: false, message: noSuchTable(now, name) };
    const complaints = [
      ...(await complaintsAboutColumns(params, found, engine)),
      ...complaintsAboutKeys(params, found, now),
      ...(await complaintsAboutExpressions(params, found, engine)),
    ];
    if (complaints.length === 0) return { ok: true, message: `The table ${code(name)} is as expected.` };
    const headline = `The table ${code(name)} differs in ${complaints.length === 1 ? 'one point' : `${complaints.length} points`}.`;
    return { ok: false, message: [headline, ...complaints].join(' '), finding: complaints.join(' ') };
  },
};

function partsOf(params: TableParams): readonly string[] {
  const spelled = params.columns.map(({ name, type, notNull }) =>
    [name, type, notNull === true && 'not null', notNull === false && 'null'].filter(Boolean).join(' '),
  );
  const noun = spelled.length === 1 ? 'column' : 'columns';
  return [
    ...(spelled.length === 0 ? [] : [`${params.isExact ? 'exactly ' : ''}the ${noun} ${codeList(spelled)}`]),
    ...(params.primaryKey === null ? [] : [`the primary key ${tuple(params.primaryKey)}`]),
    ...params.identity.map((column) => `${code(column)} as identity`),
    ...params.defaults.map(({ column, expression }) =>
      expression === null ? `no default for ${code(column)}` : `${code(expression)} as default of ${code(column)}`,
    ),
    ...params.uniques.map((unique) => `unique ${tuple(unique)}`),
    ...params.checks.map((expression) => `a check ${code(expression)}`),
    ...params.foreignKeys.map(({ columns, table: target, referenced, onDelete, onUpdate }) => {
      const actions = [onDelete && ` on delete ${onDelete}`, onUpdate && ` on update ${onUpdate}`]
        .filter(Boolean)
        .join('');
      const reference = referenced === null ? target : `${target}(${writeNames(referenced)})`;
      return `a foreign key ${tuple(columns)} to ${code(`${reference}${actions}`)}`;
    }),
  ];
}

function tuple(columns: readonly string[]): string {
  return code(`(${writeNames(columns)})`);
}

function joinParts(parts: readonly string[]): string {
  const [last = '', ...others] = parts.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
