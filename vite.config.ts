import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { coursePlugin } from './scripts/vite-course.ts';

export default defineConfig({
  // Relative: the same build works at any path of any host.
  base: './',
  plugins: [react(), coursePlugin('lessons')],
  worker: { format: 'es' },
  // Browsers that have oklch: the tokens stay as they are written, and Monaco's theme can read them.
  build: {
    target: 'es2023',
    cssTarget: ['chrome119', 'firefox120', 'safari17'],
    manifest: true,
    chunkSizeWarningLimit: 4_000,
  },
  optimizeDeps: { exclude: ['@electric-sql/pglite', 'libpg-query'] },
});
