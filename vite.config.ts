import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { baseImagePlugin } from './scripts/vite-base-image.ts';
import { coursePlugin } from './scripts/vite-course.ts';
import { contentSecurityPolicyPlugin } from './scripts/vite-csp.ts';
import { offlinePlugin } from './scripts/vite-offline.ts';
import { unusedAssetsPlugin } from './scripts/vite-unused-assets.ts';

/** The folder of the course; the browser tests build one of their own. */
const course = process.env['ROWHOUSE_COURSE'] ?? 'lessons';

export default defineConfig({
  // Relative: the same build works at any path of any host.
  base: './',
  plugins: [
    react(),
    coursePlugin(course),
    baseImagePlugin(),
    contentSecurityPolicyPlugin(),
    unusedAssetsPlugin(),
    offlinePlugin(),
  ],
  worker: { format: 'es' },
  // Browsers that have oklch: the tokens stay as they are written, and Monaco's theme can read them.
  build: {
    target: 'es2023',
    cssTarget: ['chrome119', 'firefox120', 'safari17'],
    manifest: true,
    chunkSizeWarningLimit: 4_000,
    // Most of what is bundled may be copied where its notice goes along.
    license: { fileName: 'licences.md' },
  },
  optimizeDeps: {
    // Named in full, so that no visit finds a dependency late and has to load the page again.
    entries: [
      'index.html',
      'src/{app,content,core,features,simulator,state,storage,ui}/**/!(*.test).{ts,tsx}',
      'src/engine/worker*.ts',
    ],
    // Their files lie beside their scripts.
    exclude: ['@electric-sql/pglite', '@electric-sql/pglite-tools'],
  },
});
