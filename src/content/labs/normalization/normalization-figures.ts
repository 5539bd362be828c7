import { normalForms } from '#core/relational/dependency.ts';
import type { MetricCard } from '#content/labs/lab-card.ts';

export const normalizationMetrics: readonly MetricCard[] = [
  {
    name: 'normalForm',
    label: 'Normal form',
    unit: '',
    note: 'The highest that the relation is in; BCNF at most where no ->> is given.',
    ranks: normalForms,
  },
  {
    name: 'candidateKeys',
    label: 'Candidate keys',
    unit: '',
    note: 'Sets of attributes that determine all others, and of which nothing can be spared.',
  },
  {
    name: 'primeAttributes',
    label: 'Prime attributes',
    unit: '',
    note: 'Those that are in at least one candidate key.',
  },
  {
    name: 'unsaid',
    label: 'Rules left unsaid',
    unit: '',
    note: 'Dependencies that the lesson’s words promise and that do not follow from yours.',
  },
  {
    name: 'unmeant',
    label: 'Lines that nobody promised',
    unit: '',
    note: 'Dependencies of yours that do not follow from what the lesson’s words promise.',
  },
];
