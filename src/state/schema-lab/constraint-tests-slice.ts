import type { Catalog } from '#core/catalog/catalog.ts';
import { isSameObject, type ObjectName } from '#core/catalog/object-name.ts';
import { AskingFailed } from '#core/constraint-probes/attempts.ts';
import { testableTables } from '#core/constraint-probes/declared-constraints.ts';
import type { ConstraintTest } from '#core/constraint-probes/probe.ts';
import { runProbes } from '#core/constraint-probes/run-probes.ts';
import type { SliceContext } from '#state/app-state.ts';
import { manyQuestions } from './ask-database.ts';

export interface ConstraintTests {
  /** `ended`: stopped or lost before all was tested; what was found until then is kept. */
  readonly kind: 'running' | 'done' | 'ended';
  /** What was tested, as it was read then: when it is another now, something was run since. */
  readonly catalog: Catalog;
  readonly tests: readonly ConstraintTest[];
  readonly tablesDone: number;
  readonly tableCount: number;
  /** Why it ended early, as a sentence. */
  readonly reason: string | null;
}

export interface ConstraintTestsSlice {
  /** Null before the first test. */
  readonly constraintTests: ConstraintTests | null;
  /** Tests the constraints of one table, or of all; nothing remains in them. */
  readonly testConstraints: (table: ObjectName | null) => Promise<void>;
}

/** What of it belongs to one lesson and ends with it. */
export const freshConstraintTests = { constraintTests: null } satisfies Partial<ConstraintTestsSlice>;

export function createConstraintTestsSlice(
  context: Pick<SliceContext, 'set' | 'get' | 'session' | 'during'>,
): ConstraintTestsSlice {
  const { get, during } = context;
  return {
    ...freshConstraintTests,
    testConstraints: async (table) => {
      // Pressed twice.
      if (get().constraintTests?.kind === 'running') return;
      await during('probe', () => testOn(context, table));
    },
  };
}

async function testOn(
  { set, get, session }: Pick<SliceContext, 'set' | 'get' | 'session'>,
  name: ObjectName | null,
): Promise<void> {
  const database = session.lesson;
  const { catalog } = get();
  if (database === null || catalog === null) return;
  const tables = name === null ? testableTables(catalog) : catalog.tables.filter((table) => isSameObject(table, name));
  let tests: ConstraintTests = {
    kind: 'running',
    catalog,
    tests: [],
    tablesDone: 0,
    tableCount: tables.length,
    reason: null,
  };
  const show = (change: Partial<ConstraintTests>): void => {
    tests = { ...tests, ...change };
    if (session.lesson === database) set({ constraintTests: tests });
  };
  const ask = manyQuestions({ get, session }, database);
  show({});
  try {
    await runProbes(
      catalog,
      tables,
      (sql) => {
        if (session.lesson !== database) throw new AskingFailed('Another lesson was opened.');
        return ask(sql);
      },
      (_, found) => show({ tests: [...tests.tests, ...found], tablesDone: tests.tablesDone + 1 }),
    );
    show({ kind: 'done' });
  } catch (reason) {
    if (!(reason instanceof AskingFailed)) {
      show({ kind: 'ended', reason: 'Something went wrong in the page.' });
      throw reason;
    }
    show({ kind: 'ended', reason: reason.message });
  }
}
