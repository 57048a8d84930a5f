// The dates of HTTP: the form that is sent today, and the two old ones that everybody must still read (RFC 9110 §5.6.7).

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';
const month = `(?<month>${months.join('|')})`;
const forms: readonly RegExp[] = [
  new RegExp(`^(?:mon|tue|wed|thu|fri|sat|sun), (?<day>\\d{2}) ${month} (?<year>\\d{4}) ${clock} gmt\\b`),
  new RegExp(`^(?:mon|tues|wednes|thurs|fri|satur|sun)day, (?<day>\\d{2})-${month}-(?<year>\\d{2}) ${clock} gmt\\b`),
  new RegExp(`^(?:mon|tue|wed|thu|fri|sat|sun) ${month} (?<day>\\d{1,2}) ${clock} (?<year>\\d{4})\\b`),
];
/** Two digits of a year from here on are of the last century. */
const LAST_CENTURY = 70;
const A_CENTURY = 100;
/** A leap second is written 60. */
const SECONDS = 60;

export interface HttpDate {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /** How many characters of the text it takes. */
  readonly length: number;
}

/**
 * The date that a text begins with; null where it is none, or none of the calendar.
 * @param text in lower case, with single spaces
 */
export function readHttpDate(text: string): HttpDate | null {
  for (const form of forms) {
    const match = form.exec(text);
    if (match?.groups === undefined) continue;
    const { day = '', month: name = '', year = '', hour = '', minute = '', second = '' } = match.groups;
    const time = momentOf(
      [fullYear(Number(year)), months.indexOf(name), Number(day)],
      [hour, minute, second].map(Number),
    );
    return time === null ? null : { time, length: match[0].length };
  }
  return null;
}

/** A moment as it is sent: "Wed, 25 Nov 2026 09:00:00 GMT". */
export function writeHttpDate(time: number): string {
  return new Date(time).toUTCString();
}

function fullYear(year: number): number {
  if (year >= A_CENTURY) return year;
  return year < LAST_CENTURY ? 2000 + year : 1900 + year;
}

function momentOf(
  [year = 0, month = 0, day = 0]: readonly number[],
  [hour = 0, minute = 0, second = 0]: readonly number[],
) {
  const date = new Date(Date.UTC(year, month, day));
  const inCalendar = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!inCalendar || hour > 23 || minute > 59 || second > SECONDS) return null;
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}
