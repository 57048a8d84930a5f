// The numbers after the dot, which only IIS has: "404.0 to 404.20 or 404.501 to 404.504".
import type { Text } from '../answer/answer.ts';
import { substatusesOf, written } from '../catalog/index.ts';

/** The substatuses of a code, each run of numbers by its ends; empty where it has none. */
export function substatusRanges(code: number): Text {
  const ranges = rangesOf(substatusesOf(code).flatMap(({ sub }) => sub ?? []));
  return ranges.flatMap(([first, last], at): Text => {
    const before = at === 0 ? '' : at === ranges.length - 1 ? ' or ' : ', ';
    const range: Text = [{ code: written(code, first) }];
    return [before, ...range, ...(first === last ? [] : [' to ', { code: written(code, last) }])];
  });
}

/** Runs of numbers without a gap, each with its first and last: 1, 2, 3, 7 are 1 to 3 and 7 to 7. */
function rangesOf(ascending: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const starts = ascending.filter((one) => !ascending.includes(one - 1));
  const ends = ascending.filter((one) => !ascending.includes(one + 1));
  return starts.map((first, at) => [first, ends[at] ?? first]);
}
