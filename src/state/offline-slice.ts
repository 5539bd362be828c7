import type { SliceContext } from './app-state.ts';

/** A file of the site that is kept in the browser. */
export interface KeptFile {
  /** From the site's root; a page is named by its folder, and the home page is ''. */
  readonly url: string;
  readonly bytes: number;
}

export interface OfflineSlice {
  /** The files with which the site works without a network: all of them, or none before all are there. */
  readonly keptFiles: readonly KeptFile[];
  readonly reportKeptFiles: (files: readonly KeptFile[]) => void;
}

export function createOfflineSlice({ set }: SliceContext): OfflineSlice {
  return {
    keptFiles: [],
    reportKeptFiles: (keptFiles) => set({ keptFiles }),
  };
}
