import { labKinds } from '#content/labs/registry.ts';
import type { MessageToSimulator } from './simulator-messages.ts';
import { SimulatorServer } from './simulator-server.ts';

/** The worker's side. A message to itself lets those from the page go first, without a timer's delay. */
const { port1: bell, port2: rope } = new MessageChannel();
let next: () => void = () => undefined;
bell.addEventListener('message', () => next());
bell.start();

const server = new SimulatorServer({
  kinds: labKinds,
  post: (message) => postMessage(message),
  now: () => performance.now(),
  pause: (then) => {
    next = then;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name
    rope.postMessage(null);
  },
});

addEventListener('message', ({ data }: MessageEvent<MessageToSimulator>) => server.receive(data));
