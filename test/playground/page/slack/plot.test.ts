// The numbers of charts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChart, slicesOf, ticksOf } from '../../../../src/playground/page/client/slack/plot.ts';

describe('the lines across a chart', () => {
  it.each([
    [
      [0, 3, 7],
      [0, 2, 4, 6, 8],
    ],
    [[1], [0, 1]],
    [[], [0, 1]],
    [
      [0, 0],
      [0, 1],
    ],
    [
      [0.1, 0.3],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [-5, 5],
      [-6, -3, 0, 3, 6],
    ],
    [[950], [0, 250, 500, 750, 1000]],
  ])('of %j are %j', (values, ticks) => {
    expect(ticksOf(values)).toEqual(ticks);
  });

  it('are few, rise, and leave nothing outside', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (raw) => {
        const chart = readChart({
          type: 'bar',
          series: [{ name: 'a', data: raw.map((value) => ({ label: 'x', value })) }],
          axis_config: { categories: raw.map(String) },
        });
        const values = chart?.kind === 'bar' ? chart.series.flatMap((one) => one.values) : [];
        const ticks = ticksOf(values);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(12);
        expect(ticks.toSorted((one, other) => one - other)).toEqual(ticks);
        const last = ticks.at(-1) ?? 0;
        const [first = 0] = ticks;
        const hair = (last - first) * 1e-9;
        for (const value of values) {
          expect(value).toBeLessThanOrEqual(last + hair);
          expect(value).toBeGreaterThanOrEqual(first - hair);
        }
      }),
    );
  });
});

describe('a chart', () => {
  it('has a number for each category, whatever was sent', () => {
    expect(
      readChart({
        type: 'line',
        series: [{ name: 'a', data: [{ label: 'x', value: 3 }, { value: 'four' }] }],
        axis_config: { categories: ['x', 'y', 'z'] },
      }),
    ).toMatchObject({ kind: 'line', series: [{ name: 'a', values: [3, 0, 0] }] });
  });

  it('is none of an unknown kind', () => {
    expect(readChart({ type: 'radar' })).toBeNull();
  });

  it('that is a pie is cut into parts of a whole', () => {
    const pie = { kind: 'pie' as const, segments: [1, 3, -2, 0].map((value) => ({ label: 'a', value })) };
    expect(slicesOf(pie)).toEqual([
      { from: 0, to: 0.25 },
      { from: 0.25, to: 1 },
      { from: 1, to: 1 },
      { from: 1, to: 1 },
    ]);
    expect(slicesOf({ kind: 'pie', segments: [{ label: 'a', value: 0 }] })).toEqual([{ from: 0, to: 0 }]);
  });
});
