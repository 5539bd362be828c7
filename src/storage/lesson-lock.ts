/** Held by the tab that owns a lesson; the browser releases it when the tab is gone, however it went. */
export interface LessonLock {
  release(): void;
}

/**
 * The lock of a lesson, or null while another tab has it. `steal` takes it from that tab, whose `onLost` is called.
 * Without Web Locks, as on a page that was fetched over plain http, everyone gets it: who claims the lesson last, owns it.
 */
export function holdLesson(
  locks: LockManager | undefined,
  lesson: string,
  how: 'if-available' | 'steal',
  onLost: () => void,
): Promise<LessonLock | null> {
  const unlocked: LessonLock = { release: () => undefined };
  if (locks === undefined) return Promise.resolve(unlocked);
  return new Promise((done) => {
    let isHeld = false;
    const options = how === 'steal' ? { steal: true } : { ifAvailable: true };
    locks
      .request(`rowhouse:lesson:${lesson}`, options, (lock) => {
        if (lock === null) {
          done(null);
          return undefined;
        }
        isHeld = true;
        return new Promise<void>((release) => done({ release }));
      })
      // Rejected at once where locks are refused, later when the lock is stolen.
      .catch(() => (isHeld ? onLost() : done(unlocked)));
  });
}
