import type { Simulator } from '#content/labs/simulator.ts';
import { SimulatorClient } from './simulator-client.ts';
import type { MessageFromSimulator } from './simulator-messages.ts';
import type { Connect } from './simulator-session.ts';

/** A simulator in a worker of its own, which is started when something is first asked of it. */
export function createSimulator(): Simulator {
  return new SimulatorClient(connectToWorker);
}

const connectToWorker: Connect = (listener) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'simulator' });
  worker.addEventListener('message', ({ data }: MessageEvent<MessageFromSimulator>) => listener.onMessage(data));
  worker.addEventListener('error', ({ message }) => listener.onLost(message || 'Its script did not load.'));
  worker.addEventListener('messageerror', () => listener.onLost('It said something that cannot be read.'));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    send: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
};
