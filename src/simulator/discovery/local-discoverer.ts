import type { Discoverer } from '#core/discovery/discoverer.ts';
import { DiscoveryClient } from './discovery-client.ts';
import { DiscoveryServer } from './discovery-server.ts';

/** Searches in the caller's own thread, which has a turn between any two; what is said crosses as it would to a worker. */
export function createLocalDiscoverer(): Discoverer {
  return new DiscoveryClient((listener) => {
    let hasEnded = false;
    function later(task: () => void): void {
      setTimeout(() => {
        if (!hasEnded) task();
      }, 0);
    }
    const server = new DiscoveryServer({
      now: () => performance.now(),
      pause: later,
      post: (message) => {
        const copy = structuredClone(message);
        later(() => listener.onMessage(copy));
      },
    });
    return {
      send: (message) => {
        const copy = structuredClone(message);
        later(() => server.receive(copy));
      },
      end: () => {
        hasEnded = true;
      },
    };
  });
}
