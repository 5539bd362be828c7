import { readFileSync } from 'node:fs';
import { VitePWA } from 'vite-plugin-pwa';
import type { PluginOption } from 'vite';
import { groupFiles, sumOfBytes } from '#app/offline/file-kinds.ts';
import type { SiteFile } from '#app/offline/site-file.ts';
import { oklchToHex } from '#features/editor/oklch-to-hex.ts';
import { formatBytes, formatQuantity } from '#ui/format-quantity.ts';
import { prerender } from './prerender.ts';

/**
 * Makes the site one that can be installed and works without a network: its pages, its web app manifest, and the service
 * worker with the list of all files. The pages are written at this point, because the list must name them.
 */
export function offlinePlugin(): PluginOption {
  const paper = colourToken('paper');
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/app/offline',
    filename: 'service-worker.ts',
    // The page registers it by itself, from whatever path it lies at, when it has all that it needs.
    injectRegister: false,
    includeManifestIcons: false,
    integration: {
      beforeBuildServiceWorker: async ({ outDir, injectManifest }) => {
        await prerender(outDir);
        // The plugin's own entry for the web app manifest has no size; it is found among the files.
        delete injectManifest.additionalManifestEntries;
      },
    },
    injectManifest: {
      rollupFormat: 'iife',
      injectionPoint: 'self.siteFiles',
      globPatterns: ['**/*'],
      globIgnores: ['.vite/**'],
      // Larger than any file: nothing may be left out of the list.
      maximumFileSizeToCacheInBytes: 1_000_000_000,
      manifestTransforms: [
        (entries) => {
          const files = entries.map(({ url, revision, size }): SiteFile & { readonly size: number } => ({
            url: url.replace(/(^|\/)index\.html$/, '$1'),
            revision,
            bytes: size,
            size,
          }));
          printSummary(files);
          return { manifest: files };
        },
      ],
    },
    manifest: {
      name: 'Rowhouse',
      short_name: 'Rowhouse',
      description: 'Learn database design on a real PostgreSQL that runs in your own browser.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: paper,
      background_color: paper,
      icons: [
        { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
}

/** The light theme's; a manifest knows neither tokens nor oklch. */
function colourToken(name: string): string {
  const [, colour = ''] = new RegExp(`--${name}: (oklch[^;]+);`).exec(readFileSync('src/ui/tokens.css', 'utf8')) ?? [];
  const hex = oklchToHex(colour);
  if (hex === null) throw new Error(`The token --${name} is no colour in oklch.`);
  return hex;
}

function printSummary(files: readonly SiteFile[]): void {
  console.log('\nKept for use without a network:');
  for (const { kind, count, bytes } of groupFiles(files)) {
    console.log(`  ${kind.padEnd(24)}${formatQuantity(count, 'file').padStart(10)}${formatBytes(bytes).padStart(12)}`);
  }
  console.log(
    `  ${''.padEnd(24)}${formatQuantity(files.length, 'file').padStart(10)}${formatBytes(sumOfBytes(files)).padStart(12)}`,
  );
}
