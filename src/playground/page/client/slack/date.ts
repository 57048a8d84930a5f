// Moments as Slack writes them: a pattern of tokens, filled in for the reader's zone.
// (docs: messaging/formatting-message-text, as the types of @slack/types 3.2.0 tell of each token)

const TOKEN = /\{(\w+)\}/g;
const NARROW_SPACE = /\u202f/g;
const DAY_MS = 86_400_000;
const LAST_SECOND = 8.64e12;

function createFormats(zone: string | undefined) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, ...(zone !== undefined && { timeZone: zone }) });
  return {
    date: make({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    number: make({ month: '2-digit' }),
    time: make({ hour: 'numeric', minute: '2-digit' }),
    seconds: make({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  };
}

/** By zone; making them takes longer than using them. */
const formats = new Map<string | undefined, ReturnType<typeof createFormats>>();

function momentAt(ms: number, zone: string | undefined) {
  const made = formats.get(zone) ?? createFormats(zone);
  formats.set(zone, made);
  const parts = new Map(made.date.formatToParts(ms).map(({ type, value }) => [type, value]));
  const said = (format: Intl.DateTimeFormat) => format.format(ms).replace(NARROW_SPACE, ' ');
  return {
    year: parts.get('year') ?? '',
    month: parts.get('month') ?? '',
    /** "02" */
    number: said(made.number),
    day: parts.get('day') ?? '',
    weekday: parts.get('weekday') ?? '',
    time: said(made.time),
    timeSeconds: said(made.seconds),
  };
}

type Moment = ReturnType<typeof momentAt>;

/** "23rd" */
function ordinal(day: string): string {
  const number = Number(day);
  const teen = number > 10 && number < 14;
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** Whole days since 1970 of the calendar on the wall. */
function dayNumber({ year, number, day }: Moment): number {
  return Math.round(Date.UTC(Number(year), Number(number) - 1, Number(day)) / DAY_MS);
}

const NEARBY: ReadonlyMap<number, string> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/** From when on a unit counts: 45 minutes are minutes, 60 are an hour. */
const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });

/** "3 minutes ago", "in 2 days" */
function ago(seconds: number): string {
  const [size, unit] = UNITS.find(([least]) => Math.abs(seconds) >= least) ?? UNITS[3];
  return relative.format(Math.trunc(seconds / size), unit);
}

/**
 * A moment, in seconds since 1970, as `format` asks for it; null where the format or the moment is none, and Slack shows
 * the fallback. `now` in milliseconds; `zone` for tests, otherwise the reader's own.
 */
export function writeDate(seconds: number, format: string, now: number, zone?: string): string | null {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > LAST_SECOND) return null;
  const moment = momentAt(seconds * 1000, zone);
  const today = momentAt(now, zone);
  const { year, month, number, day, weekday, time, timeSeconds } = moment;
  const thisYear = year === today.year;
  const long = `${weekday}, ${month} ${ordinal(day)}, ${year}`;
  const date = `${month} ${ordinal(day)}${thisYear ? '' : `, ${year}`}`;
  const short = `${month.slice(0, 3)} ${day}, ${year}`;
  const near = NEARBY.get(dayNumber(moment) - dayNumber(today));
  const words: ReadonlyMap<string, string> = new Map([
    ['date_num', `${year}-${number}-${day.padStart(2, '0')}`],
    ['date_slash', `${day.padStart(2, '0')}/${number}/${year}`],
    ['date_long', long],
    ['date_long_full', `${month} ${day}, ${year}`],
    ['date_long_pretty', near ?? long],
    ['date', date],
    ['date_pretty', near ?? date],
    ['date_short', short],
    ['date_short_pretty', near ?? short],
    ['day_divider_pretty', near ?? (thisYear ? `${weekday}, ${month} ${ordinal(day)}` : long)],
    ['time', time],
    ['time_secs', timeSeconds],
    ['ago', ago(seconds - now / 1000)],
  ]);
  let complete = true;
  const said = format.replace(TOKEN, (_, name: string) => {
    const word = words.get(name);
    complete &&= word !== undefined;
    return word ?? '';
  });
  if (!complete || said === '') return null;
  // "today" becomes "Today" where a token begins the format, in whatever sentence that stands (measured: yhatt/jsx-slack).
  return format.startsWith('{') ? `${said.slice(0, 1).toUpperCase()}${said.slice(1)}` : said;
}
