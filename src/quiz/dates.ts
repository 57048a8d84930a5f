// Reading dates without a quiz.
import { Temporal } from 'temporal-polyfill';
import { isProblem, type Read } from './reading.ts';
import type { Skip } from './schedule.ts';

/** A longer pause is better said with `quiz off`. */
const LONGEST_DAYS = 366;
const EXAMPLE = '2026-12-24..2027-01-02';

const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;
const LINE =
  /^(\d[\d./-]*\d|today|tomorrow)(?:\s*(?:\.{2,3}|…|[–—]|\b(?:to|until|till|through)\b|\s-\s)\s*(\d[\d./-]*\d|today|tomorrow))?(?:[\s:,]+([^\s:,].*)?)?$/i;
const NEXT_DATE = /(?<!\s)(?:\s*[,;]\s*|\s+and\s+)(?=\d{4}-)/;
const TWO_DATES_DOTTED = /^(\d{4}-\d{1,2}-\d{1,2})\.{2,3}(\d{4}-\d{1,2}-\d{1,2})/;

/** Several of them in one line, with commas or "and" between: "2026-12-24, 2026-12-31..2027-01-02". */
export function readSkips(typed: string, today: string): Read<readonly Skip[]> {
  const skips: Skip[] = [];
  for (const part of typed.split(NEXT_DATE)) {
    const read = readSkip(part, today);
    if (isProblem(read)) return read;
    skips.push(read.value);
  }
  return { value: skips };
}

/**
 * "2026-12-24", "2026-12-24..2027-01-02 winter break", "2026-12-24 to 2027-01-02", "tomorrow" → dates without a quiz.
 * @param today the local date, YYYY-MM-DD: what is over cannot be skipped
 */
export function readSkip(typed: string, today: string): Read<Skip> {
  const text = typed.trim().replace(TWO_DATES_DOTTED, '$1 to $2');
  const [, first, last = first, name = ''] = LINE.exec(text) ?? [];
  if (first === undefined || last === undefined)
    return { problem: 'Tell me a date, or the first and the last one.', example: EXAMPLE };
  const from = readDate(first, today);
  if (isProblem(from)) return from;
  const to = readDate(last, today);
  if (isProblem(to)) return to;
  return inOrder({ from: from.value, to: to.value, ...(name.trim() !== '' && { name: name.trim() }) }, today);
}

function inOrder(skip: Skip, today: string): Read<Skip> {
  const { from, to } = skip;
  if (to < from)
    return { problem: `${to} comes before ${from}: the first date goes first.`, example: `${to}..${from}` };
  if (to < today) return { problem: `${to} is over already.`, example: EXAMPLE };
  if (Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days >= LONGEST_DAYS)
    return { problem: 'A pause of more than a year is better made with “quiz off”.', example: EXAMPLE };
  return { value: skip };
}

function readDate(typed: string, today: string): Read<string> {
  const word = typed.toLowerCase();
  if (word === 'today') return { value: today };
  if (word === 'tomorrow') return { value: Temporal.PlainDate.from(today).add({ days: 1 }).toString() };
  if (!DATE.test(typed))
    return { problem: `I read dates as year-month-day, so “${typed}” could be misread.`, example: '2026-12-24' };
  const [year = 0, month = 0, day = 0] = typed.split('-').map(Number);
  try {
    return { value: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString() };
  } catch {
    return { problem: `There is no ${typed} in the calendar.`, example: '2026-12-24' };
  }
}
