import type { Catalog } from '#core/catalog/catalog.ts';
import type { ResultSet } from '#core/engine/outcome.ts';
import type { Finding } from './finding.ts';

/** What the database answered to a question; null where it could not: then nothing is said. */
export type Answer = ResultSet | null;

/** What the catalog alone gives reason to look at, and what the rows are asked before anything is said. */
export interface Suspicion {
  /** Single SELECTs that read no more than a bounded number of rows. */
  readonly questions: readonly string[];
  /** Is given the answers in the order of the questions. */
  readonly judge: (answers: readonly Answer[]) => readonly Finding[];
}

/** One thing that a review looks for. */
export interface Rule {
  readonly id: string;
  /** What is looked for, as it stands in a list of what was: `tables without a primary key`. */
  readonly looksFor: string;
  readonly suspect: (catalog: Catalog) => readonly Suspicion[];
}

/** A suspicion that needs no look at the rows. */
export function certain(finding: Finding): Suspicion {
  return { questions: [], judge: () => [finding] };
}

/** A suspicion that one question decides. */
export function askOnce(question: string, judge: (answer: ResultSet) => readonly Finding[]): Suspicion {
  return { questions: [question], judge: ([answer]) => (answer == null ? [] : judge(answer)) };
}
