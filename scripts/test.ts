import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';

/**
 * Everything that must hold, one stage after the other: `npm test` runs all of them, `npm run check` all that need no
 * browser, and `tsx scripts/test.ts lint unit` the ones named. A stage that fails does not keep the later ones from
 * running. Ends with what took how long, and one line `N passed, N failed`.
 */
interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the stage writes what it counted; a stage without counts as one. */
  readonly count?: () => Count;
  /** Says why the stage cannot run here, or null. */
  readonly precondition?: () => string | null;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const reports = '.cache/reports';

const stages: readonly Stage[] = [
  { name: 'base-image', command: ['npm', 'run', '--silent', 'base-image'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'dead-code', command: ['npm', 'run', '--silent', 'dead-code'] },
  {
    name: 'unit',
    command: ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${reports}/unit.json`],
    count: () => {
      const { numPassedTests, numFailedTests } = readReport('unit') as {
        numPassedTests: number;
        numFailedTests: number;
      };
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
  { name: 'lessons', command: ['npm', 'run', '--silent', 'lessons'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'payloads', command: ['npm', 'run', '--silent', 'build:payloads'] },
  {
    name: 'browser',
    command: ['npx', 'playwright', 'test'],
    precondition: () => {
      const chromium = ensureChromium();
      return chromium.ok ? null : chromium.message;
    },
    count: () => {
      const { stats } = readReport('e2e') as { stats: { expected: number; unexpected: number; flaky: number } };
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  },
];

function readReport(name: string): unknown {
  return JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8'));
}

function runCommand([command = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((done) => {
    spawn(command, args, { stdio: 'inherit' })
      .on('close', (code) => done(code ?? 1))
      .on('error', () => done(1));
  });
}

/** What a stage counted; a stage that failed without counting a failure still counts as one. */
async function runStage(stage: Stage): Promise<Count> {
  const hindrance = stage.precondition?.() ?? null;
  if (hindrance !== null) {
    console.error(hindrance);
    return { passed: 0, failed: 1 };
  }
  const code = await runCommand(stage.command);
  if (stage.count === undefined) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const count = stage.count();
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const lines: string[] = [];
const total = { passed: 0, failed: 0 };
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${stage.name} ──`);
  const startedAt = performance.now();
  const count = await runStage(stage);
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  lines.push(
    `${count.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(12)} ${seconds.padStart(7)} s  ${count.passed} passed, ${count.failed} failed`,
  );
}
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
