import { labKinds } from '#content/labs/registry.ts';
import type { CourseFiles } from '#content/course-files.ts';
import { loadCourse } from '#content/load-course.ts';
import type { Engine } from '#core/engine/engine.ts';
import { err, ok } from '#core/shared/result.ts';
import { createLocalDiscoverer } from '#simulator/discovery/local-discoverer.ts';
import { createLocalSimulator } from '#simulator/local-simulator.ts';
import { memoryVault } from '#storage/memory-vault.ts';
import { createAppStore, type AppStore } from './app-store.ts';
import type { Services } from './services.ts';

/** A lesson of two steps on one table, opened in a page of its own, for tests of what the workbench does. */

const lesson = `---
title: A shop
summary: What a shop sells.
minutes: 3
---

\`\`\`sql setup
create table product (id int primary key, name text not null);
insert into product values (1, 'Bread'), (2, 'Milk');
create sequence receipt;
\`\`\`

## Name them

\`\`\`sql solution
select name from product order by id;
\`\`\`

\`\`\`yaml check
- answer: { order: total }
- query: { sql: select count(*) from product, rows: [[2]] }
\`\`\`

## Go on

Nothing to do.
`;

const adding = `---
title: One more
summary: What a shop adds.
minutes: 3
---

\`\`\`sql setup
create table product (id int primary key, name text not null);
\`\`\`

## Add one

\`\`\`sql solution
insert into product values (3, 'Tea');
\`\`\`

\`\`\`yaml check
- query: { sql: select count(*) from product, rows: [[1]] }
\`\`\`
`;

const course = `title: A course
tracks:
  - id: shop
    title: Shop
    summary: A shop.
    lessons: [sells.md, adds.md]
`;

const texts: Readonly<Record<string, string>> = {
  'course.yaml': course,
  'shop/sells.md': lesson,
  'shop/adds.md': adding,
};

const files: CourseFiles = {
  nameOf: (path) => path,
  read: (path) => Promise.resolve(texts[path] ?? null),
  list: () => Promise.resolve(Object.keys(texts)),
};

/** The engine is the page's own: one on which nothing was done yet, or one that is started when the page asks for it. */
export async function openShop(
  engine: Engine | Services['startEngine'],
  services: Partial<Services> = {},
  lessonId = 'shop/sells',
): Promise<AppStore> {
  const loaded = await loadCourse(files);
  const store = createAppStore({
    courseSource: {
      course: loaded.course,
      load: (id) => {
        const bundle = loaded.lessons.find((candidate) => candidate.id === id)?.bundle;
        return Promise.resolve(bundle == null ? err({ kind: 'unknown' }) : ok(bundle));
      },
    },
    startEngine: typeof engine === 'function' ? engine : () => Promise.resolve(ok(engine)),
    storage: { isLasting: true, read: () => null, write: () => true, remove: () => undefined },
    simulator: createLocalSimulator(labKinds),
    discovery: createLocalDiscoverer(),
    vault: memoryVault(),
    saveFile: () => undefined,
    wallClock: () => 1_700_000_000_000,
    ...services,
  });
  await store.getState().openLesson(lessonId);
  return store;
}
