import type { Table, View } from '#core/catalog/catalog.ts';
import { columnsIn } from '#core/catalog/ddl/columns-in.ts';
import { isSameObject, qualifiedName } from '#core/catalog/object-name.ts';
import type { InboundKey } from './inbound-keys.ts';
import type { MigrationChoice, MigrationGround } from './migration-ground.ts';
import { nameAside } from './part-names.ts';
import { lostConstraints } from './part-foreign-keys.ts';
import { computedNoMore } from '#core/normalization/split-parts.ts';

interface Outcome {
  readonly moved: Table;
  readonly kept: Table;
  /** Foreign keys of others that are made anew or lost. */
  readonly inbound: readonly InboundKey[];
  readonly lostViews: readonly View[];
}

/** What a reader of the script would ask about, in sentences with names in backticks. */
export function migrationNotes(ground: MigrationGround, choice: MigrationChoice, outcome: Outcome): readonly string[] {
  return [...rowNotes(ground, choice, outcome), ...keyNotes(ground, outcome), ...hangingNotes(ground, choice, outcome)];
}

function rowNotes({ table, split, facts }: MigrationGround, choice: MigrationChoice, { moved }: Outcome): string[] {
  const { determinant, kind } = split.dependency;
  const copies = facts.rows - facts.keptRows;
  const left = rowsWords(facts.withoutDeterminant, 'row has', 'rows have');
  return [
    ...(facts.withoutDeterminant > 0 && facts.homeless === 0
      ? [
          `${left} no ${listed(determinant)}: they stay, and refer to no row of ${named(moved)}. A foreign key lets NULL pass.`,
        ]
      : []),
    ...(copies > 0 && kind === 'functional'
      ? [
          `${rowsWords(copies, 'row is', 'rows are')} like another in every column that stays: each is kept once, as in theory.`,
        ]
      : []),
    ...(copies > 0 && kind === 'multivalued' && choice.style === 'alter'
      ? [
          `Of the ${facts.rows} rows of \`${qualifiedName(table)}\` ${facts.keptRows} are left: the others said the same again.`,
        ]
      : []),
  ];
}

function keyNotes({ split, facts }: MigrationGround, { moved, kept, inbound }: Outcome): string[] {
  const broken = [
    ...split.movedKeys.filter((_, place) => (facts.movedKeys[place]?.duplicates ?? 0) > 0),
    ...split.keptKeys.filter((_, place) => (facts.keptKeys[place]?.duplicates ?? 0) > 0),
  ];
  return [
    ...(split.reference === null
      ? [
          `Neither part has ${listed(split.dependency.determinant)} for a key, so no foreign key can tie them: a third table of its own could.`,
        ]
      : []),
    ...broken.map((key) => `By your dependencies ${listed(key)} is a key, but the rows repeat it: it is not declared.`),
    ...[moved, kept]
      .filter(isWithoutKey)
      .map((part) => `No key of ${named(part)} could be declared; add one when you know it.`),
    ...inbound.map(({ child, key, target }) =>
      target === null
        ? `\`${key.name}\` of ${named(child)} refers to columns that are a key of neither part: it is dropped.`
        : `\`${key.name}\` of ${named(child)} refers to ${named(target)} from now on.`,
    ),
  ];
}

function hangingNotes(ground: MigrationGround, choice: MigrationChoice, { kept, moved, lostViews }: Outcome): string[] {
  const { catalog, table, split } = ground;
  const isAltered = choice.style === 'alter';
  const columns = table.columns.map(({ name }) => name);
  const check = (expression: string): readonly string[] => columnsIn(expression, columns);
  const aside = nameAside(catalog, table, [choice.moved, choice.kept]);
  const triggers = table.triggers.map(({ name }) => `\`${name}\``).join(', ');
  const computed = isAltered ? computedNoMore(ground) : generatedLost(table, kept, moved);
  const functions = catalog.functions.filter(({ dependsOn }) => dependsOn.some((name) => isSameObject(name, table)));
  return [
    ...lostConstraints(table, split, { check }, isAltered).map(
      (name) => `\`${name}\` is about columns that no longer stand in one table: it goes.`,
    ),
    ...computed.map((name) => `\`${name}\` is no longer computed: what it is computed from stands in the other table.`),
    ...(triggers === ''
      ? []
      : [
          isAltered
            ? `The triggers stay (${triggers}). Look into their functions: a column that moves is not there any more.`
            : choice.old === 'dropped'
              ? `The triggers go with the old table: ${triggers}.`
              : `The triggers stay with \`${aside}\`: ${triggers}.`,
        ]),
    ...lostViews.map((view) => `The view ${named(view)} is dropped, and has to be written anew over both tables.`),
    ...functions.map((routine) => `The function ${named(routine)} uses the table: look whether it still fits.`),
    ...(isAltered || choice.old === 'dropped' ? [] : [`The old rows stay in \`${aside}\` until you drop it.`]),
  ];
}

function isWithoutKey({ primaryKey, uniques }: Table): boolean {
  return primaryKey === null && uniques.length === 0;
}

function generatedLost(table: Table, kept: Table, moved: Table): readonly string[] {
  return table.columns
    .filter(({ generated }) => generated !== null)
    .map(({ name }) => name)
    .filter((name) => ![...kept.columns, ...moved.columns].some((one) => one.name === name && one.generated !== null));
}

function rowsWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function named(thing: { readonly schema: string; readonly name: string }): string {
  return `\`${qualifiedName(thing)}\``;
}
