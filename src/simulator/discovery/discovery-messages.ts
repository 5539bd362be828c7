import type { DiscoveryQuestion, DiscoveryReport } from '#core/discovery/discovery.ts';

/** What the page and a search say to each other; all of it plain data that survives a structured clone. */
export type MessageToDiscovery =
  { readonly kind: 'begin'; readonly question: DiscoveryQuestion } | { readonly kind: 'stop' };

/** Of the lists only what is new: they grow long. */
export type MessageFromDiscovery =
  | { readonly kind: 'news'; readonly news: DiscoveryReport }
  /** A bug of ours, or too little memory. */
  | { readonly kind: 'broken'; readonly reason: string };

export function newsSince(report: DiscoveryReport, told: DiscoveryReport | null): DiscoveryReport {
  return {
    ...report,
    uniques: report.uniques.slice(told?.uniques.length ?? 0),
    exact: report.exact.slice(told?.exact.length ?? 0),
    nearly: report.nearly.slice(told?.nearly.length ?? 0),
  };
}

export function withNews(report: DiscoveryReport | null, news: DiscoveryReport): DiscoveryReport {
  if (report === null) return news;
  return {
    ...news,
    uniques: [...report.uniques, ...news.uniques],
    exact: [...report.exact, ...news.exact],
    nearly: [...report.nearly, ...news.nearly],
  };
}
