import type { Discoverer, DiscoveryLoss, RunningDiscovery } from '#core/discovery/discoverer.ts';
import type { DiscoveryQuestion, DiscoveryReport } from '#core/discovery/discovery.ts';
import { err, ok, type Result } from '#core/shared/result.ts';
import { withNews, type MessageFromDiscovery, type MessageToDiscovery } from './discovery-messages.ts';

/** The way to one search, in a worker or not. */
export interface DiscoveryLine {
  send(message: MessageToDiscovery): void;
  /** Ends it at once; nothing is heard of it any more. */
  end(): void;
}

export interface DiscoveryListener {
  onMessage(message: MessageFromDiscovery): void;
  onLost(reason: string): void;
}

export type ConnectDiscovery = (listener: DiscoveryListener) => DiscoveryLine;

/** Gives every search a line of its own, which ends with it: what it took of memory is free again at once. */
export class DiscoveryClient implements Discoverer {
  readonly #connect: ConnectDiscovery;

  constructor(connect: ConnectDiscovery) {
    this.#connect = connect;
  }

  begin(question: DiscoveryQuestion, onProgress: (report: DiscoveryReport) => void): RunningDiscovery {
    let line: DiscoveryLine | null = null;
    let report: DiscoveryReport | null = null;
    let isOver = false;
    const done = new Promise<Result<DiscoveryReport, DiscoveryLoss>>((resolve) => {
      function finish(result: Result<DiscoveryReport, DiscoveryLoss>): void {
        if (isOver) return;
        isOver = true;
        line?.end();
        resolve(result);
      }
      const onLost = (reason: string): void => finish(err({ reason, report }));
      const onMessage = (message: MessageFromDiscovery): void => {
        if (isOver) return;
        if (message.kind === 'broken') return onLost(message.reason);
        report = withNews(report, message.news);
        if (report.end === null) onProgress(report);
        else finish(ok(report));
      };
      try {
        line = this.#connect({ onMessage, onLost });
        line.send({ kind: 'begin', question });
      } catch (error) {
        onLost(error instanceof Error ? error.message : String(error));
      }
    });
    return {
      done,
      stop: () => {
        if (!isOver) line?.send({ kind: 'stop' });
      },
    };
  }
}
