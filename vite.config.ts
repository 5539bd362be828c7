import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { course } from './scripts/vite-course.ts';

export default defineConfig({
  // Relative: the same build works at any path of any host.
  base: './',
  plugins: [react(), course('lessons')],
  worker: { format: 'es' },
  build: { target: 'es2023', manifest: true, chunkSizeWarningLimit: 4_000 },
  optimizeDeps: { exclude: ['@electric-sql/pglite', 'libpg-query'] },
});
