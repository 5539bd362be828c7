import type { RunOutcome, StatementOutcome } from '#core/engine/outcome.ts';
import { quoteText } from './sql-literal.ts';
import type { Refusal, ShownRow } from './probe.ts';

/**
 * Many scripts asked at once, each as if it were alone: each runs in a subtransaction of its own that is rolled back,
 * with deferred constraints made immediate at its end, and what PostgreSQL said is caught. What is left out: sequences
 * go on, as they do after any rollback, so no plan may rest on what a sequence gives next.
 */

/** Runs a script as a question: nothing of it remains. */
export type Ask = (sql: string) => Promise<RunOutcome>;

export type AttemptStep =
  | { readonly kind: 'statement'; readonly sql: string }
  /** Its rows are part of the answer. */
  | { readonly kind: 'question'; readonly sql: string };

export interface Attempt {
  /** Of each step that was done, in order: its rows, or null for a statement. */
  readonly answers: readonly (readonly ShownRow[] | null)[];
  readonly failure: (Refusal & { readonly step: number }) | null;
}

export type Attempts = (steps: readonly AttemptStep[]) => Promise<Attempt>;

/** The database could not be asked: it was stopped or lost, or what was asked is no SQL. */
export class AskingFailed extends Error {}

/** Ends an attempt that went well, so that nothing of it remains. */
const rolledBack = 'RH000';

const prepare = `
create function pg_temp.attempt(steps text[]) returns jsonb language plpgsql as $attempt$
declare
  answers jsonb := '[]'; answer jsonb; step text; place int := 0;
  code text; said text; details text; named text; named_column text;
begin
  begin
    foreach step in array steps loop
      if left(step, 1) = '?' then
        execute 'select coalesce(jsonb_agg(to_jsonb(q)), ''[]'') from (' || substr(step, 2) || ') q' into answer;
        answers := answers || jsonb_build_array(answer);
      else
        execute substr(step, 2);
        answers := answers || 'null'::jsonb;
      end if;
      place := place + 1;
    end loop;
    set constraints all immediate;
    raise exception using errcode = '${rolledBack}';
  exception when others then
    get stacked diagnostics code = returned_sqlstate, said = message_text, details = pg_exception_detail,
      named = constraint_name, named_column = column_name;
  end;
  if code = '${rolledBack}' then return jsonb_build_object('answers', answers, 'failure', null); end if;
  return jsonb_build_object('answers', answers, 'failure', jsonb_build_object('step', place, 'sqlState', code,
    'message', said, 'detail', nullif(details, ''), 'by', coalesce(nullif(named, ''), nullif(named_column, ''))));
end $attempt$;
`;

interface Waiting {
  readonly sql: string;
  readonly resolve: (attempt: Attempt) => void;
  readonly reject: (reason: unknown) => void;
}

/** More in one script would only make Stop slower. */
const largestScript = 400_000;

/**
 * Collects what is asked in the same turn, and asks it in as few scripts as it takes. What was asked before is not asked
 * again: nothing changes in between, and the plans of one table mostly begin alike.
 */
export function collectAttempts(ask: Ask): Attempts {
  let failure: unknown = null;
  let waiting: Waiting[] = [];
  let isAsking = false;
  const known = new Map<string, Promise<Attempt>>();

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const { statements } = await ask(
        `${prepare}${batch.map(({ sql }) => `select pg_temp.attempt(${sql});`).join('\n')}`,
      );
      batch.forEach(({ resolve }, place) => resolve(readAttempt(statements, place + 1)));
    } catch (reason) {
      // Who was stopped asks nothing more.
      failure = reason;
      for (const { reject } of batch) reject(reason);
    }
  }

  /** One script at a time: what is asked meanwhile goes together into the next. */
  async function flush(): Promise<void> {
    isAsking = true;
    // Whoever waits for an answer of the same batch asks on in the same turn.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    while (waiting.length > 0) {
      const [batch = [], ...rest] = inScripts(waiting);
      waiting = rest.flat();
      if (failure === null) await send(batch);
      else for (const { reject } of batch) reject(failure);
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
    isAsking = false;
  }

  const askFor = (sql: string): Promise<Attempt> =>
    new Promise((resolve, reject) => {
      if (failure !== null) {
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- as it was thrown
        reject(failure);
        return;
      }
      waiting.push({ sql, resolve, reject });
      if (!isAsking) void flush();
    });

  return (steps) => {
    const marked = steps.map(({ kind, sql }) => quoteText(`${kind === 'question' ? '?' : '!'}${sql}`));
    const sql = `array[${marked.join(', ')}]::text[]`;
    const asked = known.get(sql) ?? askFor(sql);
    known.set(sql, asked);
    return asked;
  };
}

function inScripts<T extends { readonly sql: string }>(all: readonly T[]): T[][] {
  const scripts: T[][] = [];
  let size = Infinity;
  for (const one of all) {
    if (size + one.sql.length > largestScript) {
      scripts.push([]);
      size = 0;
    }
    scripts.at(-1)?.push(one);
    size += one.sql.length;
  }
  return scripts;
}

interface AttemptDocument {
  readonly answers: readonly (readonly Readonly<Record<string, unknown>>[] | null)[];
  readonly failure: (Refusal & { readonly step: number }) | null;
}

function readAttempt(statements: readonly StatementOutcome[], place: number): Attempt {
  const failed = statements.find(({ kind }) => kind === 'failed');
  if (failed?.kind === 'failed') throw new AskingFailed(reasonOf(failed));
  const statement = statements[place];
  const text = statement?.kind === 'done' ? statement.result?.rows[0]?.[0] : null;
  if (text == null) throw new AskingFailed('The database gave no answer.');
  // Written by the function above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its shape is that of `prepare`
  const document = JSON.parse(text) as AttemptDocument;
  return { ...document, answers: document.answers.map((rows) => rows?.map(shownRow) ?? null) };
}

function shownRow(row: Readonly<Record<string, unknown>>): ShownRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value === null || typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

function reasonOf({ failure }: Extract<StatementOutcome, { kind: 'failed' }>): string {
  switch (failure.kind) {
    case 'statement':
      return `PostgreSQL says: ${failure.message} (${failure.sqlState}).`;
    case 'stopped':
      return failure.limitMs === undefined ? 'Stopped.' : 'Stopped by your time limit.';
    case 'engine-lost':
      return `The database was lost: ${failure.reason}`;
  }
}
