import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Builds the site of another course than ours, as `npm run build` builds the real one, into the folder `site` of
 * `folder`. Ends the process when a part of it fails.
 */
export function buildSite(course: string, folder: string): string {
  const site = join(folder, 'site');
  const { status } = spawnSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', site], {
    stdio: 'inherit',
    env: { ...process.env, ROWHOUSE_COURSE: course },
  });
  if (status !== 0) process.exit(1);
  return site;
}
