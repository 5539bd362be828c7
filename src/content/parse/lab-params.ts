import type { LabCard, LabField, LabValues } from '#content/labs/lab-card.ts';
import { checkValues, type CheckedValues } from '#content/labs/lab-values.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, codeList } from '#content/words.ts';
import { isPlainMap, mustBe } from '#content/yaml-schema.ts';
import type { Place } from '#content/lesson.ts';
import type { Report } from './report.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** Parameters of a lab as an author wrote them, and where. */
export interface GivenParams {
  /** By the paths of the card's fields. */
  readonly values: Readonly<Record<string, unknown>>;
  /** `line` is of a text that may stand there as a list of its lines. */
  readonly placeOf: (path: string, line?: number) => Place | null;
}

interface ParamsSource {
  readonly source: YamlSource;
  readonly report: Report;
  /** Where the map of parameters stands, and how messages call it: "The lab". */
  readonly at: YamlPath;
  readonly name: string;
  /** Keys that stand beside the parameters and are none. */
  readonly beside: readonly string[];
}

/** Takes nested YAML apart, `holdMs: { mean: 50 }`, into values by path, `holdMs.mean`. Every unknown key is reported. */
export function flattenParams(card: LabCard, map: object, params: ParamsSource): GivenParams {
  const values: Record<string, unknown> = {};
  const places = new Map<string, YamlPath>();
  const { source, report, at, name, beside } = params;

  function read(level: object, prefix: string, keys: YamlPath): void {
    const known = keysBelow(card.fields, prefix);
    for (const [key, value] of Object.entries(level)) {
      if (prefix === '' && beside.includes(key)) continue;
      const path = `${prefix}${key}`;
      const here = [...keys, key];
      if (!known.includes(key)) {
        const where = prefix === '' ? name : code(prefix.slice(0, -1));
        report(
          source.placeOf(here, 'key'),
          `${where} has an unknown key ${code(key)}${adviceOn(card, key, known, prefix === '' ? beside : [])}`,
        );
      } else if (card.fields.some((field) => field.path === path)) {
        values[path] = value;
        places.set(path, here);
      } else if (isPlainMap(value)) {
        read(value, `${path}.`, here);
      } else {
        const keysOf = codeList(keysBelow(card.fields, `${path}.`));
        report(source.placeOf(here), `${code(path)} ${mustBe(`a map with the keys ${keysOf}`)({ input: value })}`);
      }
    }
  }

  read(map, '', at);
  return {
    values,
    placeOf: (path, line) => {
      const place = places.get(path);
      if (place === undefined) return null;
      const list = values[path];
      return Array.isArray(list) && line !== undefined && line <= list.length
        ? source.placeOf([...place, line - 1])
        : source.placeOf(place);
    },
  };
}

/**
 * Checks what was given over what holds otherwise. A problem is reported where its parameter stands, else at `otherwise`;
 * without that, what holds otherwise has been reported on its own.
 */
export function completeParams(
  card: LabCard,
  over: LabValues,
  given: GivenParams,
  { report, otherwise }: { readonly report: Report; readonly otherwise: Place | null },
): CheckedValues {
  const { values, problems } = checkValues(card, { ...over, ...given.values });
  for (const { path, message, line } of problems) {
    const place = given.placeOf(path, line) ?? otherwise;
    if (place !== null) report(place, `${code(path)} ${message}${/[.?]$/.test(message) ? '' : '.'}`);
  }
  return { values, problems };
}

/** The keys that may stand where `prefix` leads. */
function keysBelow(fields: readonly LabField[], prefix: string): readonly string[] {
  const below = fields.filter(({ path }) => path.startsWith(prefix));
  return [...new Set(below.map(({ path }) => path.slice(prefix.length).split('.')[0] ?? ''))];
}

function adviceOn(card: LabCard, key: string, known: readonly string[], beside: readonly string[]): string {
  const field = card.fields.find(({ path }) => path === key);
  const [outer, inner] = key.split('.');
  if (field !== undefined && inner !== undefined) return `; write ${code(`${outer}: { ${inner}: … }`)}.`;
  const all = [...beside, ...known];
  return `; known are ${codeList(all)}.${didYouMean(key, all)}`;
}
