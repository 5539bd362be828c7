import type { PanelName } from '#content/lesson.ts';
import type { Result } from '#core/shared/result.ts';

/**
 * What a page says of a kind of lab and lets be set, without its model: labels, ranges and figures. The gate, the form,
 * the address of a shared lab and the authors' messages all read the same card.
 */
export interface LabCard {
  /** As `lab:` names it in a lesson. */
  readonly kind: string;
  /** What the address of its own page calls it, where another lab has the kind's name there. */
  readonly page?: string;
  readonly title: string;
  /** The workbench's panel that does the same on a table: it opens where a lesson names a `table` instead of parameters. */
  readonly tablePanel?: PanelName;
  /** One sentence: the question that the lab answers. */
  readonly summary: string;
  readonly fields: readonly LabField[];
  /** What is set where the lab opens on its own, by field; what is absent has the field's own `initial`. */
  readonly example: LabValues;
  readonly metrics: readonly MetricCard[];
  /** The metric that stands out beside the picture. */
  readonly mainMetric: string;
  /** The metric that is said beside the main one when it is more than 0. */
  readonly alarm: string | null;
  /** What is drawn over time. */
  readonly series: readonly SeriesCard[];
  readonly events: readonly EventCard[];
  readonly sweeps: readonly SweepCard[];
  /** Fields that no fork can change: what they say holds for a run from its start to its end. */
  readonly fixedInForks: readonly string[];
  /** What no field can see alone, as a message for the field at whose place it is shown. */
  readonly check: (values: LabValues) => readonly FieldProblem[];
}

/** Parameters by their path, as in `maxOpen` or `holdMs.mean`: the form in which they are set, shared and kept. */
export type LabValues = Readonly<Record<string, LabValue>>;
export type LabValue = number | string;

export type LabField = NumberField | ChoiceField | TextField;

interface FieldBase {
  /** Where the parameter stands in a `yaml lab`: `maxOpen`, `holdMs.mean`. */
  readonly path: string;
  readonly label: string;
  /** One sentence for who does not know the word. */
  readonly note: string;
  /** Fields of one group stand together: "Load", "Pool". */
  readonly group: string;
}

export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly initial: number;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  /** "ms", "a second", or empty for a count. */
  readonly unit: string;
  /** The slider's own scale, and its ends where the whole range would be too wide to aim. */
  readonly slider: { readonly scale: 'linear' | 'log'; readonly least: number; readonly most: number };
  /** What the least value means where it means something else than itself: "no limit". */
  readonly zeroMeans?: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly initial: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note: string }[];
}

/** Names and sentences of a language of their own, kept as they were written. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly initial: string;
  /** So many lines are in sight. */
  readonly lines: number;
  /** The text of what was given, which in YAML may be a list; or what is allowed and what was found. */
  readonly read: (given: unknown) => Result<string, string>;
  /** The text in one line, as it is read. */
  readonly show: (text: string) => string;
  /** Judges or explains, and would give away what is asked: it stands in no form, table or address. */
  readonly isUnshown?: true;
}

export interface FieldProblem {
  readonly path: string;
  /** Says what is allowed and what was found. */
  readonly message: string;
  /** Of a text: the line that it is about, from 1. An author's list has an item for each. */
  readonly line?: number;
}

export interface MetricCard {
  /** As goals and `metric` checks name it: `p99WaitMs`. */
  readonly name: string;
  readonly label: string;
  /** "ms", "%" for a share (kept as a fraction of 1), or empty for a count. */
  readonly unit: 'ms' | 's' | '%' | '' | 'a second' | 'bytes';
  readonly note: string;
  /** Of a figure that is a rank: the names, that of 0 first. It is compared and shown by them. */
  readonly ranks?: readonly string[];
}

export interface SeriesCard {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Series of one graph share its axes. */
  readonly graph: string;
  /** One of the tokens' ideas: `scanned`, `stale`, … */
  readonly tone: ChartTone;
}

export type ChartTone = 'fresh' | 'stale' | 'miss' | 'scanned' | 'moved' | 'key' | 'dependency' | 'plain';

export interface EventCard {
  readonly kind: string;
  readonly label: string;
  /** Rare and telling enough for a mark on the timeline. */
  readonly isMark: boolean;
}

/** Metrics as functions of one parameter, measured by a run for each of its values. */
export interface SweepCard {
  readonly id: string;
  readonly title: string;
  /** The parameter's field. */
  readonly path: string;
  /** What each point is, where that is less than the whole run. */
  readonly note: string;
  /** Metrics of one graph have one unit. */
  readonly graphs: readonly SweepGraph[];
  /** The metric whose knee is marked: where more of the parameter stops to pay; null for none. */
  readonly knee: string | null;
}

export interface SweepGraph {
  readonly title: string;
  readonly metrics: readonly { readonly name: string; readonly tone: ChartTone }[];
  readonly scale: 'linear' | 'log';
}
