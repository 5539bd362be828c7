import type { ObjectName } from '#core/catalog/object-name.ts';
import type { ResultSet } from '#core/engine/outcome.ts';

/** What a thing in a design leads to, worst first: rows that are wrong or lost, time, or only a habit. */
export const ranks = ['wrong', 'slow', 'habit'] as const;

export type Rank = (typeof ranks)[number];

/** A way to mend it. Which one is right, where there are several, only who knows the business can say. */
export interface Fix {
  /** What it decides, as the words of a button: `The times are UTC`. */
  readonly label: string;
  /** A script that keeps the rows, without the words that would begin and end a transaction. */
  readonly sql: string;
}

/** What to run: all of a fix or nothing of it, also where it takes several statements. */
export function fixScript({ sql }: Fix, isInTransaction: boolean): string {
  const hasSeveral = /;\n/.test(sql);
  return hasSeveral && !isInTransaction ? `begin;\n${sql}\ncommit;` : sql;
}

/** Something in a design that will bite, and where. Sentences name tables and columns in backticks. */
export interface Finding {
  readonly rule: string;
  readonly rank: Rank;
  readonly table: ObjectName;
  /** The columns it is about; empty where it is about the table as a whole. */
  readonly columns: readonly string[];
  /** Told apart from other findings of the same rule on the same columns, as by a constraint's name. */
  readonly part: string;
  /** What was found, in one sentence. */
  readonly what: string;
  /** Why it bites: what will happen, with a figure from the rows where there is one. */
  readonly why: string;
  /** The rows that show it. */
  readonly evidence: Evidence | null;
  /** Empty where nothing can be run before the rows themselves are put right: then `advice` says what. */
  readonly fixes: readonly Fix[];
  readonly advice: string | null;
}

export interface Evidence {
  /** One sentence that says what these rows are. */
  readonly caption: string;
  readonly rows: ResultSet;
}

/** The same in two reviews when it is the same rule about the same place. */
export function findingKey({ rule, table, columns, part }: Finding): string {
  return JSON.stringify([rule, table.schema, table.name, columns, part]);
}

/** A finding with what most of them do not have left out. */
export function finding(parts: Omit<Finding, 'part' | 'evidence' | 'advice'> & Partial<Finding>): Finding {
  return { part: '', evidence: null, advice: null, ...parts };
}
