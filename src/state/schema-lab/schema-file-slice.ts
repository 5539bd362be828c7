import type { Catalog } from '#core/catalog/catalog.ts';
import { failureText } from '#core/engine/failure-text.ts';
import { isSameData } from '#core/shared/same-data.ts';
import type { SliceContext } from '#state/app-state.ts';
import type { ChosenFile } from '#state/database/database-file-slice.ts';
import type { ImportTrial } from '#state/database/lesson-imports.ts';
import { runOptionsOf } from '#state/run-options.ts';
import { passedOverIn, problemIn, wholeProblem, type ImportPlan, type ImportProblem } from './import-report.ts';

export type SchemaImport =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  /** It was run on a copy; nothing of it is in the learner's database. */
  | { readonly kind: 'ready'; readonly plan: ImportPlan; readonly hasChanged: boolean }
  | { readonly kind: 'failed'; readonly problem: ImportProblem }
  | { readonly kind: 'taken'; readonly name: string };

export interface SchemaFileSlice {
  /** What was pasted, or read from a file. */
  readonly schemaText: string;
  /** The file's name; null for what was pasted. */
  readonly schemaFileName: string | null;
  readonly isImportInstead: boolean;
  readonly schemaImport: SchemaImport;
  readonly editSchemaText: (text: string) => void;
  readonly readSchemaFile: (file: ChosenFile) => Promise<void>;
  readonly setImportInstead: (isInstead: boolean) => void;
  /** Runs it on a copy, to see what it would do. */
  readonly tryImport: () => Promise<void>;
  /** Does what was seen, as one step that Undo takes back. */
  readonly takeOverImport: () => Promise<void>;
  readonly clearImport: () => void;
  /** Hands SQL to the learner as a file. */
  readonly saveSchema: (sql: string) => void;
}

/** What of it belongs to one lesson and ends with it. */
export const freshSchemaFile = {
  schemaText: '',
  schemaFileName: null,
  isImportInstead: false,
  schemaImport: { kind: 'none' },
} satisfies Partial<SchemaFileSlice>;

/** A schema is text to be read; what is larger is a database, which is loaded as one. */
const largestFileBytes = 16 * 1024 * 1024;

/** How pg_dump's own formats begin, which only pg_restore can read. */
const customFormat = 'PGDMP';

export function createSchemaFileSlice(context: SliceContext): SchemaFileSlice {
  const { set, get, services, session, during } = context;

  const fail = (problem: ImportProblem): void => set({ schemaImport: { kind: 'failed', problem } });

  const attempt = async (keeps: (trial: ImportTrial) => boolean): Promise<ImportPlan | null> => {
    const database = session.lesson;
    const { schemaText: text, schemaFileName, isImportInstead: isInstead, transaction } = get();
    if (database === null) return null;
    if (transaction !== 'idle') {
      fail(
        wholeProblem('A transaction of yours is open.', 'End it with COMMIT or ROLLBACK, then look at the file again.'),
      );
      return null;
    }
    // A mark of the byte order, which some editors put first, is no SQL.
    const script = text.replace(/^\uFEFF/, '');
    set({ schemaImport: { kind: 'running' } });
    const tried = await database.imports.run(script, { isInstead, keeps }, runOptionsOf(get().preferences));
    if (session.lesson !== database) return null;
    if (!tried.ok) {
      fail(wholeProblem(failureText(tried.error)));
      return null;
    }
    const { outcome, before, after } = tried.value;
    if (after === null) {
      fail(problemIn(outcome, script));
      return null;
    }
    const passedOver = passedOverIn(outcome, script);
    const name = schemaFileName ?? 'pasted SQL';
    const statements = outcome.statements.length - passedOver.length;
    if (statements === 0) {
      fail(wholeProblem('There is no statement in it that could be run here.'));
      return null;
    }
    return { script, name, isInstead, before, after, statements, passedOver };
  };

  return {
    ...freshSchemaFile,
    editSchemaText: (schemaText) => set({ schemaText, schemaFileName: null, schemaImport: { kind: 'none' } }),
    setImportInstead: (isImportInstead) => set({ isImportInstead, schemaImport: { kind: 'none' } }),
    clearImport: () => set({ schemaImport: { kind: 'none' } }),

    readSchemaFile: async (file) => {
      const read = await readText(file);
      if (!read.ok) return fail(wholeProblem(`${file.name} was not read. ${read.reason}`));
      set({ schemaText: read.text, schemaFileName: file.name, schemaImport: { kind: 'none' } });
    },

    tryImport: () =>
      during('probe', async () => {
        const plan = await attempt(() => false);
        if (plan !== null) set({ schemaImport: { kind: 'ready', plan, hasChanged: false } });
      }),

    takeOverImport: async () => {
      const seen = get().schemaImport;
      if (seen.kind !== 'ready') return;
      await during('probe', async () => {
        let isKept = false;
        const plan = await attempt(({ before, after }) => {
          // What was not seen before is not taken over.
          isKept = isSameDesign(before, seen.plan.before) && after !== null && isSameDesign(after, seen.plan.after);
          return isKept;
        });
        if (plan === null) return;
        if (!isKept) return set({ schemaImport: { kind: 'ready', plan, hasChanged: true } });
        set(({ runCount }) => ({
          schemaImport: { kind: 'taken', name: plan.name },
          transaction: 'idle',
          // What was run before is no answer any more.
          lastRun: null,
          lastGoodRun: null,
          runCount: runCount + 1,
          travelNote: null,
        }));
        session.save();
        await get().refreshCatalog();
        get().keepEvent(`Imported ${plan.name}`);
      });
    },

    saveSchema: (sql) => {
      const { lesson } = get();
      const id = lesson.kind === 'open' ? lesson.bundle.lesson.id.replaceAll('/', '-') : 'lab';
      const contents = new TextEncoder().encode(sql);
      services.saveFile({ name: `rowhouse-${id}-schema.sql`, type: 'application/sql', contents });
    },
  };
}

function isSameDesign(one: Catalog, other: Catalog): boolean {
  return isSameData(designOf(one), designOf(other));
}

/** But for how many rows there are, which of large tables is an estimate. */
function designOf(catalog: Catalog): unknown {
  return { ...catalog, tables: catalog.tables.map((table) => ({ ...table, rows: null })) };
}

async function readText(
  file: ChosenFile,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }> {
  if (file.size > largestFileBytes) {
    return { ok: false, reason: 'It is larger than 16 MB: load it as a whole database, under Database.' };
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { ok: false, reason: 'The browser could not read it.' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.startsWith(customFormat)) return { ok: true, text };
    return {
      ok: false,
      reason: 'It is in a format of pg_dump that only pg_restore can read: dump it as plain SQL, with -Fp.',
    };
  } catch {
    return { ok: false, reason: 'It is not text in UTF-8, so it cannot be SQL.' };
  }
}
