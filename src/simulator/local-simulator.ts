import type { LabKind } from '#content/labs/lab-kind.ts';
import type { Simulator } from '#content/labs/simulator.ts';
import { connectInThread } from './local-connection.ts';
import { SimulatorClient } from './simulator-client.ts';
import type { MessageFromSimulator } from './simulator-messages.ts';
import { SimulatorServer } from './simulator-server.ts';
import type { Connect } from './simulator-session.ts';

/** A simulator in the caller's own thread, which has a turn between any two of the simulator's. */
export function createLocalSimulator(kinds: ReadonlyMap<string, LabKind>): Simulator {
  return new SimulatorClient(connectLocally(kinds, () => performance.now()));
}

/** Ways to simulators in the caller's own thread. */
export function connectLocally(kinds: ReadonlyMap<string, LabKind>, now: () => number): Connect {
  return (listener) =>
    connectInThread(
      (message: MessageFromSimulator) => listener.onMessage(message),
      ({ later, post }) => new SimulatorServer({ kinds, now, pause: later, post }),
    );
}
