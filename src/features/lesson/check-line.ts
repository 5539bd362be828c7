import type { Verdict } from '#content/checks/check-kind.ts';

/** One line of a goal: what is asked, and what the last grading found. */
export interface CheckLine {
  readonly id: string;
  /** Completes "Your answer must …"; text with `code` in backticks. */
  readonly description: string;
  /** Null until the step has been graded. */
  readonly verdict: Verdict | null;
}

export type CheckState = 'unchecked' | 'passed' | 'failed';

export function checkState({ verdict }: CheckLine): CheckState {
  if (verdict === null) return 'unchecked';
  return verdict.ok ? 'passed' : 'failed';
}

/** "2 of 4", or null while nothing has been graded. */
export function passedCount(lines: readonly CheckLine[]): string | null {
  if (lines.every((line) => line.verdict === null)) return null;
  return `${lines.filter((line) => checkState(line) === 'passed').length} of ${lines.length}`;
}

/** What a screen reader says after a grading; empty while there is nothing to say. Backticks are left out. */
export function spokenGrading(lines: readonly CheckLine[]): string {
  const count = passedCount(lines);
  if (count === null) return '';
  const failures = lines.filter((line) => checkState(line) === 'failed');
  if (failures.length === 0) return `${count} hold.`;
  const reasons = failures.map((line) => `Not yet: ${line.description}. ${line.verdict?.message ?? ''}`);
  return [`${count} hold.`, ...reasons].join(' ').replaceAll('`', '');
}
