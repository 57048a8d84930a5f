// The numbers of a chart, and where they stand on paper. Pure: JSON in, places out.
import { asJson, asList, asText, objectsIn } from '../json.ts';

/** Charts with axes, whose series are drawn over or beside each other. */
export type Kind = 'bar' | 'line' | 'area';

export interface Series {
  readonly name: string;
  /** One for each category, in their order. */
  readonly values: readonly number[];
}

export interface Axes {
  readonly kind: Kind;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly across: string;
  readonly up: string;
}

export interface Pie {
  readonly kind: 'pie';
  readonly segments: readonly { readonly label: string; readonly value: number }[];
}

/** Beyond these, sums and parts of a number are none any more. */
const LARGEST = 1e300;
const SMALLEST = 1e-300;
const KINDS: ReadonlySet<unknown> = new Set(['bar', 'line', 'area']);
/** Lines across the paper: about so many. */
const LINES = 4;
const STEPS = [1, 2, 2.5, 5, 10];

function numberOf(value: unknown): number {
  if (typeof value !== 'number') return 0;
  const size = Math.abs(value);
  return size < LARGEST && size > SMALLEST ? value : 0;
}

function isKind(type: unknown): type is Kind {
  return KINDS.has(type);
}

/** What a `data_visualization` tells; null for a kind of chart that nobody knows. */
export function readChart(value: unknown): Axes | Pie | null {
  const { type, series, segments, axis_config } = asJson(value);
  if (type === 'pie') {
    const parts = objectsIn(segments).map((one) => ({ label: asText(one['label']), value: numberOf(one['value']) }));
    return { kind: 'pie', segments: parts };
  }
  if (!isKind(type)) return null;
  const axis = asJson(axis_config);
  const all = objectsIn(series).map(({ name, data }) => ({ name: asText(name), points: objectsIn(data) }));
  const given = asList(axis['categories']).map(asText);
  const categories = given.length > 0 ? given : (all[0]?.points.map(({ label }) => asText(label)) ?? []);
  return {
    kind: type,
    categories,
    series: all.map(({ name, points }) => ({
      name,
      values: categories.map((_, at) => numberOf(points[at]?.['value'])),
    })),
    across: asText(axis['x_label']),
    up: asText(axis['y_label']),
  };
}

/** Round numbers from below the least to above the most, at even distances; zero is one of them. */
export function ticksOf(values: readonly number[]): readonly number[] {
  const least = values.reduce((low, value) => Math.min(low, value), 0);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const rough = (most - least) / LINES || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const whole = values.every(Number.isInteger);
  const fitting = STEPS.map((step) => step * power).find((step) => step >= rough) ?? 10 * power;
  // Half an answer is none.
  const step = whole ? Math.max(Math.ceil(fitting), 1) : fitting;
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  // Through a fixed number of digits, so that 3 * 0.1 is 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** The angles, in turns, at which the parts of a pie begin and end. What is less than nothing takes no room. */
export function slicesOf({ segments }: Pie): readonly { readonly from: number; readonly to: number }[] {
  const values = segments.map(({ value }) => Math.max(value, 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  let done = 0;
  return values.map((value) => {
    const from = total > 0 ? done / total : 0;
    done += value;
    return { from, to: total > 0 ? done / total : 0 };
  });
}
