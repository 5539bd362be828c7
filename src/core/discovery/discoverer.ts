import type { Result } from '#core/shared/result.ts';
import type { DiscoveryQuestion, DiscoveryReport } from './discovery.ts';

/** Searches away from the page's own thread. */
export interface Discoverer {
  /** `onProgress` hears of what was found so far several times a second. */
  begin(question: DiscoveryQuestion, onProgress: (report: DiscoveryReport) => void): RunningDiscovery;
}

export interface RunningDiscovery {
  /** After `stop`, what was found till then. */
  readonly done: Promise<Result<DiscoveryReport, DiscoveryLoss>>;
  stop(): void;
}

/** The worker could not be started, or died, of too little memory perhaps. */
export interface DiscoveryLoss {
  readonly reason: string;
  /** What it had told of before; null for nothing. */
  readonly report: DiscoveryReport | null;
}
