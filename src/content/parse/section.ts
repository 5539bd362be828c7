import type { RootContent } from 'mdast';
import type { Block, Place, Quiz, Section, ShownSql, SqlBlock, Step, TryBlock } from '#content/lesson.ts';
import type { Check } from '#content/checks/check-kind.ts';
import { isMetricCheck } from '#content/checks/metric.ts';
import { parseChecks } from './check-block.ts';
import { readFence, type Fence } from './fence.ts';
import type { StepHeading } from './heading.ts';
import { highlightSql } from './highlight-sql.ts';
import { readHint } from './hint.ts';
import type { LabReader } from './lab-reader.ts';
import { placeOfNode } from './markdown-tree.ts';
import type { ProseReader } from './prose.ts';
import { parseQuiz } from './quiz-block.ts';
import type { Report } from './report.ts';

export interface SectionSource {
  readonly lines: readonly string[];
  readonly prose: ProseReader;
  readonly labs: LabReader;
  readonly report: Report;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };
type Draft = Mutable<Omit<Step, keyof StepHeading>>;

/** What stands before the first step: read, set up and tried out, but with no work to do. */
export function parseIntroduction(content: readonly RootContent[], source: SectionSource): Section {
  const { blocks, setup } = parseSection(content, source, 'introduction').section;
  return { blocks, setup };
}

export function parseStep(heading: StepHeading, content: readonly RootContent[], source: SectionSource): Step {
  const { section, judgesSql } = parseSection(content, source, 'step');
  const { checks, solution, rights, wrongs } = section;
  // What a lab measures is proven by the lab's own solution.
  const check = checks.find((each) => !isMetricCheck(each));
  if (check !== undefined && solution === null) {
    source.report(check.place, `The step "${heading.title}" has checks but no \`sql solution\` that passes them.`);
  }
  if (!judgesSql) {
    if (solution !== null) {
      source.report(
        solution.place,
        'A `solution` needs a `yaml check` in its step. Without one no learner has to run it: what it does belongs in a `setup`.',
      );
    }
    const complain = (role: string) => (answer: SqlBlock) =>
      source.report(
        answer.place,
        `A \`${role}\` answer needs a \`yaml check\` in its step that tells right from wrong.`,
      );
    rights.forEach(complain('right'));
    wrongs.forEach(complain('wrong'));
  }
  return { ...heading, ...section };
}

interface ParsedSection {
  readonly section: Omit<Step, keyof StepHeading>;
  /** A `yaml check` stands in it that asks for more than a lab's figures, or is not well made. */
  readonly judgesSql: boolean;
}

function parseSection(
  content: readonly RootContent[],
  { lines, prose, labs, report }: SectionSource,
  part: 'introduction' | 'step',
): ParsedSection {
  const draft: Draft = {
    blocks: [],
    setup: [],
    starter: null,
    solution: null,
    rights: [],
    wrongs: [],
    checks: [],
    hints: [],
  };
  let judgesSql = false;
  const metrics = new Map<Check, () => Check>();
  let paragraphs: RootContent[] = [];

  function endProse(): void {
    if (paragraphs.length > 0) draft.blocks.push({ kind: 'prose', content: prose.read(paragraphs) });
    paragraphs = [];
  }

  function show(block: Block): void {
    endProse();
    draft.blocks.push(block);
  }

  /** What belongs to a step is reported where there is none yet. */
  function isAtHome(what: string, place: Place): boolean {
    if (part === 'step') return true;
    report(place, `A ${what} belongs to a step: a line \`## Title\` is missing before it.`);
    return false;
  }

  function use(fence: Fence): void {
    const isForAnySection = fence.role === 'setup' || fence.role === 'try';
    if (!isForAnySection && !isAtHome(`\`${fence.role}\``, fence.opening)) return;
    switch (fence.role) {
      case 'setup':
        draft.setup.push(sqlOf(fence));
        break;
      case 'try':
        show({ kind: 'try', ...shownSqlOf(fence), index: triesIn(draft.blocks).length, fails: fence.attribute });
        break;
      case 'starter':
        if (isFirst(fence, draft.starter, report)) draft.starter = sqlOf(fence);
        break;
      case 'solution':
        if (isFirst(fence, draft.solution, report)) draft.solution = shownSqlOf(fence);
        break;
      case 'right':
        draft.rights.push(sqlOf(fence));
        break;
      case 'wrong':
        draft.wrongs.push({ ...sqlOf(fence), says: fence.attribute });
        break;
      case 'check': {
        const checks = parseChecks(
          fence,
          draft.checks,
          (check, placeOf) => metrics.set(check, () => labs.link(check, placeOf)),
          report,
        );
        judgesSql ||= checks.length === 0 || !checks.every(isMetricCheck);
        draft.checks.push(...checks);
        break;
      }
      case 'quiz': {
        const quiz = parseQuiz(fence, quizzesIn(draft.blocks), prose, report);
        if (quiz !== null) show({ kind: 'quiz', quiz });
        break;
      }
      case 'lab': {
        const lab = labs.read(fence);
        if (lab !== null) show(lab);
        break;
      }
    }
  }

  for (const node of content) {
    const fence = node.type === 'code' ? readFence(node, lines, report) : 'shown';
    const hint = node.type === 'blockquote' ? readHint(node, report) : null;
    if (fence === 'wrong' || node.type === 'definition') continue;
    if (fence !== 'shown') use(fence);
    else if (hint === null) paragraphs.push(node);
    else if (isAtHome('hint', placeOfNode(node))) draft.hints.push(prose.read(hint));
  }
  endProse();
  draft.checks = draft.checks.map((check) => metrics.get(check)?.() ?? check);
  return { section: draft, judgesSql };
}

function isFirst(fence: Fence, earlier: SqlBlock | null, report: Report): boolean {
  if (earlier === null) return true;
  const first = earlier.place.line - 1;
  report(fence.opening, `This is a second \`${fence.role}\`; a step has one, and it stands in line ${first}.`);
  return false;
}

function sqlOf({ text, place }: Fence): SqlBlock {
  return { sql: text, place };
}

function shownSqlOf(fence: Fence): ShownSql {
  return { ...sqlOf(fence), highlighted: highlightSql(fence.text) };
}

function triesIn(blocks: readonly Block[]): readonly TryBlock[] {
  return blocks.filter((block) => block.kind === 'try');
}

function quizzesIn(blocks: readonly Block[]): readonly Quiz[] {
  return blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quiz] : []));
}
