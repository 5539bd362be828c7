import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartTable } from './chart-table.tsx';
import type { ChartSeries, ChartTone } from './chart-series.ts';
import { LineChart } from './line-chart.tsx';
import { ToneSign } from './tone-sign.tsx';

const x = { label: 'time', unit: 's' };
const y = { label: 'requests' };

function line(ys: readonly number[], more: Partial<ChartSeries> = {}): ChartSeries {
  return { id: 'a', label: 'waiting', tone: 'stale', xs: ys.map((_, i) => i), ys, ...more };
}

function draw(series: readonly ChartSeries[], more: object = {}): string {
  return renderToStaticMarkup(<LineChart title="Waiting line" x={x} y={y} series={series} {...more} />);
}

function pathOf(markup: string, id: string): string {
  const tag = markup.match(new RegExp(`<path data-series="${id}"[^>]*>`))?.[0] ?? '';
  return tag.match(/ d="([^"]*)"/)?.[1] ?? '';
}

describe('a graph', () => {
  it('is a picture whose name says the gist, and a slider that reads it', () => {
    const markup = draw([line([1, 2, 4])]);
    expect(markup).toContain('aria-label="Waiting line. time from 0\u00A0s to 2\u00A0s; waiting: least 1, most 4."');
    expect(markup).toContain('role="slider"');
    expect(markup).toContain('aria-label="Read values of Waiting line"');
  });

  it('names its axes with their units', () => {
    const markup = draw([line([1, 2, 4])]);
    expect(markup).toContain('>time (s)</text>');
    expect(markup).toContain('>requests</text>');
  });

  it('lifts the pen at a gap', () => {
    const moves = (ys: readonly number[]) => pathOf(draw([line(ys)]), 'a').split('M').length - 1;
    expect(moves([1, 2, 4, 3])).toBe(1);
    expect(moves([1, 2, NaN, 4, 3])).toBe(2);
  });

  it('shows the values at the cursor, and the cursor only where the axis reaches', () => {
    expect(draw([line([1, 2, 4])], { cursor: 1 })).toContain('data-cursor');
    expect(draw([line([1, 2, 4])], { cursor: 1 })).toContain('<b> 2</b>');
    expect(draw([line([1, 2, 4])], { cursor: 7 })).not.toContain('data-cursor');
  });

  it('names a highlight', () => {
    expect(draw([line([1, 2, 4])], { highlights: [{ x: 1, label: 'knee: 1' }] })).toContain('>knee: 1</text>');
  });

  it('names each line at its end, cut off where it would leave the picture, and in full below', () => {
    const long = 'requests that wait for a connection of the pool';
    const markup = draw([line([1, 2, 4]), line([3, 3, 3], { id: 'b', label: long })]);
    expect(markup).toContain('>waiting</text>');
    expect(markup).toMatch(/>requests that wait for a…<\/text>/);
    expect(markup).toContain(`</svg>${long}`);
  });

  it('says when nothing was measured', () => {
    expect(draw([line([NaN])])).toContain('Nothing measured yet.');
  });

  it('of 10,000 samples draws no more than can be seen, with the one peak', () => {
    const ys = Array.from({ length: 10_000 }, (_, i) => (i === 7_777 ? 50 : 1));
    const path = pathOf(draw([line(ys)]), 'a');
    expect(path.split('L').length).toBeLessThan(4 * 640);
    const heights = [...path.matchAll(/[ML][\d.]+,([\d.]+)/g)].map((corner) => Number(corner[1]));
    expect(new Set(heights).size).toBe(2);
  });
});

describe('a graph among others', () => {
  const planeOf = (markup: string) =>
    markup
      .match(/style="(left:[^;]*;)top:[^;]*;(width:[^;]*);/)
      ?.slice(1)
      .join('');

  it('begins and ends where they do, whatever its values and names', () => {
    const one = draw([line([1, 2, 4])], { labelWidth: 120 });
    const other = draw([line([0.001, 0.25, 0.5], { label: 'mean response' })], { labelWidth: 120 });
    expect(planeOf(one)).toBe('left:52px;width:468px');
    expect(planeOf(other)).toBe(planeOf(one));
  });

  it('takes more room at the left where its values need it', () => {
    const millions = draw([line([0, 2_000_000])], { labelWidth: 120 });
    expect(Number(planeOf(millions)?.match(/left:(\d+)px/)?.[1])).toBeGreaterThan(52);
    expect(planeOf(draw([line([1, 2])], { labelWidth: 120, leftWidth: 90 }))).toBe('left:90px;width:430px');
  });

  it('cuts a name that is too long for its room, and tells all of it to the pointer', () => {
    const markup = draw([line([1, 2, 4], { label: 'connections that wait' })], { labelWidth: 120 });
    expect(markup).toContain('<title>connections that wait</title>connections t…</text>');
  });
});

describe('a graph with a fork', () => {
  const run = line([1, 2, 4]);
  const fork = line([1, 5, 6], { id: 'a-fork', label: 'waiting, fork', dash: true });
  const theory = line([1, 2, 3], { id: 'b', label: 'by formula', tone: 'plain', dash: true });
  const endNames = (markup: string) => [...markup.matchAll(/<text[^>]*dy="0.34em">([^<]*)</g)].map((match) => match[1]);

  it('names a dashed line at its end only where no solid one has its tone', () => {
    expect(endNames(draw([run, fork, theory]))).toEqual(['waiting', 'by formula']);
    expect(endNames(draw([fork]))).toEqual(['waiting, fork']);
  });

  it('says once what is dashed, and both values beside one name', () => {
    const markup = draw([run, fork], { dashMeans: 'in the fork', cursor: 1 });
    expect(markup.split('dashed: in the fork')).toHaveLength(2);
    expect(markup).toMatch(/waiting<b> 2<\/b>.*, waiting, fork<\/span><b> 5<\/b>/);
    expect(draw([run], { dashMeans: 'in the fork' })).not.toContain('dashed');
    expect(draw([run, fork], { cursor: 1 })).toContain('</svg>waiting, fork');
  });
});

describe('a graph at the end of a run', () => {
  it('still shows the last values, and the cursor, a little after the last sample', () => {
    const markup = draw([line([1, 2, 4])], { cursor: 2.5 });
    expect(markup).toContain('<b> 4</b>');
    expect(markup).toContain('data-cursor');
    expect(draw([line([1, 2, 4])], { cursor: 2.6 })).toContain('<b> –</b>');
  });
});

describe('a graph of logarithms', () => {
  const log = { y: { label: 'wait', scale: 'log' } };

  it('says what has no place', () => {
    expect(draw([line([0, 2, 4])], log)).toContain('1 point is not drawn.');
    expect(draw([line([0, 0])], log)).toContain('2 points are not drawn.');
    expect(draw([line([1, NaN, 4])], log)).not.toContain('drawn');
  });
});

describe('tones', () => {
  it('have a sign each, all different', () => {
    const tones: readonly ChartTone[] = ['fresh', 'stale', 'miss', 'scanned', 'moved', 'key', 'dependency', 'plain'];
    const outlines = tones.map(
      (tone) => (renderToStaticMarkup(<ToneSign tone={tone} x={0} y={0} />).match(/ d="[^"]*"/) ?? [''])[0],
    );
    expect(new Set(outlines).size).toBe(tones.length);
  });
});

describe('the table behind', () => {
  const rowsOf = (markup: string) => markup.split('<tr>').length - 2;

  it('has every sample of a few, with units at the heads and – where nothing was measured', () => {
    const markup = renderToStaticMarkup(<ChartTable title="Waiting line" x={x} y={y} series={[line([1, NaN])]} />);
    expect(markup.replaceAll(/<[^>]*>/g, '|')).toMatch(/time\|+s\|+waiting\|/);
    expect(rowsOf(markup)).toBe(2);
    expect(markup).toContain('–');
  });

  it('has the zeros that a logarithmic axis has no place for', () => {
    const log = { ...y, scale: 'log' } as const;
    const markup = renderToStaticMarkup(
      <ChartTable title="Wait" x={x} y={log} series={[line([0, 5], { xs: [7, 8] })]} />,
    );
    expect(markup.replaceAll(/<[^>]*>/g, '|')).toMatch(/\|7\|+0\|+8\|+5\|/);
  });

  it('has a hundred of many, and says how many it passes over', () => {
    const many = line(Array.from({ length: 950 }, (_, i) => i));
    const markup = renderToStaticMarkup(<ChartTable title="Waiting line" x={x} y={y} series={[many]} />);
    expect(rowsOf(markup)).toBe(95);
    expect(markup).toContain('Waiting line: one of every 10 samples');
  });
});
