import type { Notice } from '#core/engine/outcome.ts';

/** What there was, and how much of it is kept. */
export interface LeftOut {
  readonly rows: Share;
  readonly notices: Share;
}

interface Share {
  readonly kept: number;
  readonly total: number;
}

const counts = new Intl.NumberFormat('en-US');

/** Says what of a statement's answer was left out, as the server would have said it. */
export function leftOutNotices({ rows, notices }: LeftOut): readonly Notice[] {
  const found: Notice[] = [];
  if (rows.kept < rows.total) {
    found.push({
      severity: 'WARNING',
      sqlState: '01000',
      message: `${shareText(rows)} rows are shown here: together they hold more text than one run may bring to the page`,
      hint: 'Select fewer columns, or shorten long values: left(value, 100), length(value).',
    });
  }
  if (notices.kept < notices.total) {
    found.push({
      severity: 'WARNING',
      sqlState: '01000',
      message: `${shareText(notices)} notices are shown here`,
    });
  }
  return found;
}

function shareText({ kept, total }: Share): string {
  return `${counts.format(kept)} of ${counts.format(total)}`;
}
