/** An idea of the tokens. Each has a colour and a sign of its own, so that colour never stands alone. */
export type ChartTone = 'fresh' | 'stale' | 'miss' | 'scanned' | 'moved' | 'key' | 'dependency' | 'plain';

export interface ChartAxis {
  readonly label: string;
  /** Stands behind the label and behind each value. `%` is for shares, kept as a fraction of 1. */
  readonly unit?: string;
  /** On a logarithmic scale a value of 0 or less has no place; the line has a gap there. */
  readonly scale?: 'linear' | 'log';
  /** From where to where; otherwise as the values need it, from 0 where they are not negative. */
  readonly domain?: readonly [number, number];
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly tone: ChartTone;
  /** Ascending. */
  readonly xs: readonly number[];
  /** As many as `xs`; NaN is a gap. */
  readonly ys: readonly number[];
  /** What is not measured: a formula, another future. */
  readonly dash?: boolean;
  readonly isArea?: boolean;
  /** A value holds until the next one. */
  readonly isStep?: boolean;
  /** Marks each sample, for lines through a few of them. */
  readonly marker?: 'dot';
}

/** The solid line that a dashed one goes with, by its tone: then the name of that one serves for both. */
export function twinOf(line: ChartSeries, series: readonly ChartSeries[]): ChartSeries | undefined {
  return line.dash === true ? series.find((other) => other.dash !== true && other.tone === line.tone) : undefined;
}

/** A point of the horizontal axis with a name, as a knee. */
export interface ChartHighlight {
  readonly x: number;
  readonly label: string;
}
