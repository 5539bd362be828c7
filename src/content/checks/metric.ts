import { comparison } from '#content/comparison-schema.ts';
import type { Comparison } from '#content/comparison.ts';
import { figureVerdict, describeFigure } from '#content/figure-verdict.ts';
import type { MetricCard } from '#content/labs/lab-card.ts';
import type { Metrics } from '#content/labs/lab-kind.ts';
import { closedMap, text } from '#content/yaml-schema.ts';
import * as v from 'valibot';
import type { Check, CheckKind, Verdict } from './check-kind.ts';

export interface MetricParams {
  /** The id of a lab of the lesson. */
  readonly lab: string;
  readonly name: string;
  readonly is: Comparison;
  /** What the card of the lab says of the metric; null in a lesson that has problems. */
  readonly metric: MetricCard | null;
}

/** A figure of the learner's own run of a lab. */
export const metric: CheckKind<MetricParams> = {
  kind: 'metric',
  schema: v.pipe(
    closedMap({ lab: text, name: text, is: comparison }),
    v.transform((params): MetricParams => ({ ...params, metric: null })),
  ),

  describe: (params) => describeFigure(cardOf(params), params.is),

  grade: (params, { labs }) => Promise.resolve(gradeMetric(params, labs)),
};

/** The same at once: it asks no database. */
export function gradeMetric(params: MetricParams, labs: ReadonlyMap<string, Metrics>): Verdict {
  const metrics = labs.get(params.lab);
  if (metrics !== undefined) return figureVerdict(cardOf(params), params.is, metrics);
  const finding = 'Nothing has been measured yet: open the lab and let it run to its end.';
  return { ok: false, message: finding, finding };
}

export function isMetricCheck(check: Check): check is Check<MetricParams> {
  return check.kind === metric.kind;
}

function cardOf({ metric: card, name }: MetricParams): MetricCard {
  return card ?? { name, label: name, unit: '', note: '' };
}
