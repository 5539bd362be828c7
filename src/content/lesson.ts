import type { Root } from 'hast';
import type { Check } from './checks/check-kind.ts';
import type { Comparison } from './comparison.ts';
import type { LabValues, MetricCard } from './labs/lab-card.ts';

/** The course as the app and the gate know it, parsed and checked; the Markdown and YAML stay behind at the border. */
export interface Course {
  readonly title: string;
  readonly tracks: readonly Track[];
}

export interface Track {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly LessonSummary[];
}

/** What the home page and the links need to know of a lesson without loading it. */
export interface LessonSummary {
  /** `<track>/<lesson>`; never changes. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** In the lesson's order; progress is kept by step id. */
  readonly steps: readonly { readonly id: string; readonly title: string }[];
}

export const panelNames = [
  'results',
  'schema',
  'plan',
  'history',
  'indexes',
  'partitions',
  'diagram',
  'query-builder',
  'normalization',
  'replicas',
  'shards',
] as const;

export type PanelName = (typeof panelNames)[number];

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** SQL as an author wrote it in a fence; `place` is where its first line of SQL stands. */
export interface SqlBlock {
  readonly sql: string;
  readonly place: Place;
}

/** SQL that is shown to be read; `highlighted` is the same text with the classes of a highlighter. */
export interface ShownSql extends SqlBlock {
  readonly highlighted: Root;
}

export interface Lesson {
  readonly id: string;
  /** As the author would name it: `lessons/normal-forms/1nf.md`. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly dataset: string | null;
  readonly continues: string | null;
  /** Which workbench panels open, first one in front; empty means the app's default. */
  readonly panels: readonly PanelName[];
  readonly introduction: Section;
  readonly steps: readonly Step[];
}

export interface Section {
  /** What is read, in the author's order. */
  readonly blocks: readonly Block[];
  /** Every `sql setup` of the section, in order. */
  readonly setup: readonly SqlBlock[];
}

export type Block =
  | { readonly kind: 'prose'; readonly content: Root }
  | TryBlock
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | { readonly kind: 'lab'; readonly lab: Lab }
  | { readonly kind: 'table-lab'; readonly lab: TableLab };

export interface TryBlock extends ShownSql {
  readonly kind: 'try';
  /** Counts from 0 within its section. */
  readonly index: number;
  /** The SQLSTATE it is meant to fail with, or null. */
  readonly fails: string | null;
}

export interface Quiz {
  /** Unique within its step. */
  readonly id: string;
  readonly ask: Root;
  readonly options: readonly QuizOption[];
  readonly place: Place;
}

export interface QuizOption {
  readonly text: Root;
  readonly right: boolean;
  readonly why: Root;
}

/** A simulated lab as a lesson sets it up. */
export interface Lab {
  /** Unique in its lesson. */
  readonly id: string;
  /** Of a card in the registry. */
  readonly kind: string;
  readonly seed: number;
  /** Every parameter of the kind as the lab opens. */
  readonly values: LabValues;
  /** What the learner is to reach; empty for a lab that is only played with. */
  readonly goal: readonly LabGoal[];
  /** Every parameter as it is once the goal is reached; null without a goal. */
  readonly solution: LabValues | null;
  /** The paths that the learner may move. */
  readonly controls: readonly string[];
  readonly place: Place;
}

/** A lab on a table of the lesson's database: a panel of the workbench that opens on it. It has no figures to judge. */
export interface TableLab {
  readonly panel: PanelName;
  /** As the author names it: `flat`, `kept.flat`. */
  readonly table: string;
  readonly place: Place;
}

export interface LabGoal {
  /** Of the metric, as in `p99WaitMs`. */
  readonly name: string;
  /** The same with its label and unit, as the kind's card has it. */
  readonly metric: MetricCard;
  readonly is: Comparison;
  /** The author's message while it is not reached, or null. */
  readonly says: string | null;
  readonly place: Place;
}

export interface WrongAnswer extends SqlBlock {
  /** Words that a failing message must contain, or null. */
  readonly says: string | null;
}

export interface Step extends Section {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly starter: SqlBlock | null;
  readonly solution: ShownSql | null;
  readonly rights: readonly SqlBlock[];
  readonly wrongs: readonly WrongAnswer[];
  readonly checks: readonly Check[];
  readonly hints: readonly Root[];
}

/** One script on the way to a state; `file` and `place` say where its author wrote it. */
export interface OpeningScript extends SqlBlock {
  readonly role: 'dataset' | 'setup' | 'solution';
  readonly file: string;
}

/** All that a page needs to run one lesson: no other file of the course has to be read. */
export interface LessonBundle {
  readonly lesson: Lesson;
  /** The lesson's dataset, or everything that leads to the end state of the lesson it continues; in order. */
  readonly opening: readonly OpeningScript[];
}

/** Where an author went wrong. */
export interface Problem extends Place {
  readonly file: string;
  /** What was found, what was expected, and the nearest right spelling where there is one. */
  readonly message: string;
}
