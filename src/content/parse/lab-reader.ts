import type { Check } from '#content/checks/check-kind.ts';
import type { MetricParams } from '#content/checks/metric.ts';
import type { Lab, Place } from '#content/lesson.ts';
import { didYouMean } from '#content/nearest.ts';
import { code, codeList } from '#content/words.ts';
import type { Fence } from './fence.ts';
import type { KnownLabs } from './known-labs.ts';
import { parseLab, unfitComparison, unknownMetric, type LabBlock } from './lab-block.ts';
import type { Report } from './report.ts';

/** Reads the labs of one lesson in its order, and what its checks say of them. */
export interface LabReader {
  /** Null, after a report, where the block names no lab. */
  read(fence: Fence): LabBlock | null;
  /** The same `metric` check with what the lab's card says of its metric; its labs have been read. */
  link(check: Check<MetricParams>, placeOf: (key: 'lab' | 'name' | 'is') => Place): Check<MetricParams>;
}

export function createLabReader(known: KnownLabs, report: Report): LabReader {
  const labs: Lab[] = [];
  return {
    read(fence) {
      const block = parseLab(fence, labs, known, report);
      if (block?.kind === 'lab') labs.push(block.lab);
      return block;
    },

    link(check, placeOf) {
      const { params } = check;
      const lab = labs.find(({ id }) => id === params.lab);
      const card = known.cards.get(lab?.kind ?? '');
      if (lab === undefined || card === undefined) {
        const ids = labs.map(({ id }) => id);
        const there = ids.length === 0 ? 'there is none' : `known are ${codeList(ids)}`;
        report(
          placeOf('lab'),
          `There is no lab ${code(params.lab)} in this step or before it; ${there}.${didYouMean(params.lab, ids)}`,
        );
        return check;
      }
      const metric = card.metrics.find(({ name }) => name === params.name) ?? null;
      if (metric === null) report(placeOf('name'), unknownMetric(params.name, card));
      const unfit = metric === null ? null : unfitComparison(metric, params.is);
      if (unfit !== null) report(placeOf('is'), unfit);
      if (lab.solution === null) {
        report(
          placeOf('lab'),
          `The lab ${code(lab.id)} has no \`solution\`, and so none that this check could hold for.`,
        );
      }
      return { ...check, params: { ...params, metric } };
    },
  };
}
