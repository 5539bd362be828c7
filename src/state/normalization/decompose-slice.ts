import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SqlFailure } from '#core/engine/outcome.ts';
import type { Migration, MigrationChoice } from '#core/normalization/migration/migration-ground.ts';
import { planMigration } from '#core/normalization/migration/migration.ts';
import { nameAside, proposePartNames } from '#core/normalization/migration/part-names.ts';
import { measureRedundancy } from '#core/normalization/redundancy.ts';
import { askSplit } from '#core/normalization/split-facts.ts';
import { splitTable, type ViolatingDependency } from '#core/normalization/table-split.ts';
import type { FunctionalDependency } from '#core/relational/dependency.ts';
import { dependencyPreservation } from '#core/relational/dependency-preservation.ts';
import { implies } from '#core/relational/implication.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import { manyQuestions } from '#state/schema-lab/ask-database.ts';
import { scriptToRun } from '#state/schema-lab/run-design.ts';
import { runSql } from '#state/workbench-slice.ts';
import { dependenciesOfParts } from './dependencies-of-parts.ts';
import {
  freshDecompose,
  freshMigrationChoice,
  type Decomposition,
  type DecompositionState,
  type DoneSplit,
} from './fresh-decompose.ts';
import { judgementOf } from './judgement-of.ts';
import type { StatedDependency } from './normalization-slice.ts';
import { relationOf, type LiveRelation } from './relation-of.ts';
import { stateAtHand } from './state-at-hand.ts';

export interface DecomposeSlice {
  readonly decomposition: DecompositionState;
  readonly migrationChoice: MigrationChoice;
  /** Why the last migration did not run; null when it did. */
  readonly migrationFailure: string | null;
  /** The splits that were run here, the oldest first. Undo may have taken some of them back. */
  readonly doneSplits: readonly DoneSplit[];
  /** Takes on a violation of the lab's table; which kind of dependency it is follows from the table, where it is not said. */
  readonly chooseViolation: (dependency: FunctionalDependency, kind?: ViolatingDependency['kind']) => Promise<void>;
  readonly dropViolation: () => void;
  readonly changeMigration: (change: Partial<MigrationChoice>) => void;
  /** Runs the migration of the split at hand as the learner's own SQL, and goes on with what came of it. */
  readonly runMigration: () => Promise<void>;
}

export function createDecomposeSlice(context: SliceContext): DecomposeSlice {
  const { set, get, session, during } = context;

  const ask = async (relation: LiveRelation, dependency: ViolatingDependency): Promise<void> => {
    const database = session.lesson;
    if (database === null) return;
    const of = { table: { schema: relation.table.schema, name: relation.table.name }, dependency };
    const asking: DecompositionState = { kind: 'asking', ...of };
    set({ decomposition: asking, migrationFailure: null, migrationChoice: freshMigrationChoice });
    const show = (decomposition: DecompositionState): void => {
      if (session.lesson === database && get().decomposition === asking) set({ decomposition });
    };
    const fail = (message: string): void => show({ kind: 'failed', ...of, message });
    const split = splitTable(relation.scheme, dependency);
    if (!split.ok) return fail(split.error);
    await during('probe', async () => {
      // The one at hand may be older than a statement that was just answered.
      const catalog = await database.catalog();
      if (!catalog.ok) return fail(askedInVain(get(), catalog.error));
      const table = catalog.value.tables.find((one) => isSameObject(one, relation.table));
      if (table === undefined || !isSameData(table.columns, relation.table.columns)) {
        return fail('The table has changed meanwhile. Choose the violation again.');
      }
      const asked = manyQuestions(context, database);
      const state = stateAtHand(get());
      const facts = await askSplit(catalog.value, table, split.value, asked);
      if (!facts.ok) return fail(askedInVain(get(), facts.error));
      const redundancy = await measureRedundancy(catalog.value, table, split.value, asked);
      if (!redundancy.ok) return fail(askedInVain(get(), redundancy.error));
      const { lost } = dependencyPreservation(relation.scheme, [split.value.moved, split.value.kept]);
      if (get().decomposition === asking) {
        set({ migrationChoice: { ...freshMigrationChoice, ...proposePartNames(catalog.value, table, split.value) } });
      }
      const found = { catalog: catalog.value, table, split: split.value, facts: facts.value };
      show({ kind: 'ready', ...of, decomposition: { ...found, redundancy: redundancy.value, lost, state } });
    });
  };

  return {
    decomposition: freshDecompose.decomposition,
    migrationChoice: freshDecompose.migrationChoice,
    migrationFailure: freshDecompose.migrationFailure,
    doneSplits: freshDecompose.doneSplits,
    chooseViolation: async (dependency, kind) => {
      const relation = relationOf(get());
      if (relation !== null) await ask(relation, { ...dependency, kind: kind ?? kindIn(relation, dependency) });
    },
    dropViolation: () => set({ decomposition: { kind: 'none' }, migrationFailure: null }),
    changeMigration: (change) =>
      set(({ migrationChoice }) => ({ migrationChoice: { ...migrationChoice, ...change }, migrationFailure: null })),

    runMigration: async () => {
      const database = session.lesson;
      const { decomposition: at, migrationChoice, transaction } = get();
      const relation = relationOf(get());
      if (database === null || relation === null || at.kind !== 'ready' || transaction === 'failed') return;
      const migration = planMigration(at.decomposition, migrationChoice);
      const script = scriptToRun(migration.statements, transaction);
      let failure: SqlFailure | null = null;
      let hasRun = false;
      set({ migrationFailure: null });
      await during('run', async () => {
        // It stands nowhere in the editor: what it says is not to be marked there.
        const outcome = await runSql(context, script, 0, 'drawing', (answer) => {
          hasRun = true;
          const failed = answer.statements.find((statement) => statement.kind === 'failed');
          failure = failed?.failure ?? null;
          // Before the page reads the tables: they are looked at as what they are meant to be from the first moment.
          if (failed === undefined && session.lesson === database)
            goOn(at.decomposition, migration, migrationChoice, script);
        });
        hasRun = outcome !== null;
      });
      if (hasRun && session.lesson === database && failure !== null) set({ migrationFailure: failureText(failure) });
    },
  };

  function goOn(done: Decomposition, { kept, moved }: Migration, choice: MigrationChoice, sql: string): void {
    const { catalog, table, split } = done;
    const stated = get().statedDependencies[objectKey(table)] ?? [];
    const parts = dependenciesOfParts({ table, stated, parts: [kept, moved] });
    for (const { part, stated: own } of parts) {
      // Of columns that are gone it says nothing; when Undo brings them back, it is there again.
      const before = isSameObject(part, table) ? stated : [];
      const added = own.filter((one) => !isSaid(one, before, part));
      get().stateDependencies(nameOf(part), [...before, ...added]);
    }
    // What was always true of the table is true of the copy that is kept of it.
    if (choice.style === 'new-tables' && choice.old === 'renamed') {
      const name = nameAside(catalog, table, [moved.name, kept.name]);
      get().stateDependencies({ schema: table.schema, name }, stated);
    }
    const next = parts.find(({ scheme }) => judgementOf(scheme).violations.length > 0) ?? parts[0];
    if (next !== undefined) get().chooseNormalizationTable(nameOf(next.part));
    set(({ doneSplits }) => ({
      decomposition: { kind: 'none' },
      anomalies: { kind: 'none' },
      doneSplits: [
        ...doneSplits,
        { dependency: split.dependency, from: nameOf(table), into: [nameOf(kept), nameOf(moved)], sql },
      ],
    }));
  }
}

/** Whether what was said of the table says as much of what is left of it. */
function isSaid(one: StatedDependency, before: readonly StatedDependency[], part: Decomposition['table']): boolean {
  const isThere = (name: string): boolean => part.columns.some((column) => column.name === name);
  const live = before.filter(
    ({ kind, determinant, dependents }) => kind === one.kind && [...determinant, ...dependents].every(isThere),
  );
  return one.kind === 'functional'
    ? implies(live, one)
    : live.some(({ determinant, dependents }) =>
        isSameData([determinant, dependents], [one.determinant, one.dependents]),
      );
}

function nameOf({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}

/** Whether the tables are others than those that were asked. */
export function isDecompositionStale(state: Pick<AppState, 'decomposition' | 'undoList'>): boolean {
  return state.decomposition.kind === 'ready' && state.decomposition.decomposition.state !== stateAtHand(state);
}

function kindIn({ scheme }: LiveRelation, dependency: FunctionalDependency): ViolatingDependency['kind'] {
  const violation = judgementOf(scheme).violations.find((one) => isSameData(one.dependency, dependency));
  if (violation !== undefined) return violation.kind === 'multivalued' ? 'multivalued' : 'functional';
  const isSame = ({ determinant, dependents }: FunctionalDependency): boolean =>
    isSameData([determinant, dependents], [dependency.determinant, dependency.dependents]);
  return !scheme.functional.some(isSame) && scheme.multivalued.some(isSame) ? 'multivalued' : 'functional';
}

function askedInVain({ transaction }: Pick<AppState, 'transaction'>, failure: SqlFailure): string {
  const advice = transaction === 'failed' ? ' End the failed transaction with ROLLBACK, then choose again.' : '';
  return `The rows could not be asked: ${failureText(failure).replace(/\.$/, '')}. Your tables are as they were.${advice}`;
}
