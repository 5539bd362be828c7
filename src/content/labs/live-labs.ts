/**
 * A lab on a live database, as far as a page needs to know it before it is opened. In a lesson it is a panel of the
 * workbench; on its own it is opened with a dataset of the course.
 */
export interface LiveLab {
  /** As the address names it: `/labs/<kind>/`. */
  readonly kind: string;
  readonly title: string;
  /** One sentence: what is done in it. */
  readonly summary: string;
  /** The dataset it opens with. */
  readonly dataset: string;
}

export const liveLabs: readonly LiveLab[] = [
  {
    kind: 'schema',
    title: 'Schema lab',
    summary:
      'See a live database as a diagram, draw tables and relations, and try what each constraint refuses before you trust it.',
    dataset: 'shop',
  },
  {
    kind: 'normalization',
    title: 'Normalization lab',
    summary:
      'Say what depends on what in a live table, see what it costs where it is not said by a key, and split it without losing a row.',
    dataset: 'spreadsheets',
  },
];
