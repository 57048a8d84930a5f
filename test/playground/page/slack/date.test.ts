// Moments and emoji as Slack writes them.
import { describe, expect, it } from 'vitest';
import { writeDate } from '../../../../src/playground/page/client/slack/date.ts';
import { emojiAt, emojiOf, withEmoji } from '../../../../src/playground/page/client/slack/emoji.ts';

const now = Date.UTC(2026, 10, 26, 9, 30);
const seconds = (...date: Parameters<typeof Date.UTC>) => Date.UTC(...date) / 1000;

describe('a moment', () => {
  it.each([
    ['{date_num}', '2026-02-03'],
    ['{date_slash}', '03/02/2026'],
    ['{date_long}', 'Tuesday, February 3rd, 2026'],
    ['{date_long_full}', 'February 3, 2026'],
    ['{date}', 'February 3rd'],
    ['{date_short}', 'Feb 3, 2026'],
    ['{date_short_pretty}', 'Feb 3, 2026'],
    ['{day_divider_pretty}', 'Tuesday, February 3rd'],
    ['{time}', '2:34 PM'],
    ['{time_secs}', '2:34:56 PM'],
    ['Posted {date_num} at {time}!', 'Posted 2026-02-03 at 2:34 PM!'],
  ])('as %s is %s', (format, said) => {
    expect(writeDate(seconds(2026, 1, 3, 14, 34, 56), format, now, 'UTC')).toBe(said);
  });

  it.each([
    [seconds(2026, 10, 26, 23, 59), 'Today'],
    [seconds(2026, 10, 25), 'Yesterday'],
    [seconds(2026, 10, 27, 12), 'Tomorrow'],
    [seconds(2026, 10, 28), 'Nov 28, 2026'],
    [seconds(2025, 10, 26), 'Nov 26, 2025'],
  ])('near now has a name', (moment, said) => {
    expect(writeDate(moment, '{date_short_pretty}', now, 'UTC')).toBe(said);
  });

  it('is written small inside a sentence', () => {
    expect(writeDate(now / 1000, 'Closes {date_pretty}', now, 'UTC')).toBe('Closes today');
  });

  it('is one of the reader’s zone', () => {
    const moment = seconds(2026, 10, 26, 23, 30);
    expect(writeDate(moment, '{date_pretty} {time}', now, 'Asia/Tokyo')).toBe('Tomorrow 8:30 AM');
    expect(writeDate(moment, '{date_pretty} {time}', now, 'America/New_York')).toBe('Today 6:30 PM');
  });

  it.each([
    [-30, '30 seconds ago'],
    [-180, '3 minutes ago'],
    [-4 * 3600, '4 hours ago'],
    [2 * 86_400, 'In 2 days'],
  ])('%i seconds from now is %s', (away, said) => {
    expect(writeDate(now / 1000 + away, '{ago}', now, 'UTC')).toBe(said);
  });

  it.each([
    [1, '{nonsense}'],
    [1, ''],
    [-1, '{date}'],
    [Number.NaN, '{date}'],
    [1e15, '{date}'],
  ])('that is none (%d as %s) is left to the fallback', (moment, format) => {
    expect(writeDate(moment, format, now)).toBeNull();
  });

  it.each(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '31st'])('is counted: the %s', (day) => {
    expect(writeDate(seconds(2026, 0, Number.parseInt(day, 10)), '{date}', now, 'UTC')).toBe(`January ${day}`);
  });
});

describe('emoji', () => {
  it('have names', () => {
    expect([emojiOf('wave'), emojiOf('wave::skin-tone-4'), emojiOf('nothing'), emojiOf('constructor')]).toEqual([
      '👋',
      '👋🏽',
      null,
      null,
    ]);
  });

  it('have code points', () => {
    expect([
      emojiAt('1f44b'),
      emojiAt('1f44b-1f3fd'),
      emojiAt(''),
      emojiAt('zz'),
      emojiAt('110000'),
      emojiAt('1'.repeat(99)),
    ]).toEqual(['👋', '👋🏽', null, null, null, null]);
  });

  it('replace their names in a text, and others stay', () => {
    expect(withEmoji('a :tada: b :404: 10:30:45')).toBe('a 🎉 b :404: 10:30:45');
  });
});
