import { PGlite } from '@electric-sql/pglite';
import type { DirectoryState } from '#core/engine/directory-state.ts';

const settingsFiles: ReadonlySet<string> = new Set(
  ['postgresql.auto.conf', 'postgresql.conf'].map((name) => `${PGlite.paths.PGDATA}/${name}`),
);

function isOther(path: string): boolean {
  return !settingsFiles.has(path);
}

/** The same files, but with the settings of the base image, as if ALTER SYSTEM had never been used. */
export function withBaseSettings(state: DirectoryState): DirectoryState {
  return {
    ...state,
    files: new Map([...state.files].filter(([path]) => isOther(path))),
    removed: new Set([...state.removed].filter(isOther)),
  };
}
