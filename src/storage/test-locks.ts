/** Web Locks as the specification has them, as far as the vault goes; Node has none. Each call gives another origin's. */
export function testLocks(): LockManager {
  const held = new Map<string, { readonly lose: (reason: unknown) => void }>();
  async function request(
    name: string,
    options: LockOptions,
    use: (lock: Lock | null) => Promise<void> | undefined,
  ): Promise<void> {
    const holder = held.get(name);
    if (holder !== undefined && options.steal !== true) {
      await use(null);
      return;
    }
    holder?.lose(new DOMException('The lock was stolen.', 'AbortError'));
    await new Promise<void>((done, lose) => {
      const mine = { lose };
      held.set(name, mine);
      void Promise.resolve(use({ name, mode: 'exclusive' })).then(() => {
        if (held.get(name) === mine) held.delete(name);
        done();
      });
    });
  }
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}
