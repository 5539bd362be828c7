import type { Plugin } from 'vite';

/**
 * What PGlite brings along and no page fetches: the files of a start without a data directory, which the base image
 * takes the place of, and the file systems that are not ours. Vite finds them all named in PGlite's code.
 */
const unused = /^assets\/(pglite-[\w-]+\.data|initdb-[\w-]+\.wasm|(nodefs|opfs-ahp|memfs2opfs)-[\w-]+\.js)$/;

/** Leaves out of the build what nothing asks for: nobody need host it, and nobody keep it for offline use. */
export function unusedAssetsPlugin(): Plugin {
  return {
    name: 'rowhouse-unused-assets',
    apply: 'build',
    enforce: 'post',
    generateBundle: (_, bundle) => {
      for (const file of Object.keys(bundle)) if (unused.test(file)) delete bundle[file];
    },
  };
}
