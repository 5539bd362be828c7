import type { LabCard } from '#content/labs/lab-card.ts';
import type { PanelName, TableLab } from '#content/lesson.ts';
import { didYouMean } from '#content/nearest.ts';
import { code } from '#content/words.ts';
import { text } from '#content/yaml-schema.ts';
import type { Fence } from './fence.ts';
import type { Report } from './report.ts';
import { validate, type YamlSource } from './yaml-source.ts';

/** What stands in a `yaml lab` on a table of the lesson. */
const keys = ['lab', 'table'];

/** Why a key that any other lab may have does not belong to one on a table. */
const noFigures: Readonly<Record<string, string>> = {
  goal: 'takes no `goal`: the checks `normal-form` and `dependency` judge tables',
  solution: 'takes no `solution`, as it has no goal',
  controls: 'takes no `controls`, as it has no goal',
  id: 'takes no `id`: nothing of it is kept',
  seed: 'takes no `seed`: nothing in it is by chance',
};

/** Reads a `yaml lab` that names a table instead of parameters. Null, after a report, where the table has no name. */
export function parseTableLab(
  map: Readonly<Record<string, unknown>>,
  { card, panel }: { readonly card: LabCard; readonly panel: PanelName },
  source: YamlSource,
  fence: Fence,
  report: Report,
): TableLab | null {
  for (const key of Object.keys(map).filter((each) => !keys.includes(each))) {
    const isParameter = card.fields.some(({ path }) => path === key);
    const why =
      noFigures[key] ??
      (isParameter
        ? `takes no ${code(key)}: they are the table’s own`
        : `has an unknown key ${code(key)}.${didYouMean(key, keys)}`);
    report(source.placeOf([key], 'key'), `A lab on a table ${why}${/[.?]$/.test(why) ? '' : '.'}`);
  }
  const table = validate(text, source, { path: ['table'], name: '`table`' }, report);
  return table === null ? null : { panel, table, place: fence.opening };
}
