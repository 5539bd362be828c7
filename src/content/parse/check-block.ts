import * as v from 'valibot';
import type { Check } from '#content/checks/check-kind.ts';
import { checkKinds, kindsToCome } from '#content/checks/registry.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, codeList } from '#content/words.ts';
import { mustBe, text } from '#content/yaml-schema.ts';
import { isMetricCheck, type MetricParams } from '#content/checks/metric.ts';
import type { Place } from '#content/lesson.ts';
import type { Fence } from './fence.ts';
import type { Report } from './report.ts';
import { readYaml, validate, type YamlSource } from './yaml-source.ts';

const id = v.pipe(
  text,
  v.trim(),
  v.maxLength(120, mustBe('an id of at most 120 characters, as a word or as a clause')),
);

/** Hears of a `metric` check, and where its parameters stand: what they name can be told only with all labs at hand. */
export type NoteMetric = (check: Check<MetricParams>, placeOf: (key: 'lab' | 'name' | 'is') => Place) => void;

/** Reads the list of a `yaml check`; `earlier` are the checks that the step has already. */
export function parseChecks(
  fence: Fence,
  earlier: readonly Check[],
  noteMetric: NoteMetric,
  report: Report,
): readonly Check[] {
  const source = readYaml(fence.text, fence.place, report);
  if (source === null) return [];
  if (!Array.isArray(source.value) || source.value.length === 0) {
    report(fence.opening, 'A `yaml check` must hold a list of checks, each beginning with `- ` and its kind.');
    return [];
  }
  const checks: Check[] = [];
  for (const [index, item] of source.value.entries()) {
    const taken = [...earlier, ...checks];
    const check = parseItem(source, index, item, taken, report);
    if (check === null) continue;
    if (taken.some((other) => other.id === check.id)) {
      report(check.place, `The id \`${check.id}\` is taken by another check of this step.`);
    }
    if (isMetricCheck(check)) noteMetric(check, (key) => source.placeOf([index, check.kind, key]));
    checks.push(check);
  }
  return checks;
}

function parseItem(
  source: YamlSource,
  index: number,
  item: unknown,
  earlier: readonly Check[],
  report: Report,
): Check | null {
  const place = source.placeOf([index]);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    report(
      place,
      `A check must be a map whose key is its kind, as in \`- answer: {}\`; known are ${codeList([...checkKinds.keys()])}.`,
    );
    return null;
  }
  const named = Object.keys(item).filter((key) => key !== 'id' && key !== 'says');
  for (const key of named) complainAboutKind(key, (message) => report(source.placeOf([index, key], 'key'), message));
  const [kind, second] = named.filter((key) => checkKinds.has(key));
  if (second !== undefined) {
    const message = `A check has one kind, and this has ${codeList(named)}; begin another item with \`- ${second}:\`.`;
    report(source.placeOf([index, second], 'key'), message);
  }
  if (named.length === 0) {
    report(place, `The check names no kind; it must be one of ${codeList([...checkKinds.keys()], 'or')}.`);
  }
  const at = (key: string) => ({ path: [index, key], name: code(key) });
  const givenId = 'id' in item ? validate(id, source, at('id'), report) : null;
  const says = 'says' in item ? validate(text, source, at('says'), report) : null;
  const found = kind === undefined ? undefined : checkKinds.get(kind);
  if (kind === undefined || found === undefined) return null;
  // A kind without parameters stands for all of its defaults.
  const params = validate(v.nullable(found.schema, {}), source, at(kind), report);
  if (params === null) return null;
  const number = earlier.filter((check) => check.kind === kind).length + 1;
  return { id: givenId ?? `${kind}-${number}`, kind, says, params, place };
}

function complainAboutKind(key: string, complain: (message: string) => void): void {
  if (checkKinds.has(key)) return;
  if (kindsToCome.includes(key)) {
    complain(`The check \`${key}\` is not available yet; it comes together with its lab.`);
    return;
  }
  const known = ['id', 'says', ...checkKinds.keys()];
  complain(`There is no check \`${key}\`; known are ${codeList([...checkKinds.keys()])}.${didYouMean(key, known)}`);
}
