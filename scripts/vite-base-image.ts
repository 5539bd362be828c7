import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const keyFile = 'src/engine/generated/base-image.key';

/**
 * Names the base image in the built site by what it unpacks to. Vite would take the hash of its gzip, which another
 * version of Node may write otherwise, and then every browser would fetch the same image anew.
 */
export function baseImagePlugin(): Plugin {
  return {
    name: 'rowhouse-base-image',
    apply: 'build',
    config: () => ({
      build: { rolldownOptions: { output: { assetFileNames: ({ originalFileNames }) => nameOf(originalFileNames) } } },
    }),
  };
}

function nameOf(originals: readonly string[]): string {
  return originals.some((file) => file.endsWith('/base-image.bin'))
    ? `assets/base-image-${readFileSync(keyFile, 'utf8').slice(0, 8)}.bin`
    : 'assets/[name]-[hash][extname]';
}
