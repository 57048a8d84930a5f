// Reading clock times and delays the way people type them.
import type { Read } from './reading.ts';
import type { Reveal } from './schedule.ts';

/** A reveal is never later than this, so that it comes before the next day's question, also when the clocks change. */
const LONGEST_REVEAL = 20 * 60;
const SHORTEST_REVEAL = 5;

const HOUR_MINUTE = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i;
const DIGITS = /^([01]\d|2[0-3])([0-5]\d)$/;
const LETTER_ALONE = /\d\s*[ap]$/i;
const DELAY =
  /^(?:(\d{1,4})\s*(?:h|hrs?|hours?))?(?:\s*(\d{1,4})\s*(?:m|min|mins|minutes?))?(?:\s*(?:later|after(?:wards)?))?$/i;
const named: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

/** "9:30", "09.30", "9h30", "0930", "9", "9am", "9.30 p.m.", "noon" → "HH:MM". */
export function readTime(typed: string): Read<string> {
  const text = typed.trim().toLowerCase();
  const name = named.get(text);
  if (name !== undefined) return { value: name };
  const [, hours, minutes] = DIGITS.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) return { value: `${hours}:${minutes}` };
  return readClock(text) ?? { problem: `I could not read “${typed.trim()}” as a time of day.`, example: '09:30' };
}

function readClock(text: string): Read<string> | null {
  const [, hour, minute = '00', half] = HOUR_MINUTE.exec(text) ?? [];
  if (hour === undefined || (half === undefined && text.endsWith('m')) || LETTER_ALONE.test(text)) return null;
  const said = Number(hour);
  if (Number(minute) > 59) return { problem: `There is no minute ${minute}: an hour ends at 59.`, example: '09:30' };
  if (half === undefined)
    return said > 23
      ? { problem: `There is no hour ${said}: a day ends at 23:59.`, example: '09:30' }
      : { value: clock(said, minute) };
  if (said < 1 || said > 12)
    return { problem: `${said} ${half}m does not exist: with am and pm, hours go from 1 to 12.`, example: '9:30 am' };
  return { value: clock((said % 12) + (half === 'p' ? 12 : 0), minute) };
}

function clock(hour: number, minute: string): string {
  return `${String(hour).padStart(2, '0')}:${minute}`;
}

/** "6h", "90 min", "1h30m" → after so many minutes; "16:00", "4pm", "noon" → at that local time. */
export function readReveal(typed: string): Read<Reveal> {
  const text = typed.trim();
  const [, hours, minutes] = DELAY.exec(text) ?? [];
  if (hours === undefined && minutes === undefined) {
    const time = readTime(text);
    return 'value' in time
      ? { value: { at: time.value } }
      : {
          problem: `I could not read “${text}” as a time for the reveal: give a delay or a time of day.`,
          example: '6h',
        };
  }
  const after = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (after < SHORTEST_REVEAL)
    return { problem: 'The answer needs at least 5 minutes, so that people can have a try.', example: '1h' };
  if (after > LONGEST_REVEAL)
    return { problem: 'The answer should come within 20 hours, before the next day’s question.', example: '6h' };
  return { value: { after } };
}
