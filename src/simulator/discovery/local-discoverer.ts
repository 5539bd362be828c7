import type { Discoverer } from '#core/discovery/discoverer.ts';
import { connectInThread } from '#simulator/local-connection.ts';
import { DiscoveryClient } from './discovery-client.ts';
import type { MessageFromDiscovery } from './discovery-messages.ts';
import { DiscoveryServer } from './discovery-server.ts';

/** Searches in the caller's own thread, which has a turn between any two. */
export function createLocalDiscoverer(): Discoverer {
  return new DiscoveryClient((listener) =>
    connectInThread(
      (message: MessageFromDiscovery) => listener.onMessage(message),
      ({ later, post }) => new DiscoveryServer({ now: () => performance.now(), pause: later, post }),
    ),
  );
}
