import type { Catalog } from '#core/catalog/catalog.ts';
import { qualifiedName } from '#core/catalog/object-name.ts';
import type { ResultColumn, ResultSet } from '#core/engine/outcome.ts';
import type { DesignVerdict, NamedViolation } from '#core/normalization/judging/judge-design.ts';
import type { DesignRelation } from '#core/normalization/judging/read-design.ts';
import { rowsOf } from '#core/normalization/row-source.ts';
import { declaredKeys } from '#core/normalization/judging/surrogates.ts';
import { contradictionsIn, repetitionsIn } from '#core/normalization/violating-rows.ts';
import type { LostDependency } from '#core/relational/dependency-preservation.ts';
import { code, count } from '#content/words.ts';
import type { CheckEngine, Evidence } from './check-kind.ts';
import { inColumns, violatedDependency } from './design-words.ts';
import { written } from './dependency-param.ts';
import { rowsEvidence } from './difference-verdict.ts';
import { ask } from './run-answers.ts';

/** What the rows show of a verdict. */
export interface Shown {
  /** A sentence to add, or an empty text. */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
}

const nothing: Shown = { sentence: '', evidence: [] };

/** The rows that contradict a dependency which a table should not be about, else those that repeat what it says. */
export async function violationShown(
  engine: Pick<CheckEngine, 'probe'>,
  now: Catalog,
  violation: NamedViolation,
  relation: DesignRelation,
): Promise<Shown> {
  const table = code(qualifiedName(relation.table));
  const rule = written(violatedDependency(violation, relation));
  const columns = inColumns(violation, relation);
  const source = rowsOf(relation.table, now);
  if (violation.kind !== 'multivalued') {
    const against = await ask(engine, contradictionsIn(source, columns));
    const rows = against.ok ? against.value : null;
    if (rows !== null && rows.rowCount > 0) {
      return {
        sentence: `Its rows contradict each other already.`,
        evidence: rowsEvidence(`Rows of ${table} that contradict ${rule}`, rows.columns, rows.rows, rows.rowCount),
      };
    }
  }
  const repeated = await ask(engine, repetitionsIn(source, columns));
  const rows = repeated.ok ? repeated.value : null;
  const [first] = rows?.rows ?? [];
  if (rows === null || first === undefined) return nothing;
  const most = Number(first.at(-1) ?? 0);
  return {
    sentence:
      rows.rowCount === 1
        ? `1 fact is said in ${count(most, 'row')}.`
        : `${rows.rowCount.toLocaleString('en')} facts are said more than once, one of them in ${count(most, 'row')}.`,
    evidence: rowsEvidence(`What ${table} says more than once by ${rule}`, rows.columns, rows.rows, rows.rowCount),
  };
}

/**
 * Rows that a table holds more than once, whatever number it gives them itself: a relation is a set. A column that nobody
 * asked about may tell two rows apart.
 */
export async function repeatedRowsShown(engine: CheckEngine, now: Catalog, relation: DesignRelation): Promise<Shown> {
  const { table, columns, ownSurrogates } = relation;
  const numbers = new Set(ownSurrogates.map((name) => columns.get(name)));
  const meant = new Set(columns.values());
  const named = table.columns.filter(
    ({ name, identity }) => !numbers.has(name) && (identity === null || meant.has(name)),
  );
  const names = named.map(({ name }) => name);
  const isGuarded = declaredKeys(table).some((key) => key.every((name) => names.includes(name)));
  if (isGuarded || names.length === 0) return nothing;
  const asked = await ask(engine, repetitionsIn(rowsOf(table, now), { determinant: names, dependents: [] }));
  const rows = asked.ok ? asked.value : null;
  const [first] = rows?.rows ?? [];
  if (rows === null || first === undefined) return nothing;
  const name = code(qualifiedName(table));
  return {
    sentence: `${name} holds ${count(rows.rowCount, 'row')} more than once, one of them ${first.at(-1)} times.`,
    evidence: rowsEvidence(`Rows that ${name} holds more than once`, rows.columns, rows.rows, rows.rowCount),
  };
}

/** Rows that a lossy split does not give back, made up: for where the learner's own rows show none. */
export function lossyShown({ join }: DesignVerdict): readonly Evidence[] {
  if (join.counterexample === null) return [];
  const { rows, spurious } = join.counterexample;
  const columns = textColumns(join.attributes);
  const values = join.attributes.map((name, place) => {
    const symbols = [...new Set([spurious, ...rows].map((row) => row[place]))];
    return (row: readonly string[]): string => madeUpValue(name, symbols.indexOf(row[place]));
  });
  const inWords = (row: readonly string[]) => values.map((valueIn) => valueIn(row));
  return [
    ...rowsEvidence('Rows that could have stood there', columns, rows.map(inWords)),
    ...rowsEvidence('A row that joining their parts would invent', columns, [inWords(spurious)]),
  ];
}

/** The values of a column that nobody knows, told apart by their number. */
function madeUpValue(attribute: string, number: number): string {
  if (number < 2) return `${number === 0 ? 'some' : 'another'} ${attribute}`;
  return `${attribute} no. ${number + 1}`;
}

/** Two rows that every table takes, each its own part, and that contradict the dependency. */
export function lostShown(
  { dependency, reached }: LostDependency,
  attributes: readonly string[],
  sample: ResultSet | null,
) {
  const known = (name: string): string => {
    const place = sample?.columns.findIndex((column) => column.name === name) ?? -1;
    return sample?.rows[0]?.[place] ?? madeUpValue(name, 0);
  };
  const first = attributes.map(known);
  const second = attributes.map((name) => (reached.includes(name) ? known(name) : madeUpValue(name, 1)));
  const title = `Two rows that your tables would take, part by part, against ${written({ kind: 'functional', ...dependency })}`;
  return rowsEvidence(title, textColumns(attributes), [first, second]);
}

function textColumns(names: readonly string[]): readonly ResultColumn[] {
  return names.map((name) => ({ name, type: 'text', typeOid: 25, kind: 'text' }));
}
