import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis';
import { memo } from 'react';
import { axisTitle } from './chart-scale.ts';
import type { ChartAxis } from './chart-series.ts';
import type { AxisTick, PlotLayout } from './plot-layout.ts';
import styles from './line-chart.module.css';

interface ChartAxesProps {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly layout: PlotLayout;
}

/** Ticks with their values, each axis with its name and unit, and quiet lines to read heights by. */
export const ChartAxes = memo(function ChartAxes({ x, y, layout }: ChartAxesProps) {
  return (
    <g className={styles.axes}>
      {layout.yTicks.map((tick) => {
        const height = layout.y(tick.value);
        return (
          <line key={tick.value} className={styles.grid} x1={layout.left} x2={layout.right} y1={height} y2={height} />
        );
      })}
      <AxisLeft
        scale={layout.y}
        left={layout.left}
        tickValues={layout.yTicks.map((tick) => tick.value)}
        tickFormat={textOf(layout.yTicks)}
        tickComponent={YTick}
        hideAxisLine
        hideTicks
      />
      <AxisBottom
        scale={layout.x}
        top={layout.bottom}
        tickValues={layout.xTicks.map((tick) => tick.value)}
        tickFormat={textOf(layout.xTicks)}
        tickComponent={XTick}
        tickLength={5}
      />
      <text className={styles.axisTitle} x={2} y={12}>
        {axisTitle(y)}
      </text>
      <text className={styles.axisTitle} x={layout.right} y={layout.height - 6} textAnchor="end">
        {axisTitle(x)}
      </text>
    </g>
  );
});

function textOf(ticks: readonly AxisTick[]) {
  return (_: unknown, place: number) => ticks[place]?.text;
}

// visx's own text measures itself in a hidden element of the page, and sets font and colour where a class cannot.
function XTick({ x, y, formattedValue }: TickRendererProps) {
  return (
    <text className={styles.tick} x={x} y={y + 4} textAnchor="middle">
      {formattedValue}
    </text>
  );
}

function YTick({ y, formattedValue }: TickRendererProps) {
  return (
    <text className={styles.tick} x={-8} y={y} dy="0.32em" textAnchor="end">
      {formattedValue}
    </text>
  );
}
