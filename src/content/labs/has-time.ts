import type { LabCard } from './lab-card.ts';

/**
 * Whether something happens in a lab. One in which nothing does has one moment: its page shows no timeline and nothing over
 * time, forks nothing, and takes no seed.
 */
export function hasTime({ events, series }: Pick<LabCard, 'events' | 'series'>): boolean {
  return events.length > 0 || series.length > 0;
}
