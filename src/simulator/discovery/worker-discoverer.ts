import type { Discoverer } from '#core/discovery/discoverer.ts';
import { DiscoveryClient } from './discovery-client.ts';
import type { MessageFromDiscovery } from './discovery-messages.ts';

/** Searches in a worker that is started for each and ends with it. */
export function createDiscoverer(): Discoverer {
  return new DiscoveryClient((listener) => {
    const worker = new Worker(new URL('./discovery-worker.ts', import.meta.url), { type: 'module', name: 'discovery' });
    worker.addEventListener('message', ({ data }: MessageEvent<MessageFromDiscovery>) => listener.onMessage(data));
    worker.addEventListener('error', ({ message }) => listener.onLost(message || 'Its script did not load.'));
    worker.addEventListener('messageerror', () => listener.onLost('It said something that cannot be read.'));
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      send: (message) => worker.postMessage(message),
      end: () => worker.terminate(),
    };
  });
}
