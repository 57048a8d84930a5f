// How long to wait before a request is sent again: what Retry-After asks for, and the pauses that follow.
import type { Fact, Text } from '../../answer/answer.ts';
import { page, rfc } from '../../catalog/sources.ts';
import { writeHttpDate } from '../../query/http-date.ts';
import type { RetryAfter } from '../../query/request.ts';
import { cited } from '../wording.ts';

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const retryAfterField = rfc(9110, '10.2.3');
const jitter = page(
  'Backoff with jitter',
  'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
);

/** Doubling pauses, each a random part of it, so that many clients do not come back at once. */
export const backOff: Fact = {
  label: 'Pauses',
  value: ['a random time up to 1 s, then up to 2, 4 and 8 s; after five tries give up. ', cited(jitter)],
};

/** @param now in milliseconds since 1970 UTC: when the response is taken to have come */
export function sayRetryAfter(asked: RetryAfter, now: number): Fact {
  return { label: 'Retry-After', value: [...wordsFor(asked, now), ' ', cited(retryAfterField)] };
}

function wordsFor(asked: RetryAfter, now: number): Text {
  if (asked === 'unreadable')
    return [
      'That is neither a number of seconds, such as ',
      { code: '120' },
      ', nor a date of HTTP, such as ',
      { code: writeHttpDate(now) },
      ': ignore it and back off.',
    ];
  if ('date' in asked)
    return asked.date <= now
      ? ['It asked to wait until ', { time: asked.date }, ', which has passed.']
      : [
          'Not before ',
          { time: asked.date },
          `, in ${sayDuration((asked.date - now) / SECOND)}.`,
          ...tooLong(asked.date, now),
        ];
  if (asked.seconds === 0) return ['It says 0: at once.'];
  const until = now + asked.seconds * SECOND;
  return [
    'Not before ',
    { time: until },
    `: ${sayDuration(asked.seconds)} after the response.`,
    ...tooLong(until, now),
  ];
}

function tooLong(until: number, now: number): Text {
  return until - now > DAY * SECOND ? [' Few clients wait that long: plan it as a job.'] : [];
}

/** The moment that a Retry-After stands for, as a date of HTTP; undefined where it stands for none. */
export function dateOf(asked: RetryAfter | undefined, now: number): string | undefined {
  if (asked === undefined || asked === 'unreadable') return undefined;
  return writeHttpDate('date' in asked ? asked.date : now + asked.seconds * SECOND);
}

/** "90 seconds", "5 minutes", "3 hours", "2 days": rounded up, as it is a time to wait. */
export function sayDuration(seconds: number): string {
  if (seconds <= 2 * MINUTE) return count(seconds, 'second');
  if (seconds <= 2 * HOUR) return count(seconds / MINUTE, 'minute');
  return seconds <= 2 * DAY ? count(seconds / HOUR, 'hour') : count(seconds / DAY, 'day');
}

function count(amount: number, unit: string): string {
  const whole = Math.ceil(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
