import type { LucideIcon } from 'lucide-react';
import { CalendarClock, PenLine, ShieldCheck } from 'lucide-react';
import type { DiscoveryCost } from '#core/discovery/discovery-cost.ts';
import type { DiscoveryEnd, DiscoveryProgress, DiscoveryReport } from '#core/discovery/discovery.ts';
import type { Ground } from '#core/discovery/findings.ts';
import type { NullHandling } from '#state/normalization/fresh-discovery.ts';
import type { BadgeTone } from '#ui/badge.tsx';
import { formatCount, formatQuantity } from '#ui/format-quantity.ts';

interface GroundWords {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: BadgeTone;
  readonly meaning: string;
}

export const grounds: readonly Ground[] = ['declared', 'stated', 'rows'];

export const groundWords: Readonly<Record<Ground, GroundWords>> = {
  declared: { word: 'declared', icon: ShieldCheck, tone: 'key', meaning: 'PostgreSQL makes sure of it.' },
  stated: { word: 'stated', icon: PenLine, tone: 'good', meaning: 'It follows from what you have stated.' },
  rows: {
    word: 'true today, maybe not tomorrow',
    icon: CalendarClock,
    tone: 'waiting',
    meaning: 'These rows agree with it; nothing promises that the next one will.',
  },
};

export const nullWords: Readonly<Record<NullHandling, string>> = {
  equal: 'NULL counts as a value equal to itself',
  different: 'No NULL equals another one',
};

/** What a search may come to, before it is started. */
export function costWords(
  { total, candidates, rank }: DiscoveryCost,
  { columns, rows, looked }: { readonly columns: number; readonly rows: number; readonly looked: number },
): string {
  const size = candidates.length - 1;
  const sized = size < columns ? `determinants of up to ${formatQuantity(size, 'column')}` : 'determinants';
  const sample = looked < rows ? `, of which the first ${formatCount(looked)} are looked at` : '';
  const table = `${formatQuantity(columns, 'column')}, ${formatQuantity(rows, 'row')}${sample}`;
  return `${table}: at most ${formatCount(total)} ${sized} to try. ${durationWords[rank]}`;
}

const durationWords: Readonly<Record<DiscoveryCost['rank'], string>> = {
  short: 'That takes a moment.',
  long: 'That may take some seconds; it can be stopped at any time.',
  endless: 'That may take minutes; it can be stopped at any time, and what was found till then is kept.',
};

export function progressWords({ size, tried, candidates }: DiscoveryProgress): string {
  const left = `${formatQuantity(size, 'column')} on the left`;
  return `${left}: ${formatCount(Math.min(tried, candidates))} of ${formatCount(candidates)} tried`;
}

export function countWords({ uniques, exact, nearly }: Pick<DiscoveryReport, 'uniques' | 'exact' | 'nearly'>): string {
  const parts = [`${formatCount(uniques.length)} unique`, formatQuantity(exact.length, 'dependency', 'dependencies')];
  return [...parts, ...(nearly.length > 0 ? [`${formatCount(nearly.length)} nearly true`] : [])].join(', ');
}

/** How complete the lists are. */
export function endWords({ kind, size }: DiscoveryEnd): string {
  const tried =
    size < 0
      ? 'Nothing was tried to the end.'
      : `Determinants of up to ${formatQuantity(size, 'column')} were all tried.`;
  switch (kind) {
    case 'complete':
      return 'These are all that are minimal.';
    case 'determinant-size':
      return `${tried} Larger ones were not.`;
    case 'sets':
      return `${tried} Of larger ones only some: there are too many to hold.`;
    case 'found':
      return `${tried} The search ended with so many found: this list is not complete.`;
    case 'stopped':
      return `Stopped. ${tried} What else was found by then is kept; the list is not complete.`;
  }
}

/** `4 of 8,817 rows break it`. */
export function breachWords(brokenBy: number, rowCount: number): string {
  return `${formatCount(brokenBy)} of ${formatQuantity(rowCount, 'row')} ${brokenBy === 1 ? 'breaks' : 'break'} it`;
}

/** What a database says ends with a full stop or without one. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
