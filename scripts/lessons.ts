import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkAll } from './lessons/check-all.ts';
import { findLessons } from './lessons/find-lessons.ts';
import { reportOtherFiles, type LessonReport } from './lessons/lesson-report.ts';
import { annotations, lessonText, reportDocument, summaryText } from './lessons/print-report.ts';
import { readGroup } from './lessons/read-group.ts';

/**
 * The gate: `npm run lessons -- [path…] [--json]` proves that lessons keep their promises. Exit 0 when all do, 1 when
 * one falls short, 2 when it was called wrongly.
 */
const wholeCourse = fileURLToPath(new URL('../lessons', import.meta.url));

async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return complain(asked);
  // npm runs its scripts in the package's folder, whichever folder its caller names paths from.
  const from = (process.env['npm_lifecycle_event'] === 'lessons' && process.env['INIT_CWD']) || process.cwd();
  const found = await findLessons(asked.paths, from);
  if (!found.ok) return complain(found.error);

  const started = performance.now();
  const groups = await Promise.all(found.value.map((group) => readGroup(group, process.cwd())));
  const tell = (report: LessonReport): void => {
    if (!asked.json) console.log(lessonText(report));
    if (process.env['CI'] === 'true')
      annotations(report).forEach((line) => (asked.json ? console.error : console.log)(line));
  };
  const others = groups.flatMap(({ problems, prefix }) => reportOtherFiles(problems, prefix));
  others.forEach(tell);
  const lessons = await checkAll(
    groups.flatMap((group) => group.lessons),
    tell,
  );
  const reports = [...others, ...lessons];
  console.log(asked.json ? reportDocument(reports) : summaryText(reports, performance.now() - started));
  return reports.every(({ ok }) => ok) ? 0 : 1;
}

function readArguments(
  args: readonly string[],
): { readonly json: boolean; readonly paths: readonly string[] } | string {
  try {
    const options = { json: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { json: values.json, paths: positionals.length === 0 ? [wholeCourse] : positionals };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function complain(message: string): 2 {
  console.error(`${message.split('. ')[0]?.replace(/\.?$/, '.')} Usage: npm run lessons -- [path…] [--json]`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
