import { isSameObject, objectKey, type ObjectName } from '#core/catalog/object-name.ts';
import type { Catalog, Table } from '#core/catalog/catalog.ts';
import { usualSize } from '#core/discovery/discovery-cost.ts';
import { usualLimits, type DiscoveryQuestion } from '#core/discovery/discovery.ts';
import { readCodedTable } from '#core/discovery/read-coded-table.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { SnapshotId } from '#core/engine/engine.ts';
import type { RunOutcome } from '#core/engine/outcome.ts';
import { comparable, rowsOf } from '#core/normalization/row-source.ts';
import type { WrittenDependency } from '#core/relational/dependency-text.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import type { LessonDatabase } from '#state/database/lesson-database.ts';
import { manyQuestions } from '#state/schema-lab/ask-database.ts';
import { currentOf } from '#state/undo/undo-list.ts';
import { breachOf } from './breach-of.ts';
import {
  freshDiscovery,
  type Breach,
  type Discovery,
  type DiscoveryOptions,
  type DiscoveryState,
} from './fresh-discovery.ts';
import { relationOf } from './relation-of.ts';

export interface DiscoverySlice {
  readonly discovery: DiscoveryState;
  readonly discoveryOptions: DiscoveryOptions;
  /** Whether single dependencies hold, by `breachKey`. */
  readonly breaches: Readonly<Record<string, Breach>>;
  readonly chooseDiscoveryOptions: (options: Partial<DiscoveryOptions>) => void;
  /** Looks for all that the rows of the lab's table show, and whether what is stated of it holds. */
  readonly startDiscovery: () => Promise<void>;
  /** Asks the rows of the lab's table whether these hold. */
  readonly askDependencies: (dependencies: readonly WrittenDependency[]) => Promise<void>;
}

export function createDiscoverySlice(context: SliceContext): DiscoverySlice {
  const { set, get, session, during } = context;

  const asking = async (task: (work: Work) => Promise<void>): Promise<void> => {
    const database = session.lesson;
    const relation = relationOf(get());
    if (database === null || relation === null) return;
    await during('probe', async () => {
      const stopsBefore = session.stops;
      const isWanted = (): boolean => session.lesson === database;
      await task({
        table: relation.table,
        database,
        ask: manyQuestions(context, database),
        isWanted,
        isStopped: () => session.stops !== stopsBefore || !isWanted(),
      });
    });
  };

  const tellBreach = (key: string, breach: Breach): void =>
    set(({ breaches }) => ({ breaches: { ...breaches, [key]: breach } }));

  const askAll = async (
    { table, catalog }: { readonly table: Table; readonly catalog: Catalog },
    { ask, isWanted }: Work,
    dependencies: readonly WrittenDependency[],
  ): Promise<void> => {
    const { nulls } = get().discoveryOptions;
    for (const dependency of dependencies) {
      if (!isWanted()) return;
      const key = breachKey(table, dependency, nulls);
      tellBreach(key, { kind: 'asking' });
      const breach = await breachOf(ask, { table, catalog, nulls, state: stateOf(get()) }, dependency);
      if (isWanted()) tellBreach(key, breach);
    }
  };

  const discoverNow = async (work: Work): Promise<void> => {
    const options = get().discoveryOptions;
    const show = (discovery: DiscoveryState): void => {
      if (work.isWanted()) set({ discovery });
    };
    const earlier = foundOf(get());
    const fail = (message: string): void => show({ kind: 'failed', table: work.table, message, earlier });
    show({ kind: 'running', table: work.table, report: null });
    const live = await liveTable(work);
    if (typeof live === 'string') return fail(live);
    const { table, catalog } = live;
    const source = rowsOf(table, catalog);
    const columns = table.columns.map(({ name }) => name);
    const state = stateOf(get());
    const reading = await readCodedTable(work.ask, {
      sql: source.sql,
      columns: columns.map((name) => comparable(source, name)),
    });
    if (!reading.ok) return fail(`The rows could not be read: ${failureText(reading.error)}`);
    const question: DiscoveryQuestion = {
      ...options,
      table: reading.value.table,
      limits: { ...usualLimits, determinantSize: options.determinantSize ?? usualSize(columns.length) },
    };
    const running = context.services.discovery.begin(question, (report) => {
      if (work.isStopped()) running.stop();
      else show({ kind: 'running', table, report });
    });
    const done = await running.done;
    const report = done.ok ? done.value : done.error.report;
    if (report === null) return fail(`The search could not be made: ${done.ok ? '' : done.error.reason}`);
    const loss = done.ok ? null : done.error.reason;
    show({
      kind: 'ready',
      discovery: { table, columns, options, rowsInAll: reading.value.rowsInAll, report, loss, state },
    });
    // Another table may be looked at by now.
    const stated = (get().statedDependencies[objectKey(table)] ?? []).filter(({ determinant, dependents }) =>
      [...determinant, ...dependents].every((name) => columns.includes(name)),
    );
    if (!work.isStopped()) await askAll(live, work, stated);
  };

  return {
    ...freshDiscovery,
    discoveryOptions: { nulls: 'equal', threshold: 0, determinantSize: null },
    chooseDiscoveryOptions: (options) =>
      set(({ discoveryOptions }) => ({ discoveryOptions: { ...discoveryOptions, ...options } })),
    startDiscovery: async () => {
      if (get().discovery.kind === 'running') return;
      await asking(discoverNow);
    },
    askDependencies: (dependencies) =>
      asking(async (work) => {
        const live = await liveTable(work);
        if (typeof live !== 'string') return askAll(live, work, dependencies);
        const { nulls } = get().discoveryOptions;
        if (!work.isWanted()) return;
        for (const dependency of dependencies) {
          tellBreach(breachKey(work.table, dependency, nulls), { kind: 'failed', message: live });
        }
      }),
  };
}

interface Work {
  readonly table: Table;
  readonly database: LessonDatabase;
  readonly ask: (sql: string) => Promise<RunOutcome>;
  /** Whether the page still is where it was asked. */
  readonly isWanted: () => boolean;
  readonly isStopped: () => boolean;
}

/** The one at hand may be older than a statement that was just answered. In words, why there is none. */
async function liveTable({
  table,
  database,
}: Work): Promise<{ readonly table: Table; readonly catalog: Catalog } | string> {
  const catalog = await database.catalog();
  if (!catalog.ok) return `The tables could not be read: ${failureText(catalog.error)}`;
  const live = catalog.value.tables.find((each) => isSameObject(each, table));
  return live === undefined ? `There is no table ${table.name} any more.` : { table: live, catalog: catalog.value };
}

export function breachKey(
  table: ObjectName,
  { kind, determinant, dependents }: WrittenDependency,
  nulls: DiscoveryOptions['nulls'],
): string {
  return JSON.stringify([objectKey(table), kind, determinant, dependents, nulls]);
}

/** What was last found, be it that a later search has failed. */
export function foundOf({ discovery }: Pick<AppState, 'discovery'>): Discovery | null {
  switch (discovery.kind) {
    case 'none':
    case 'running':
      return null;
    case 'failed':
      return discovery.earlier;
    case 'ready':
      return discovery.discovery;
  }
}

/** Whether the database is another than the one that was looked at. A run that only read shares the state before it. */
export function isDiscoveryStale(state: Pick<AppState, 'discovery' | 'undoList'>): boolean {
  const found = foundOf(state);
  return found !== null && found.state !== stateOf(state);
}

/** The answer as long as the rows are those that gave it. */
export function currentBreach(state: Pick<AppState, 'breaches' | 'undoList'>, key: string): Breach | null {
  const breach = state.breaches[key] ?? null;
  return breach?.kind === 'answered' && breach.state !== stateOf(state) ? null : breach;
}

function stateOf({ undoList }: Pick<AppState, 'undoList'>): SnapshotId | null {
  return undoList === null ? null : currentOf(undoList).state;
}
