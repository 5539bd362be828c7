import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Each rule of the house, broken once on purpose: the file that breaks it, and what lint must say. */
const violations: readonly (readonly [file: string, imports: string, says: string])[] = [
  [
    'src/core/relational/a.ts',
    '#core/plan/plan-tree.ts',
    'itself, core/shared, core/catalog, core/relational and what the engine answers only',
  ],
  [
    'src/core/engine/b.ts',
    '#core/plan/plan-tree.ts',
    'itself, core/shared, core/catalog, core/relational and what the engine answers only',
  ],
  ['src/core/relational/c.ts', '#content/lesson.ts', 'core/ imports nothing above it'],
  ['src/core/normalization/judging/am.ts', '#core/plan/plan-tree.ts', 'itself, core/shared, core/catalog'],
  ['src/core/normalization/an.ts', '#content/lesson.ts', 'core/ imports nothing above it'],
  ['src/core/relational/d.ts', 'react', 'No view below features/'],
  ['src/content/e.ts', '#engine/node-engine.ts', 'content/ may import core/ only'],
  ['src/engine/f.ts', '#content/lesson.ts', 'engine/ may import core/ only'],
  ['src/ui/g.ts', '#core/shared/result.ts', 'ui/ knows no domain'],
  ['src/state/h.ts', '#engine/worker-engine.ts', 'state/ may import core/ and content/ only'],
  ['src/state/i.ts', 'react-dom', 'No view in state/'],
  ['src/features/lesson/j.ts', '#features/editor/sql-editor.tsx', 'imports no other feature'],
  ['src/features/lesson/k.ts', '#engine/worker-engine.ts', 'imports no other feature'],
  ['src/features/lesson/l.ts', '#app/shell.tsx', 'imports no other feature'],
  ['src/app/m.ts', '@electric-sql/pglite', 'Only engine/ imports PGlite'],
  ['src/state/n.ts', '@electric-sql/pglite', 'Only engine/ imports PGlite'],
  ['src/storage/p.ts', '#state/app-store.ts', "storage/ may import core/ and the store's services only"],
  ['src/storage/q.ts', '#engine/worker-engine.ts', "storage/ may import core/ and the store's services only"],
  ['src/storage/r.ts', 'zustand', 'No view below features/'],
  ['src/core/relational/s.ts', '#storage/database-vault.ts', 'core/ imports nothing above it'],
  ['src/core/engine/t.ts', '#storage/database-vault.ts', 'core/ imports nothing above it'],
  ['src/content/u.ts', '#storage/database-vault.ts', 'content/ may import core/ only'],
  ['src/engine/v.ts', '#storage/database-vault.ts', 'engine/ may import core/ only'],
  ['src/ui/w.ts', '#storage/database-vault.ts', 'ui/ knows no domain'],
  ['src/state/x.ts', '#storage/database-vault.ts', 'state/ may import core/ and content/ only'],
  ['src/features/lesson/y.ts', '#storage/database-vault.ts', 'imports no other feature'],
  ['src/simulator/aa.ts', '#engine/worker-engine.ts', 'simulator/ may import core/ and content/ only'],
  ['src/simulator/ab.ts', '#state/app-store.ts', 'simulator/ may import core/ and content/ only'],
  ['src/simulator/ac.ts', 'react', 'No view below features/'],
  ['src/simulator/ad.ts', '@electric-sql/pglite', 'Only engine/ imports PGlite'],
  ['src/core/relational/ae.ts', '#simulator/worker-simulator.ts', 'core/ imports nothing above it'],
  ['src/core/engine/af.ts', '#simulator/worker-simulator.ts', 'core/ imports nothing above it'],
  ['src/content/ag.ts', '#simulator/worker-simulator.ts', 'content/ may import core/ only'],
  ['src/engine/ah.ts', '#simulator/worker-simulator.ts', 'engine/ may import core/ only'],
  ['src/ui/ai.ts', '#simulator/worker-simulator.ts', 'ui/ knows no domain'],
  ['src/state/aj.ts', '#simulator/worker-simulator.ts', 'state/ may import core/ and content/ only'],
  ['src/storage/ak.ts', '#simulator/worker-simulator.ts', "storage/ may import core/ and the store's services only"],
  ['src/features/lesson/al.ts', '#simulator/worker-simulator.ts', 'imports no other feature'],
  ['src/features/lesson/o.ts', '../editor/sql-editor.tsx', 'own # imports'],
  ['src/core/relational/cycle-a.ts', './cycle-b.ts', 'no-cycle'],
  ['src/core/relational/cycle-b.ts', '#core/relational/cycle-a.ts', 'no-cycle'],
];

/** Files that keep the rules; lint must say nothing about them. */
const lawful: readonly (readonly [file: string, imports: string])[] = [
  ['src/core/engine/lawful.ts', '#core/catalog/catalog.ts'],
  ['src/core/engine/lawful-too.ts', '#core/relational/dependency.ts'],
  ['src/core/normalization/judging/lawful.ts', '#core/normalization/row-source.ts'],
  ['src/core/relational/lawful.ts', '#core/shared/result.ts'],
  ['src/content/lawful.ts', '#core/shared/result.ts'],
  ['src/engine/lawful.ts', '@electric-sql/pglite'],
  ['src/state/lawful.ts', '#content/lesson.ts'],
  ['src/storage/lawful.ts', '#state/services.ts'],
  ['src/storage/lawful-too.ts', '#core/engine/directory-state.ts'],
  ['src/app/lawful-too.ts', '#storage/database-vault.ts'],
  ['src/simulator/lawful.ts', '#content/labs/registry.ts'],
  ['src/simulator/lawful-too.ts', '#core/shared/result.ts'],
  ['src/app/lawful-three.ts', '#simulator/worker-simulator.ts'],
  ['src/features/lesson/lawful.ts', '#ui/button.tsx'],
  ['src/app/lawful.ts', '#features/lesson/lesson-article.tsx'],
];

/** What is read of oxlint's JSON report. */
interface LintMessage {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

const house = mkdtempSync(join(tmpdir(), 'rowhouse-lint-'));
let report: readonly LintMessage[] = [];

beforeAll(async () => {
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(resolve(file), join(house, file));
  }
  for (const [file, specifier] of [...violations, ...lawful]) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `import { plant } from '${specifier}';\nplant();\n`);
  }
  const output = await new Promise<string>((done) => {
    execFile(resolve('node_modules/.bin/oxlint'), ['--format', 'json'], { cwd: house }, (_, stdout) => done(stdout));
  });
  report = (JSON.parse(output) as { readonly diagnostics: readonly LintMessage[] }).diagnostics;
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function complaintsAbout(file: string): readonly string[] {
  return report
    .filter(({ filename, code }) => filename === file && code.includes('import'))
    .map(({ code, message, help }) => `${code}: ${message} ${help ?? ''}`);
}

describe('the import rules', () => {
  it.each(violations)('refuse in %s: %s', (file, _, says) => {
    expect(complaintsAbout(file).join('\n')).toContain(says);
  });

  it.each(lawful)('accept in %s: %s', (file) => {
    expect(complaintsAbout(file)).toEqual([]);
  });
});
