import * as v from 'valibot';
import { comparison } from '#content/comparison-schema.ts';
import { initialValues, type CheckedValues } from '#content/labs/lab-values.ts';
import { largestSeed } from '#core/shared/random.ts';
import type { Comparison } from '#content/comparison.ts';
import type { LabCard, LabValues, MetricCard } from '#content/labs/lab-card.ts';
import type { Block, Lab, LabGoal } from '#content/lesson.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, codeList } from '#content/words.ts';
import { closedMap, isPlainMap, listOf, mustBe, text } from '#content/yaml-schema.ts';
import { blockId } from './block-id.ts';
import type { Fence } from './fence.ts';
import type { KnownLabs } from './known-labs.ts';
import { completeParams, flattenParams } from './lab-params.ts';
import type { Report } from './report.ts';
import { parseTableLab } from './table-lab.ts';
import { readYaml, validate, type YamlSource } from './yaml-source.ts';

/** What stands in every `yaml lab`, whatever its kind. */
const ownKeys = ['lab', 'id', 'seed', 'goal', 'solution', 'controls'];

const goalSchema = listOf(closedMap({ name: text, is: comparison, says: v.exactOptional(text) }), 'goals');

const seedSchema = v.custom<number>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestSeed,
  mustBe(`a whole number from 0 to ${largestSeed}`),
);

/** A lab as it is shown among the prose. */
export type LabBlock = Extract<Block, { readonly kind: 'lab' | 'table-lab' }>;

/** Reads a `yaml lab`; `earlier` are the labs that the lesson has already. Null, after a report, where it names no lab. */
export function parseLab(fence: Fence, earlier: readonly Lab[], known: KnownLabs, report: Report): LabBlock | null {
  const source = readYaml(fence.text, fence.place, report);
  if (source === null) return null;
  const map = isPlainMap(source.value) ? source.value : {};
  const card = findCard(map['lab'], fence, source, known, report);
  if (card === null) return null;
  if ('table' in map && card.tablePanel !== undefined) {
    const lab = parseTableLab(map, { card, panel: card.tablePanel }, source, fence, report);
    return lab === null ? null : { kind: 'table-lab', lab };
  }
  return { kind: 'lab', lab: parseSimulatedLab(map, card, fence, source, earlier, report) };
}

function parseSimulatedLab(
  map: Readonly<Record<string, unknown>>,
  card: LabCard,
  fence: Fence,
  source: YamlSource,
  earlier: readonly Lab[],
  report: Report,
): Lab {
  const at = <T>(key: string, schema: v.GenericSchema<unknown, T>): T | null =>
    key in map ? validate(schema, source, { path: [key], name: code(key) }, report) : null;

  const id = at('id', blockId) ?? card.kind;
  const first = earlier.find((other) => other.id === id);
  if (first !== undefined) {
    const place = 'id' in map ? source.placeOf(['id']) : fence.opening;
    report(
      place,
      `The id ${code(id)} is taken by the lab in line ${first.place.line}; give this one its own, as in ${code(`id: ${id}-2`)}.`,
    );
  }
  const given = flattenParams(card, map, { source, report, at: [], name: 'The lab', beside: ownKeys });
  const start = completeParams(card, initialValues(card), given, { report, otherwise: fence.opening });
  const goal = (at('goal', goalSchema) ?? []).flatMap((item, index): readonly LabGoal[] => {
    const metric = card.metrics.find(({ name }) => name === item.name);
    if (metric === undefined) {
      report(source.placeOf(['goal', index, 'name']), unknownMetric(item.name, card));
      return [];
    }
    const unfit = unfitComparison(metric, item.is);
    if (unfit !== null) report(source.placeOf(['goal', index, 'is']), unfit);
    return [{ name: item.name, metric, is: item.is, says: item.says ?? null, place: source.placeOf(['goal', index]) }];
  });
  const solution = readSolution(card, map, start, source, report);
  const paths = card.fields.map(({ path }) => path);
  const added = readControls(card, at('controls', listOf(text, 'parameters')) ?? [], source, report);
  if ('goal' in map && !('solution' in map)) {
    report(source.placeOf(['goal'], 'key'), 'A `goal` needs a `solution`: the parameters that reach it.');
  }
  if (!('goal' in map) && 'solution' in map) {
    report(source.placeOf(['solution'], 'key'), 'A `solution` needs a `goal` that it reaches.');
  }
  if (!('goal' in map) && 'controls' in map) {
    report(
      source.placeOf(['controls'], 'key'),
      '`controls` need a `goal`: without one the learner moves every parameter.',
    );
  }
  const moved = [...(solution?.moved ?? []), ...added];
  return {
    id,
    kind: card.kind,
    seed: at('seed', seedSchema) ?? 1,
    values: start.values,
    goal,
    solution: solution?.values ?? null,
    controls: 'goal' in map ? paths.filter((path) => moved.includes(path)) : paths,
    place: fence.opening,
  };
}

/** What is said of a metric that the lab does not have. */
export function unknownMetric(name: string, card: LabCard): string {
  const names = card.metrics.map((metric) => metric.name);
  return `The lab ${code(card.kind)} has no metric ${code(name)}; known are ${codeList(names)}.${didYouMean(name, names)}`;
}

/** What is said where a number is asked of a metric that is a normal form, or the other way round; else null. */
export function unfitComparison({ name, ranks }: MetricCard, is: Comparison): string | null {
  if (ranks !== undefined && is.of === undefined) {
    return `${code(name)} is compared with a normal form, such as ${code('>= BCNF')}; known are ${codeList(ranks)}.`;
  }
  if (ranks === undefined && is.of !== undefined) {
    return `${code(name)} is a number and no normal form; compare it with one, as in ${code('<= 20')}.`;
  }
  return null;
}

function findCard(lab: unknown, fence: Fence, source: YamlSource, known: KnownLabs, report: Report): LabCard | null {
  const names = [...known.cards.keys()];
  if (typeof lab !== 'string') {
    report(fence.opening, `A \`yaml lab\` names its kind as in \`lab: ${[...names, ...known.toCome][0]}\`.`);
    return null;
  }
  const card = known.cards.get(lab);
  if (card !== undefined) return card;
  const place = source.placeOf(['lab']);
  if (known.toCome.includes(lab)) {
    report(place, `The lab ${code(lab)} is not available yet.`);
  } else {
    const [there, toCome] = [codeList(names), codeList(known.toCome)];
    const near = didYouMean(lab, [...names, ...known.toCome]);
    report(place, `There is no lab ${code(lab)}; known are ${there}, to come are ${toCome}.${near}`);
  }
  return null;
}

function readSolution(
  card: LabCard,
  { solution }: Readonly<Record<string, unknown>>,
  start: CheckedValues,
  source: YamlSource,
  report: Report,
): { readonly values: LabValues; readonly moved: readonly string[] } | null {
  if (solution === undefined) return null;
  const place = source.placeOf(['solution']);
  if (!isPlainMap(solution)) {
    report(place, `\`solution\` ${mustBe('a map of the parameters that reach the goal')({ input: solution })}`);
    return null;
  }
  if (Object.keys(solution).length === 0) {
    report(place, 'The `solution` sets nothing: name the parameters that reach the goal.');
    return null;
  }
  const given = flattenParams(card, solution, { source, report, at: ['solution'], name: '`solution`', beside: [] });
  const otherwise = start.problems.length === 0 ? place : null;
  return {
    values: completeParams(card, start.values, given, { report, otherwise }).values,
    moved: Object.keys(given.values),
  };
}

/** The parameters that the author frees besides those of the solution. */
function readControls(
  card: LabCard,
  controls: readonly string[],
  source: YamlSource,
  report: Report,
): readonly string[] {
  const paths = card.fields.map(({ path }) => path);
  return controls.filter((path, index) => {
    if (paths.includes(path)) return true;
    const below = paths.filter((each) => each.startsWith(`${path}.`));
    const advice = below.length > 0 ? ` Name ${codeList(below, 'or')}.` : didYouMean(path, paths);
    report(source.placeOf(['controls', index]), `The lab ${code(card.kind)} has no parameter ${code(path)}.${advice}`);
    return false;
  });
}
