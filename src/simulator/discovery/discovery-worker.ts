import type { MessageToDiscovery } from './discovery-messages.ts';
import { DiscoveryServer } from './discovery-server.ts';

/** The worker's side. A message to itself lets those from the page go first, without a timer's delay. */
const { port1: bell, port2: rope } = new MessageChannel();
let next: () => void = () => undefined;
bell.addEventListener('message', () => next());
bell.start();

const server = new DiscoveryServer({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a page has no origin to name here
  post: (message) => postMessage(message),
  now: () => performance.now(),
  pause: (then) => {
    next = then;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name
    rope.postMessage(null);
  },
});

addEventListener('message', ({ data }: MessageEvent<MessageToDiscovery>) => server.receive(data));
