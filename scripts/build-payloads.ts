import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { payloadCourse } from './payloads/payload-course.ts';

/**
 * Builds the site of a course that says known injections wherever a lesson may say something, as `npm run build` builds
 * the real one. Browser tests open its pages and watch that nothing of it runs.
 */
const folder = '.cache/payloads';
const course = join(folder, 'lessons');
const site = join(folder, 'site');
const rendered = join(folder, 'prerender');

rmSync(folder, { recursive: true, force: true });
for (const [path, text] of payloadCourse()) {
  mkdirSync(dirname(join(course, path)), { recursive: true });
  writeFileSync(join(course, path), text);
}
run('vite', 'build', '--logLevel', 'error', '--outDir', site);
run('vite', 'build', '--logLevel', 'error', '--outDir', rendered, '--ssr', 'src/app/prerender.tsx');
run('tsx', 'scripts/prerender.ts', site, rendered);

function run(...command: readonly string[]): void {
  const { status } = spawnSync('npx', command, {
    stdio: 'inherit',
    env: { ...process.env, ROWHOUSE_COURSE: course },
  });
  if (status !== 0) process.exit(1);
}
