import { didYouMean } from '#content/nearest.ts';
import { codeList } from '#content/words.ts';
import { isPlainMap } from '#content/yaml-schema.ts';
import type { Fence } from './fence.ts';
import type { Report } from './report.ts';
import { readYaml } from './yaml-source.ts';

const labsToCome = ['normalization', 'hash-ring', 'cache', 'replication', 'pool'];

/** Labs join the format with their registry; until then a `yaml lab` is refused in words that say so. */
export function refuseLab(fence: Fence, report: Report): void {
  const source = readYaml(fence.text, fence.place, report);
  if (source === null) return;
  const { lab } = isPlainMap(source.value) ? source.value : {};
  const place = source.placeOf(['lab']);
  if (typeof lab !== 'string') {
    report(fence.opening, `A \`yaml lab\` names its kind as in \`lab: ${labsToCome[0]}\`.`);
  } else if (labsToCome.includes(lab)) {
    report(place, `The lab \`${lab}\` is not available yet.`);
  } else {
    report(place, `There is no lab \`${lab}\`; to come are ${codeList(labsToCome)}.${didYouMean(lab, labsToCome)}`);
  }
}
