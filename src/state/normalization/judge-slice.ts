import { isSameObject } from '#core/catalog/object-name.ts';
import { failureText } from '#core/engine/failure-text.ts';
import type { RunOutcome, SqlFailure } from '#core/engine/outcome.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { AppState, SliceContext } from '#state/app-state.ts';
import { manyQuestions } from '#state/schema-lab/ask-database.ts';
import { freshJudge, type JudgementState, type JudgeStart } from './fresh-judge.ts';
import { judgeTables, rowsToJudge, schemeToJudge } from './judge-tables.ts';
import { relationOf } from './relation-of.ts';
import { stateAtHand } from './state-at-hand.ts';

export interface JudgeSlice {
  /** The table that the learner splits by hand, as it was; null before they begin. */
  readonly judgeStart: JudgeStart | null;
  /** What renamed columns stand for, where the learner has said so: by `table.column`. */
  readonly judgeColumns: Readonly<Record<string, string>>;
  readonly judgement: JudgementState;
  /** Keeps the lab's table as it is now, with its rows and what is known of it. */
  readonly startJudging: () => Promise<void>;
  readonly endJudging: () => void;
  /** Says which column stands for one of the start, and judges with it; null for none. */
  readonly matchColumn: (attribute: string, column: string | null) => Promise<void>;
  /** Reads the tables back and judges them. */
  readonly judgeTables: () => Promise<void>;
}

export function createJudgeSlice(context: SliceContext): JudgeSlice {
  const { set, get, session, during } = context;

  /** One activity of the page, with the catalog as it is; whatever fails is told as a sentence. */
  const reading = async (
    waiting: JudgementState,
    task: (
      catalog: Catalog,
      ask: (sql: string) => Promise<RunOutcome>,
      isWanted: () => boolean,
    ) => Promise<SqlFailure | null>,
  ): Promise<void> => {
    const database = session.lesson;
    if (database === null) return;
    const isWanted = (): boolean => session.lesson === database;
    await during('probe', async () => {
      set({ judgement: waiting });
      const catalog = await database.catalog();
      const failure = catalog.ok
        ? await task(catalog.value, manyQuestions(context, database), isWanted)
        : catalog.error;
      if (failure !== null && isWanted()) set({ judgement: { kind: 'failed', message: inVain(get(), failure) } });
    });
  };

  return {
    ...freshJudge,
    startJudging: async () => {
      const relation = relationOf(get());
      if (relation === null) return;
      const scheme = schemeToJudge(relation);
      await reading({ kind: 'starting' }, async (catalog, ask, isWanted) => {
        const table = catalog.tables.find((one) => isSameObject(one, relation.table)) ?? relation.table;
        const rows = await rowsToJudge(table, scheme, ask);
        if (!rows.ok) return rows.error;
        if (isWanted()) {
          set({
            judgeColumns: {},
            judgeStart: { table, catalog, scheme, rows: rows.value },
            judgement: { kind: 'none' },
          });
        }
        return null;
      });
    },
    endJudging: () => set(freshJudge),
    matchColumn: async (attribute, column) => {
      const others = Object.entries(get().judgeColumns).filter(([, to]) => to !== attribute);
      set({ judgeColumns: Object.fromEntries(column === null ? others : [...others, [column, attribute]]) });
      await get().judgeTables();
    },
    judgeTables: async () => {
      const start = get().judgeStart;
      if (start === null || get().judgement.kind === 'judging') return;
      await reading({ kind: 'judging' }, async (catalog, ask, isWanted) => {
        const state = stateAtHand(get());
        const judged = await judgeTables(start, catalog, new Map(Object.entries(get().judgeColumns)), ask);
        if (!judged.ok) return judged.error;
        if (isWanted()) set({ judgement: { kind: 'ready', judgement: judged.value, state } });
        return null;
      });
    },
  };
}

/** Whether the tables are others than those that were judged. */
export function isJudgementStale(state: Pick<AppState, 'judgement' | 'undoList'>): boolean {
  return state.judgement.kind === 'ready' && state.judgement.state !== stateAtHand(state);
}

function inVain({ transaction }: Pick<AppState, 'transaction'>, failure: SqlFailure): string {
  const advice = transaction === 'failed' ? ' End the failed transaction with ROLLBACK, then try again.' : '';
  return `The tables could not be read: ${failureText(failure).replace(/\.$/, '')}. They are as they were.${advice}`;
}
