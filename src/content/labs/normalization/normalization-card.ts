import type { DependencyProblem } from '#core/relational/dependency-text.ts';
import type { FieldProblem, LabCard, LabValues } from '#content/labs/lab-card.ts';
import { normalizationFields } from './normalization-fields.ts';
import { normalizationMetrics } from './normalization-figures.ts';
import { readMeant, readScheme } from './read-scheme.ts';

export const normalizationCard: LabCard = {
  kind: 'normalization',
  // The lab on live tables is called by the kind's name.
  page: 'dependencies',
  tablePanel: 'normalization',
  title: 'Dependencies on paper',
  summary: 'What follows from what in one table, which keys does it have, and in which normal form is it?',
  fields: normalizationFields,
  example: {
    attributes: 'order_id, product_id, product_name, user_id, ordered_on, quantity, price',
    dependencies: [
      'order_id -> user_id, ordered_on',
      'product_id -> product_name',
      'order_id, product_id -> quantity, price',
    ].join('\n'),
  },
  metrics: normalizationMetrics,
  mainMetric: 'normalForm',
  alarm: null,
  series: [],
  events: [],
  sweeps: [],
  fixedInForks: [],
  check: problemsOf,
};

/** Each line is a dependency, of attributes that there are. */
function problemsOf(values: LabValues): readonly FieldProblem[] {
  return [
    ...firstOf('dependencies', values, readScheme(values).problems),
    ...firstOf('meant', values, readMeant(values).problems),
  ];
}

/** One at a time, as they are mended: a field has room for a sentence or two. */
function firstOf(path: string, values: LabValues, problems: readonly DependencyProblem[]): readonly FieldProblem[] {
  const first = problems.find(({ severity }) => severity === 'error');
  if (first === undefined) return [];
  const { line, message } = first;
  const where = String(values[path]).trim().includes('\n') ? ` in line ${line}` : '';
  return [{ path, message: `cannot be read${where}: ${message}`, line }];
}
