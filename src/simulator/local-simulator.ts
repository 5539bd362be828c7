import type { LabKind } from '#content/labs/lab-kind.ts';
import type { Simulator } from '#content/labs/simulator.ts';
import { SimulatorClient } from './simulator-client.ts';
import { SimulatorServer } from './simulator-server.ts';
import type { Connect } from './simulator-session.ts';

/** A simulator in the caller's own thread, which has a turn between any two of the simulator's. */
export function createLocalSimulator(kinds: ReadonlyMap<string, LabKind>): Simulator {
  return new SimulatorClient(connectLocally(kinds, () => performance.now()));
}

/** What is said crosses as it would to a worker: later, and as a copy. */
export function connectLocally(kinds: ReadonlyMap<string, LabKind>, now: () => number): Connect {
  return (listener) => {
    let hasEnded = false;
    function later(task: () => void): void {
      setTimeout(() => {
        if (!hasEnded) task();
      }, 0);
    }
    const server = new SimulatorServer({
      kinds,
      now,
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
  };
}
