import type { LabCard, LabValues, SweepCard, SweepGraph as SweepGraphCard } from '#content/labs/lab-card.ts';
import type { MeasuredPoint } from '#content/labs/simulator.ts';
import { kneeOf } from '#core/shared/knee.ts';
import type { SweepState } from '#state/labs/open-lab.ts';
import { LineChart } from '#ui/chart/line-chart.tsx';
import { Button } from '#ui/button.tsx';
import { Progress } from '#ui/progress.tsx';
import styles from './lab-sweep.module.css';

interface LabSweepProps {
  readonly card: LabCard;
  readonly sweep: SweepCard;
  readonly state: SweepState;
  /** The lab's as they are now. */
  readonly values: LabValues;
  readonly actions: {
    readonly onStart: () => void;
    readonly onStop: () => void;
    /** Takes a value of the curve for the lab; absent where that parameter is given. */
    readonly onPick?: (value: number) => void;
  };
}

/** Figures against one parameter: a run for each of its values, the knee marked, theory beside it where there is one. */
export function LabSweep({ card, sweep, state, values, actions }: LabSweepProps) {
  const label = card.fields.find(({ path }) => path === sweep.path)?.label ?? sweep.path;
  const measured = state.kind !== 'none' && state.kind !== 'lost' && state.id === sweep.id ? state : null;
  const points = measured?.points ?? [];
  return (
    <section className={styles.sweep} aria-label={sweep.title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{sweep.title}</h3>
        {measured?.kind === 'running' ? (
          <>
            <Progress label="Measuring" fraction={points.length / Math.max(1, measured.total)} />
            <Button onClick={actions.onStop}>Stop</Button>
          </>
        ) : (
          <Button onClick={actions.onStart}>{points.length === 0 ? 'Measure' : 'Measure again'}</Button>
        )}
      </header>
      {state.kind === 'lost' && (
        <p className={styles.note} role="alert">
          The measuring was lost: {state.reason} Your parameters are kept.
        </p>
      )}
      {measured !== null && isOutdated(measured.of, values, sweep.path) && (
        <p className={styles.note}>Measured with the parameters as they were before.</p>
      )}
      {measured?.kind === 'ended' && points.length < measured.total && (
        <p className={styles.note}>
          Stopped: {points.length} of {measured.total} points are measured.
        </p>
      )}
      {points.length === 0 ? (
        <p className={styles.note}>
          Runs the lab once for each of many values of “{label}” and draws the figures against it. {sweep.note}
        </p>
      ) : (
        sweep.graphs.map((graph) => (
          <SweepGraph
            key={graph.title}
            {...{ card, sweep, graph, points, actions }}
            isWhole={measured?.kind === 'ended' && points.length === measured.total}
            now={Number(values[sweep.path] ?? Number.NaN)}
          />
        ))
      )}
    </section>
  );
}

function isOutdated(of: LabValues, now: LabValues, swept: string): boolean {
  return Object.keys(now).some((path) => path !== swept && of[path] !== now[path]);
}

interface SweepGraphProps extends Pick<LabSweepProps, 'card' | 'sweep' | 'actions'> {
  readonly points: readonly MeasuredPoint[];
  readonly now: number;
  /** All points are measured: half a curve has its knee elsewhere. */
  readonly isWhole: boolean;
  readonly graph: SweepGraphCard;
}

function SweepGraph({ card, sweep, graph, points, now, isWhole, actions: { onPick } }: SweepGraphProps) {
  const field = card.fields.find(({ path }) => path === sweep.path);
  const drawn = graph.metrics.flatMap(({ name, tone }) =>
    card.metrics.filter((metric) => metric.name === name).map(({ label, unit }) => ({ name, tone, label, unit })),
  );
  const xs = points.map(({ x }) => x);
  const measured = drawn.map(({ name, label, tone }) => ({
    id: name,
    label,
    tone,
    marker: 'dot' as const,
    xs,
    ys: points.map(({ metrics }) => metrics[name] ?? Number.NaN),
  }));
  const expected = drawn.flatMap(({ name, label }) => {
    const ys = points.map((point) => point.expected[name] ?? Number.NaN);
    return ys.filter(Number.isFinite).length >= fewestOfLine
      ? [{ id: `${name}-expected`, label: `${label}, by formula`, tone: 'plain' as const, dash: true, xs, ys }]
      : [];
  });
  const isWithKnee = graph.metrics.some(({ name }) => name === sweep.knee);
  // The knee is where the eye sees it: on a logarithmic axis that of the logarithm.
  const curve = points.map(({ x, metrics }) => {
    const y = metrics[sweep.knee ?? ''] ?? Number.NaN;
    return { x, y: graph.scale === 'log' ? Math.log(y) : y };
  });
  const knee = isWithKnee && isWhole ? kneeOf(curve) : null;
  return (
    <>
      <LineChart
        title={graph.title}
        x={{ label: field?.label ?? sweep.path, scale: 'linear' }}
        y={{ label: graph.title, unit: drawn[0]?.unit ?? '', scale: graph.scale }}
        series={[...measured, ...expected]}
        cursor={now}
        labelWidth={labelWidth}
        dashMeans="by formula"
        highlights={knee === null ? [] : [{ x: knee.x, label: `knee at ${knee.x}` }]}
        {...(onPick === undefined ? {} : { onPick: (x: number) => onPick(nearest(xs, x)) })}
      />
      {knee !== null && (
        <p className={styles.note}>
          The knee is where the curve, as it is drawn, bends most: what comes behind it brings little more.
        </p>
      )}
    </>
  );
}

/** Of the names at the lines' ends, so that the plots below one another stand in line. */
const labelWidth = 156;

/** Two points are no line to compare with. */
const fewestOfLine = 3;

function nearest(xs: readonly number[], x: number): number {
  return xs.reduce((best, each) => (Math.abs(each - x) < Math.abs(best - x) ? each : best), xs[0] ?? x);
}
