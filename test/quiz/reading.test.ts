// What people type for a schedule, and what they are told when it cannot be read.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSkip, readSkips } from '../../src/quiz/dates.ts';
import { readDays } from '../../src/quiz/days.ts';
import { type Schedule, sayDays, type Weekday, writeSchedule, writeSkip } from '../../src/quiz/schedule.ts';
import { parseSchedule } from '../../src/quiz/schedule-line.ts';
import { readReveal, readTime } from '../../src/quiz/times.ts';
import { atlas, findZone, suggestZones } from '../../src/quiz/zones.ts';

const { zones } = atlas();

describe('a time', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['0930', '09:30'],
    ['9', '09:00'],
    ['17', '17:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9.30 am', '09:30'],
    ['9:30 p.m.', '21:30'],
    ['12am', '00:00'],
    ['12:15 pm', '12:15'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
  ])('reads “%s” as %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ value: time });
  });

  it.each([
    ['25:00', 'There is no hour 25'],
    ['24:00', 'There is no hour 24'],
    ['9:75', 'There is no minute 75'],
    ['13pm', '13 pm does not exist'],
    ['0 am', '0 am does not exist'],
    ['soon', 'could not read “soon”'],
    ['9:3', 'could not read “9:3”'],
    ['9 a', 'could not read “9 a”'],
    ['9 m', 'could not read “9 m”'],
    ['', 'could not read “”'],
  ])('says what is wrong with “%s”', (typed, words) => {
    expect(readTime(typed)).toMatchObject({
      problem: expect.stringContaining(words),
      example: expect.stringContaining('9:30'),
    });
  });
});

describe('a reveal', () => {
  it.each([
    ['6h', { after: 360 }],
    ['6 hours', { after: 360 }],
    ['90m', { after: 90 }],
    ['45 min', { after: 45 }],
    ['1h30m', { after: 90 }],
    ['2 hours later', { after: 120 }],
    ['16:00', { at: '16:00' }],
    ['4pm', { at: '16:00' }],
    ['noon', { at: '12:00' }],
  ])('reads “%s”', (typed, reveal) => {
    expect(readReveal(typed)).toEqual({ value: reveal });
  });

  it.each([
    ['1m', 'at least 5 minutes'],
    ['30h', 'within 20 hours'],
    ['3 weeks', 'could not read “3 weeks”'],
    ['', 'could not read “”'],
  ])('says what is wrong with “%s”', (typed, words) => {
    expect(readReveal(typed)).toMatchObject({ problem: expect.stringContaining(words) });
  });
});

describe('days', () => {
  it.each([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['Every day', [1, 2, 3, 4, 5, 6, 7]],
    ['weekends', [6, 7]],
    ['mon', [1]],
    ['mon,wed,fri', [1, 3, 5]],
    ['fri, mon', [1, 5]],
    ['mon wed fri', [1, 3, 5]],
    ['mon-thu', [1, 2, 3, 4]],
    ['Monday to Thursday', [1, 2, 3, 4]],
    ['mon – thu', [1, 2, 3, 4]],
    ['mon..thu, sat', [1, 2, 3, 4, 6]],
    ['fri-mon', [1, 5, 6, 7]],
    ['tuesdays and thursdays', [2, 4]],
    ['on tues & thurs', [2, 4]],
    ['mon, weekends', [1, 6, 7]],
    ['mon,mon', [1]],
  ])('reads “%s”', (typed, days) => {
    expect(readDays(typed)).toEqual({ value: days });
  });

  it.each([
    ['m', 'the day “m”'],
    ['mon-frog', 'the day “mon-frog”'],
    ['mon-tue-wed', 'the day “mon-tue-wed”'],
    ['someday', 'the day “someday”'],
    ['', 'Which days'],
  ])('says what is wrong with “%s”', (typed, words) => {
    expect(readDays(typed)).toMatchObject({ problem: expect.stringContaining(words) });
  });
});

describe('dates to skip', () => {
  const today = '2026-11-25';
  it.each([
    ['2026-12-24', { from: '2026-12-24', to: '2026-12-24' }],
    ['2026-12-24..2027-01-02', { from: '2026-12-24', to: '2027-01-02' }],
    ['2026-12-24 .. 2027-01-02', { from: '2026-12-24', to: '2027-01-02' }],
    ['2026-12-24...2027-01-02', { from: '2026-12-24', to: '2027-01-02' }],
    ['2026-12-24 to 2027-01-02', { from: '2026-12-24', to: '2027-01-02' }],
    ['2026-12-24 – 2027-01-02', { from: '2026-12-24', to: '2027-01-02' }],
    ['2026-12-24..2027-01-02 winter break', { from: '2026-12-24', to: '2027-01-02', name: 'winter break' }],
    ['2026-12-3: team day', { from: '2026-12-03', to: '2026-12-03', name: 'team day' }],
    ['today', { from: today, to: today }],
    ['tomorrow', { from: '2026-11-26', to: '2026-11-26' }],
    ['2026-11-20..2026-11-30', { from: '2026-11-20', to: '2026-11-30' }],
  ])('reads “%s”', (typed, skip) => {
    expect(readSkip(typed, today)).toEqual({ value: skip });
  });

  it('reads several at once', () => {
    expect(readSkips('2026-12-24, 2026-12-31..2027-01-02 new year and 2027-05-01', today)).toEqual({
      value: [
        { from: '2026-12-24', to: '2026-12-24' },
        { from: '2026-12-31', to: '2027-01-02', name: 'new year' },
        { from: '2027-05-01', to: '2027-05-01' },
      ],
    });
  });

  it.each([
    ['christmas', 'Tell me a date'],
    ['', 'Tell me a date'],
    ['24.12.2026', 'year-month-day'],
    ['12/24/2026', 'year-month-day'],
    ['2026-02-30', 'There is no 2026-02-30'],
    ['2026-13-01', 'There is no 2026-13-01'],
    ['2027-01-02..2026-12-24', 'the first date goes first'],
    ['2026-11-24', 'is over already'],
    ['2026-12-01..2029-01-01', 'more than a year'],
  ])('says what is wrong with “%s”', (typed, words) => {
    expect(readSkips(typed, today)).toMatchObject({ problem: expect.stringContaining(words) });
  });

  it('is written as it can be typed again', () => {
    for (const typed of ['2026-12-24', '2026-12-24..2027-01-02']) {
      const read = readSkip(typed, today);
      expect('value' in read && writeSkip(read.value)).toBe(typed);
    }
  });
});

describe('a zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['Munich', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['america/new york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['Etc/UTC', 'UTC'],
  ])('reads “%s” as %s', (typed, zone) => {
    expect(findZone(typed)).toEqual({ value: zone });
  });

  it.each([
    ['EST', 'name of a clock setting', 'America/New_York'],
    ['cet', 'name of a clock setting', 'Europe/Berlin'],
    ['+01:00', 'is an offset', 'Europe/Berlin'],
    ['UTC+2', 'is an offset', 'Europe/Berlin'],
    ['berln', 'do not know the time zone “berln”', 'Europe/Berlin'],
    ['Europe/Atlantis', 'do not know the time zone', 'Europe/Berlin'],
    ['', 'Which time zone', 'Europe/Berlin'],
  ])('says what is wrong with “%s” and names one that would do', (typed, words, example) => {
    expect(findZone(typed)).toEqual({ problem: expect.stringContaining(words), example });
  });

  it('is known to the clock of this machine under every name that can be found', () => {
    expect(zones.length).toBeGreaterThan(400);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    for (const zone of zones) expect(findZone(zone.toUpperCase()), zone).toEqual({ value: zone });
  });

  it.each([
    ['ber', ['Europe/Berlin']],
    ['york', ['America/New_York']],
    ['ind', ['Asia/Kolkata', 'America/Indiana/Indianapolis']],
    ['berln', ['Europe/Berlin']],
    ['america/arg', ['America/Argentina/Buenos_Aires']],
    ['san f', ['America/Los_Angeles']],
    ['est', ['America/New_York']],
    ['', ['Europe/Berlin', 'Europe/London']],
  ])('is suggested for “%s”', (typed, first) => {
    expect(suggestZones(typed).slice(0, first.length)).toEqual(first);
  });

  it('is suggested at most 25 times and never twice, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', 'america', 'e', '/', 'o')), (typed) => {
        const said = suggestZones(typed);
        expect(said.length).toBeLessThanOrEqual(25);
        expect(new Set(said).size).toBe(said.length);
        for (const zone of said) expect(zones).toContain(zone);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

const berlin: Schedule = {
  time: '09:30',
  zone: 'Europe/Berlin',
  days: [1, 2, 3, 4, 5],
  skips: [],
  level: 'common',
  reveal: { after: 360 },
};

describe('a schedule', () => {
  it.each<[string, Partial<Schedule>]>([
    ['09:30 Europe/Berlin weekdays', {}],
    ['9:30 berlin', {}],
    ['Europe/Berlin 9.30 am', {}],
    ['at 9:30 in Munich on weekdays', {}],
    ['09:30 Europe/Berlin weekdays level registered reveal 16:00', { level: 'registered', reveal: { at: '16:00' } }],
    [
      '09:30 Europe/Berlin level all reveal 90m mon,wed,fri',
      { level: 'registered', reveal: { after: 90 }, days: [1, 3, 5] },
    ],
    ['noon new york daily', { time: '12:00', zone: 'America/New_York', days: [1, 2, 3, 4, 5, 6, 7] }],
    [
      '9am Tokyo monday to thursday reveal at 4 pm',
      { time: '09:00', zone: 'Asia/Tokyo', days: [1, 2, 3, 4], reveal: { at: '16:00' } },
    ],
    ['0930 America/Argentina/Buenos_Aires weekends', { zone: 'America/Argentina/Buenos_Aires', days: [6, 7] }],
    [
      'every day at 9 in Tokyo level vendors',
      { time: '09:00', zone: 'Asia/Tokyo', days: [1, 2, 3, 4, 5, 6, 7], level: 'vendors' },
    ],
    ['17 Etc/GMT+5', { time: '17:00', zone: 'Etc/GMT+5' }],
  ])('is read from “%s”', (line, more) => {
    expect(parseSchedule(line)).toEqual({ value: { ...berlin, ...more } });
  });

  it.each<[string, Partial<Schedule>]>([
    ['10:00', { time: '10:00' }],
    ['London', { zone: 'Europe/London' }],
    ['daily', { days: [1, 2, 3, 4, 5, 6, 7] }],
    ['level common', { level: 'common' }],
    ['', {}],
  ])('keeps what “%s” does not speak of', (line, more) => {
    const current: Schedule = {
      ...berlin,
      days: [2],
      level: 'vendors',
      skips: [{ from: '2026-12-24', to: '2026-12-24' }],
    };
    expect(parseSchedule(line, current)).toEqual({ value: { ...current, ...more } });
  });

  it.each([
    ['', 'At what time', 'quiz schedule 09:30 Europe/Berlin weekdays', 'time'],
    ['Europe/Berlin', 'At what time', 'quiz schedule 09:30 Europe/Berlin weekdays', 'time'],
    ['9:30', 'In which time zone', 'quiz schedule 09:30 Europe/Berlin weekdays', 'zone'],
    ['25:00 Europe/Berlin', 'no hour 25', 'quiz schedule 09:30 Europe/Berlin weekdays', 'time'],
    ['9:30 EST', 'clock setting', 'quiz schedule 09:30 America/New_York weekdays', 'zone'],
    ['9:30 atlantis', 'time zone “atlantis”', 'quiz schedule 09:30 ', 'zone'],
    ['9:30 berlin level hard', 'level “hard”', 'quiz schedule 09:30 Europe/Berlin weekdays level common', 'level'],
    ['9:30 berlin reveal 3 weeks', '“3 weeks”', 'quiz schedule 09:30 Europe/Berlin weekdays reveal 6h', 'reveal'],
  ])('names what is wrong with “%s” and gives a line that works', (line, words, example, part) => {
    const read = parseSchedule(line);
    expect(read).toEqual({
      problem: expect.stringContaining(words),
      example: expect.stringContaining(example),
      part,
    });
    if ('example' in read) expect(parseSchedule(read.example.replace('quiz schedule ', ''))).toHaveProperty('value');
  });

  it('is read again as it is written', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const clock = minutes.map(
      (all) => `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`,
    );
    const reveal = fc.oneof(
      clock.map((at) => ({ at })),
      fc.integer({ min: 5, max: 1200 }).map((after) => ({ after })),
    );
    fc.assert(
      fc.property(
        clock,
        fc.constantFrom(...zones),
        fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        fc.constantFrom('common', 'registered', 'vendors'),
        reveal,
        (time, zone, days, level, shown) => {
          const schedule: Schedule = { time, zone, days, level, reveal: shown, skips: [] };
          expect(parseSchedule(writeSchedule(schedule))).toEqual({ value: schedule });
          expect(writeSchedule(schedule).length + 'quiz schedule '.length).toBeLessThanOrEqual(100);
        },
      ),
      { seed: 9, numRuns: 500 },
    );
  });

  it.each<[readonly Weekday[], string]>([
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[1, 2, 3, 4, 5], 'weekdays'],
    [[6, 7], 'weekends'],
    [[1, 3], 'Mon, Wed'],
  ])('says days as people do', (days, said) => {
    expect(sayDays(days)).toBe(said);
  });
});
