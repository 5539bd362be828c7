import type { LabCard } from '#content/labs/lab-card.ts';
import type { SampledSeries } from '#content/labs/lab-kind.ts';
import { LineChart } from '#ui/chart/line-chart.tsx';

interface LabGraphsProps {
  readonly card: Pick<LabCard, 'series'>;
  readonly series: SampledSeries;
  /** Of the fork, drawn dashed beside the run's own. */
  readonly fork: SampledSeries | null;
  /** The moment that is looked at. */
  readonly nowMs: number | null;
  readonly onPick: (timeMs: number) => void;
}

/** What the run did over time, one graph for each group of series. A press goes to that time. */
export function LabGraphs({ card, series, fork, nowMs, onPick }: LabGraphsProps) {
  const graphs = [...new Set(card.series.map(({ graph }) => graph))];
  return graphs.map((graph) => {
    const drawn = card.series.filter((each) => each.graph === graph);
    return (
      <LineChart
        key={graph}
        title={graph}
        x={{ label: 'time', unit: 's', scale: 'linear' }}
        y={{ label: drawn.map(({ label }) => label).join(', '), unit: drawn[0]?.unit ?? '', scale: 'linear' }}
        series={[
          ...drawn.map(({ name, label, tone }) => ({
            id: name,
            label,
            tone,
            xs: secondsOf(series),
            ys: series.values[name] ?? [],
          })),
          ...(fork === null
            ? []
            : drawn.map(({ name, label, tone }) => ({
                id: `${name}-fork`,
                label: `${label}, in the fork`,
                tone,
                dash: true,
                xs: secondsOf(fork),
                ys: fork.values[name] ?? [],
              }))),
        ]}
        labelWidth={labelWidth}
        {...(fork === null ? {} : { dashMeans: 'in the fork' })}
        {...(nowMs === null ? {} : { cursor: nowMs / 1000 })}
        onPick={(seconds) => onPick(seconds * 1000)}
      />
    );
  });
}

/** Of the names at the lines' ends, so that the plots below one another stand in line. */
const labelWidth = 124;

function secondsOf({ timesMs }: SampledSeries): readonly number[] {
  return timesMs.map((timeMs) => timeMs / 1000);
}
