import { DependencySearch } from '#core/discovery/dependency-search.ts';
import type { DiscoveryQuestion, DiscoveryReport } from '#core/discovery/discovery.ts';
import { newsSince, type MessageFromDiscovery, type MessageToDiscovery } from './discovery-messages.ts';

export interface DiscoverySurroundings {
  readonly now: () => number;
  readonly post: (message: MessageFromDiscovery) => void;
  /** Calls back once the messages that have come in meanwhile were handed over. */
  readonly pause: (then: () => void) => void;
}

/** A turn looks at so many rows between two looks at the clock; it takes a few milliseconds. */
const looksAtOnce = 200_000;
const turnMs = 30;
const newsEveryMs = 120;

/** One search, in turns between which it can be stopped. */
export class DiscoveryServer {
  readonly #surroundings: DiscoverySurroundings;
  #search: DependencySearch | null = null;
  #told: DiscoveryReport | null = null;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(surroundings: DiscoverySurroundings) {
    this.#surroundings = surroundings;
  }

  receive(message: MessageToDiscovery): void {
    switch (message.kind) {
      case 'begin':
        this.#attempt(() => this.#begin(message.question));
        break;
      case 'stop':
        this.#search?.stop();
        break;
    }
  }

  #begin(question: DiscoveryQuestion): void {
    this.#search = new DependencySearch(question);
    this.#goOn(this.#search);
  }

  #goOn(search: DependencySearch): void {
    this.#surroundings.pause(() => this.#attempt(() => this.#turn(search)));
  }

  #turn(search: DependencySearch): void {
    const { now } = this.#surroundings;
    const startMs = now();
    let hasEnded = false;
    do hasEnded = search.advance(looksAtOnce);
    while (!hasEnded && now() - startMs < turnMs);
    if (hasEnded || now() - this.#toldAtMs >= newsEveryMs) this.#tell(search.report);
    if (!hasEnded) this.#goOn(search);
  }

  #tell(report: DiscoveryReport): void {
    const news = newsSince(report, this.#told);
    // The search goes on writing into its lists.
    const { uniques, exact, nearly } = report;
    this.#told = { ...report, uniques: [...uniques], exact: [...exact], nearly: [...nearly] };
    this.#toldAtMs = this.#surroundings.now();
    this.#surroundings.post({ kind: 'news', news });
  }

  #attempt(task: () => void): void {
    try {
      task();
    } catch (error) {
      this.#surroundings.post({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
    }
  }
}
