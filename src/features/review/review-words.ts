import type { LucideIcon } from 'lucide-react';
import { Hourglass, Lightbulb, OctagonAlert } from 'lucide-react';
import { objectKey } from '#core/catalog/object-name.ts';
import { ranks, type Finding, type Rank } from '#core/review/finding.ts';
import type { BadgeTone } from '#ui/badge.tsx';

interface RankWords {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: BadgeTone;
}

/** Each rank has its sign, its word and its colour. */
export const rankWords: Readonly<Record<Rank, RankWords>> = {
  wrong: { word: 'wrong or lost rows', icon: OctagonAlert, tone: 'bad' },
  slow: { word: 'slow', icon: Hourglass, tone: 'waiting' },
  habit: { word: 'habit', icon: Lightbulb, tone: 'neutral' },
};

/** The findings of each table, as one group; the group of the worst comes first, as the findings do. */
export function byTable(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = objectKey(finding.table);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

/** `3 that make rows wrong or lose them, 1 slow`: how many there are of each rank, worst first. */
export function rankCounts(findings: readonly Finding[]): readonly { readonly rank: Rank; readonly count: number }[] {
  return ranks
    .map((rank) => ({ rank, count: findings.filter((finding) => finding.rank === rank).length }))
    .filter(({ count }) => count > 0);
}
