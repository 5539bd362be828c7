import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, erlangWait, erlangWaitQuantile } from './erlang.ts';

/** Places, utilisation, B, C, mean wait ÷ S and its 99th percentile ÷ S for first-come, from an independent program. */
const rows = [
  [1, 0.5, 0.3333333333333333, 0.5, 1, 7.824046010856292],
  [1, 0.8, 0.4444444444444445, 0.8, 4, 21.91013317336941],
  [1, 0.9, 0.4736842105263158, 0.9, 9, 44.99809670330266],
  [2, 0.5, 0.2, 0.33333333333333337, 0.33333333333333337, 3.506557897319982],
  [2, 0.8, 0.32989690721649484, 0.7111111111111111, 1.7777777777777783, 10.660608997543749],
  [10, 0.5, 0.01838457033664814, 0.0361053591583202, 0.0072210718316640405, 0.2567712428931553],
  [10, 0.7, 0.07874088296957026, 0.22173121588381542, 0.07391040529460514, 1.0329602720264066],
  [10, 0.8, 0.1216610642529515, 0.4091801507964436, 0.2045900753982218, 1.8557852162834185],
  [10, 0.9, 0.16796322629158647, 0.6687315241076972, 0.6687315241076972, 4.202797577332015],
  [10, 0.95, 0.191379158301318, 0.8255855781256985, 1.651171156251397, 8.827015666450357],
  [20, 0.8, 0.06441092478156991, 0.2560777938390579, 0.06401944845976447, 0.8107240468766244],
  [20, 0.9, 0.10921284587252249, 0.5507690048161177, 0.27538450240805884, 2.0043651996244796],
] as const;

describe("Erlang's formulas", () => {
  it.each(rows)('are the table for %s places used at %s', (places, utilization, b, c, wait, p99) => {
    const load = places * utilization;
    expect(erlangB(places, load)).toBeCloseTo(b, 12);
    expect(erlangC(places, load)).toBeCloseTo(c, 12);
    expect(erlangWait(places, load, 7) / 7).toBeCloseTo(wait, 11);
    expect(erlangWaitQuantile(places, load, 7, 0.99) / 7).toBeCloseTo(p99, 9);
  });

  it('have no wait for a share that finds a free place', () => {
    expect(erlangWaitQuantile(10, 5, 1, 0.95)).toBe(0);
    expect(erlangWait(10, 0, 1)).toBe(0);
  });

  it('have no end of waiting where the load is not below the capacity', () => {
    expect(erlangC(10, 10)).toBe(1);
    expect(erlangWait(10, 10, 1)).toBe(Infinity);
    expect(erlangWaitQuantile(10, 11, 1, 0.5)).toBe(Infinity);
    expect(erlangB(0, 3)).toBe(1);
  });
});
