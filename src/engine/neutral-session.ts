import type { Postgres } from './postgres.ts';

/**
 * Ends whatever role and settings the learner has chosen; the end of a transaction undoes it. The user is named, because
 * a server with a single user has forgotten what RESET SESSION AUTHORIZATION should go back to.
 */
export const neutralSession = 'set session authorization postgres; reset role; reset all';

/**
 * Does some reading under default settings and role, from within an open transaction if there is one, and leaves no
 * trace of it in the session.
 *
 * Outside of a transaction one of its own is rolled back. Within the learner's that would not do: its first query
 * forbids `SET TRANSACTION`, an error would abort it. So it is put back as a whole.
 */
export async function readNeutrally<T>(postgres: Postgres, read: () => Promise<T>): Promise<T> {
  const before = postgres.transaction === 'idle' ? null : await postgres.capture();
  await postgres.query(before === null ? `begin; ${neutralSession}` : neutralSession);
  try {
    return await read();
  } finally {
    if (before === null) await postgres.query('rollback');
    else postgres.reinstate(before);
  }
}
