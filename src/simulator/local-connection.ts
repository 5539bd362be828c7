/** What a server in the caller's own thread is given of the world. */
export interface LocalWorld<Reply> {
  /** Runs a task later, with a turn for the caller before it; not at all once the connection has ended. */
  readonly later: (task: () => void) => void;
  readonly post: (reply: Reply) => void;
}

/** A way to a server in the caller's own thread. What is said crosses as it would to a worker: later, and as a copy. */
export function connectInThread<Request, Reply>(
  onMessage: (reply: Reply) => void,
  start: (world: LocalWorld<Reply>) => { receive(request: Request): void },
): { readonly send: (request: Request) => void; readonly end: () => void } {
  let hasEnded = false;
  function later(task: () => void): void {
    setTimeout(() => {
      if (!hasEnded) task();
    }, 0);
  }
  const server = start({
    later,
    post: (reply) => {
      const copy = structuredClone(reply);
      later(() => onMessage(copy));
    },
  });
  return {
    send: (request) => {
      const copy = structuredClone(request);
      later(() => server.receive(copy));
    },
    end: () => {
      hasEnded = true;
    },
  };
}
