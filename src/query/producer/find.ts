// From the findings of a text to who answered each.
import type { LogLine } from '../paste/logs/format.ts';
import { scopeOf } from './scope.ts';
import { judge, type Verdict } from './verdict.ts';
import { witnessesIn } from './witnesses.ts';

/** Who answered with the code that stands at an offset. */
export function verdictAt(text: string, code: number, at: number, lines: readonly LogLine[]): Verdict {
  const own = lines.find(({ from, to }) => from <= at && at < to);
  return judge([...(own?.witnesses ?? []), ...witnessesIn(scopeOf(text, at, lines), code)]);
}

/** Who ended a request of which the text tells no code; unknown where it says nothing of that either. */
export function verdictWithoutCode(text: string, lines: readonly LogLine[]): Verdict {
  const own = lines.flatMap(({ codes, witnesses }) => (codes.length === 0 ? witnesses : []));
  return judge([...own, ...witnessesIn(scopeOf(text, text.length, lines), null)]);
}
