import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSite } from './build-site.ts';
import { payloadCourse } from './payloads/payload-course.ts';

/**
 * Builds the site of a course that says known injections wherever a lesson may say something, as `npm run build` builds
 * the real one. Browser tests open its pages and watch that nothing of it runs.
 */
const folder = '.cache/payloads';
const course = join(folder, 'lessons');

rmSync(folder, { recursive: true, force: true });
for (const [path, text] of payloadCourse()) {
  mkdirSync(dirname(join(course, path)), { recursive: true });
  writeFileSync(join(course, path), text);
}
buildSite(course, folder);
