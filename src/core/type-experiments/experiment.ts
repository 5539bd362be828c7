import type { CellText, RunOutcome, StatementFailure, StatementOutcome } from '#core/engine/outcome.ts';

/**
 * A small question to PostgreSQL that two or three types answer differently. The learner says first which will say what;
 * then every side is run, and the answer is what PostgreSQL returned: no text of ours is one.
 */
export interface Experiment {
  readonly id: string;
  /** What it is about: `Money`, `Text`. */
  readonly group: ExperimentGroup;
  readonly title: string;
  /** What is asked before it is run, with the values at hand. */
  readonly question: (values: ExperimentValues) => string;
  readonly fields: readonly ExperimentField[];
  /** What may be predicted. */
  readonly choices: readonly Choice[];
  readonly sides: (values: ExperimentValues) => readonly ExperimentSide[];
  /** The choice that has come true; null where the values at hand lead to none of them. */
  readonly answer: (outcomes: readonly RunOutcome[]) => string | null;
  /** Why it is so, whatever the values are. SQL and what PostgreSQL says stand in backticks. */
  readonly because: string;
}

export type ExperimentGroup = 'Money' | 'Text' | 'Time' | 'JSON' | 'Whole numbers';

export type ExperimentValues = Readonly<Record<string, string>>;

export interface ExperimentField {
  readonly name: string;
  readonly label: string;
  readonly initial: string;
  readonly input:
    | { readonly kind: 'number'; readonly isWhole: boolean; readonly least: number; readonly most: number }
    | { readonly kind: 'text'; readonly longest: number }
    | { readonly kind: 'choice'; readonly choices: readonly string[] };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ExperimentSide {
  readonly label: string;
  readonly sql: string;
}

export function initialValues({ fields }: Pick<Experiment, 'fields'>): ExperimentValues {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial]));
}

/** What is wrong with a value as it was typed; null where nothing is. */
export function problemWith({ input }: ExperimentField, value: string): string | null {
  switch (input.kind) {
    case 'number': {
      const isNumber = input.isWhole ? /^-?\d{1,15}$/.test(value) : /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value);
      if (!isNumber) return input.isWhole ? 'A whole number, please.' : 'A number, please, as in 0.10.';
      const number = Number(value);
      return number < input.least || number > input.most ? `From ${input.least} to ${input.most}, please.` : null;
    }
    case 'text':
      return value.length > input.longest ? `At most ${input.longest} characters, please.` : null;
    case 'choice':
      return null;
  }
}

/** The last statement that was reached. */
function lastOf({ statements }: RunOutcome): StatementOutcome | undefined {
  return statements.findLast(({ kind }) => kind !== 'skipped');
}

/** A cell of the last result's first row; null where there is none. */
export function cellOf(outcome: RunOutcome | undefined, place: number): CellText {
  const last = outcome === undefined ? undefined : lastOf(outcome);
  return last?.kind === 'done' ? (last.result?.rows[0]?.[place] ?? null) : null;
}

/** What PostgreSQL refused; null where it refused nothing. */
export function refusalOf({ statements }: RunOutcome): StatementFailure | null {
  const failed = statements.find(({ kind }) => kind === 'failed');
  return failed?.kind === 'failed' && failed.failure.kind === 'statement' ? failed.failure : null;
}

/** A string constant. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}
