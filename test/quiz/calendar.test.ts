// Local times, weekdays and zones as moments: against a slow calendar, and in the named cases.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lateness,
  localDate,
  nextDigest,
  nextPosting,
  nextPostings,
  revealAt,
  seasonAt,
  settle,
  weekAt,
} from '../../src/quiz/calendar.ts';
import { seeded, shuffled } from '../../src/quiz/random.ts';
import { everyDay, type Times, weekdays, weekends } from '../../src/quiz/schedule.ts';
import { atlas } from '../../src/quiz/zones.ts';
import { slowClock, slowPostings } from './slow-calendar.ts';

const { zones } = atlas();

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const daily = (time: string, zone: string, more: Partial<Times> = {}): Times => ({
  time,
  zone,
  days: everyDay,
  skips: [],
  ...more,
});

/** Moments as local wall time in UTC notation, so that a failure can be read. */
const utc = (moment: string) => Date.parse(moment);
const iso = (at: number | undefined) => (at === undefined ? 'never' : new Date(at).toISOString());

describe('the calendar', () => {
  const from = utc('2026-11-25T12:00:00Z');
  const sample = [
    ...shuffled(zones, seeded('zones')).slice(0, 30),
    ...[
      'Europe/Berlin',
      'America/Santiago',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/Nuuk',
      'America/Scoresbysund',
    ],
    ...['Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'],
  ];

  it.each(sample)('agrees with the slow one over 400 days in %s', (zone) => {
    const clock = slowClock(zone, from, from + 403 * DAY);
    for (const time of ['09:30', '00:00', '02:15', '23:30']) {
      const times = daily(time, zone);
      expect(nextPostings(times, from, 400), time).toEqual(slowPostings(clock, times, from, 400));
    }
  });

  it('agrees with the slow one for any weekdays, skips and start', () => {
    const start = utc('2026-01-01T00:00:00Z');
    const clocks = new Map(sample.map((zone) => [zone, slowClock(zone, start, start + 800 * DAY)]));
    const date = fc
      .integer({ min: 0, max: 500 })
      .map((days) => new Date(start + days * DAY).toISOString().slice(0, 10));
    const skip = fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    fc.assert(
      fc.property(
        fc.constantFrom(...sample),
        fc.integer({ min: 0, max: 47 }),
        fc.subarray([...everyDay], { minLength: 1 }),
        fc
          .array(skip, { maxLength: 3 })
          .map((skips) => skips.filter(({ from: a, to: b }) => Date.parse(b) - Date.parse(a) < 90 * DAY)),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        (zone, half, days, skips, minutes) => {
          const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
          const clock = clocks.get(zone);
          if (clock === undefined) return expect.unreachable();
          const after = start + minutes * 60_000;
          const times = { time, zone, days, skips };
          expect(nextPostings(times, after, 5)).toEqual(slowPostings(clock, times, after, 5));
        },
      ),
      { seed: 2026, numRuns: 400 },
    );
  });

  it.each([
    [
      'Berlin, a gap at night: later by the gap',
      'Europe/Berlin',
      '02:30',
      '2027-03-28',
      '2027-03-28T01:30:00.000Z',
      '03:30',
    ],
    ['Berlin, an hour twice: the first', 'Europe/Berlin', '02:30', '2027-10-31', '2027-10-31T00:30:00.000Z', '02:30'],
    ['Santiago, a gap at midnight', 'America/Santiago', '00:15', '2027-09-05', '2027-09-05T04:15:00.000Z', '01:15'],
    ['Cairo, a gap at midnight', 'Africa/Cairo', '00:00', '2027-04-30', '2027-04-29T22:00:00.000Z', '01:00'],
    [
      'Lord Howe, a gap of half an hour',
      'Australia/Lord_Howe',
      '02:15',
      '2027-10-03',
      '2027-10-02T15:45:00.000Z',
      '02:45',
    ],
    [
      'Scoresbysund, a gap before midnight',
      'America/Scoresbysund',
      '23:30',
      '2027-03-27',
      '2027-03-28T01:30:00.000Z',
      '00:30',
    ],
  ])('%s', (_, zone, time, slot, at, shown) => {
    const times = daily(time, zone);
    const all = nextPostings(times, utc(`${slot}T12:00:00Z`) - 3 * DAY, 6);
    const [own] = all.filter((posting) => posting.slot === slot);
    expect(iso(own?.at)).toBe(at);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    expect(clock.format(own?.at)).toBe(shown);
    expect(all.map((posting) => posting.slot)).toEqual([...new Set(all.map((posting) => posting.slot))]);
    for (const [index, posting] of all.slice(1).entries())
      expect(Date.parse(posting.slot) - Date.parse(all[index]?.slot ?? '')).toBe(DAY);
  });

  it('finds the post of the evening before, also after midnight', () => {
    const times = daily('23:30', 'America/Scoresbysund');
    expect(nextPosting(times, utc('2027-03-28T01:10:00Z'))).toEqual({
      at: utc('2027-03-28T01:30:00Z'),
      slot: '2027-03-27',
    });
  });

  it('has no slot on a date that a zone skipped as a whole, and none twice around it', () => {
    const slots = nextPostings(daily('09:30', 'Pacific/Apia'), utc('2011-12-28T12:00:00Z'), 4);
    expect(slots.map(({ slot, at }) => [slot, iso(at)])).toEqual([
      ['2011-12-28', '2011-12-28T19:30:00.000Z'],
      ['2011-12-29', '2011-12-29T19:30:00.000Z'],
      ['2011-12-31', '2011-12-30T19:30:00.000Z'],
      ['2012-01-01', '2011-12-31T19:30:00.000Z'],
    ]);
  });

  it.each([
    ['weekdays only', { days: weekdays }, ['2026-11-27', '2026-11-30', '2026-12-01']],
    ['weekends only', { days: weekends }, ['2026-11-28', '2026-11-29', '2026-12-05']],
    [
      'one skipped date',
      { skips: [{ from: '2026-11-28', to: '2026-11-28' }] },
      ['2026-11-27', '2026-11-29', '2026-11-30'],
    ],
    [
      'ranges that touch and overlap',
      {
        skips: [
          { from: '2026-11-28', to: '2026-12-01' },
          { from: '2026-11-30', to: '2026-12-03' },
          { from: '2026-12-04', to: '2026-12-04' },
        ],
      },
      ['2026-11-27', '2026-12-05', '2026-12-06'],
    ],
  ])('plans %s', (_, more, slots) => {
    const times = daily('09:30', 'Europe/Berlin', more);
    expect(nextPostings(times, utc('2026-11-26T12:00:00Z'), 3).map(({ slot }) => slot)).toEqual(slots);
  });

  it('plans nothing where everything is skipped, and does not look for ever', () => {
    expect(nextPosting(daily('09:30', 'UTC', { skips: [{ from: '2026-01-01', to: '9999-12-31' }] }), from)).toBeNull();
  });

  it('is strictly after the moment asked about', () => {
    const times = daily('09:30', 'UTC');
    const at = utc('2026-11-26T09:30:00Z');
    expect(nextPosting(times, at - 1)?.at).toBe(at);
    expect(nextPosting(times, at)?.at).toBe(at + DAY);
  });
});

describe('a missed time', () => {
  it.each([
    ['on time', '2026-11-26T08:30:00Z', 0, 'onTime'],
    ['within the spread of a busy minute', '2026-11-26T08:30:00Z', 10 * 60_000, 'onTime'],
    ['half an hour late', '2026-11-26T08:30:00Z', HOUR / 2, 'late'],
    ['at the end of the grace', '2026-11-26T08:30:00Z', 3 * HOUR, 'late'],
    ['after the grace', '2026-11-26T08:30:00Z', 3 * HOUR + 1, 'skipped'],
    ['before eight in the evening', '2026-11-26T17:30:00Z', 89 * 60_000, 'late'],
    ['after eight in the evening', '2026-11-26T17:30:00Z', 90 * 60_000, 'skipped'],
    ['in the evening, as planned', '2026-11-26T21:59:00Z', 60_000, 'onTime'],
    ['in the evening, late', '2026-11-26T21:00:00Z', HOUR, 'skipped'],
    ['after midnight', '2026-11-26T22:30:00Z', HOUR, 'skipped'],
  ] as const)('%s', (_, due, late, how) => {
    expect(lateness(utc(due), utc(due) + late, 'Europe/Berlin')).toBe(how);
  });

  it('is caught up once at most, whatever was missed', () => {
    const times = daily('09:30', 'Europe/Berlin');
    const due = { at: utc('2026-11-23T08:30:00Z'), slot: '2026-11-23' };
    const { settled, next } = settle(times, due, utc('2026-11-26T10:00:00Z'));
    expect(settled.map(({ slot, how }) => `${slot} ${how}`)).toEqual([
      '2026-11-23 skipped',
      '2026-11-24 skipped',
      '2026-11-25 skipped',
      '2026-11-26 late',
    ]);
    expect(next).toEqual({ at: utc('2026-11-27T08:30:00Z'), slot: '2026-11-27' });
  });

  it('is caught up once at most, for any zone, time and absence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 20 * 24 * 60 }),
        fc.integer({ min: 0, max: 300 }),
        (zone, hour, away, day) => {
          const times = daily(`${String(hour).padStart(2, '0')}:30`, zone);
          const due = nextPosting(times, utc('2026-06-01T00:00:00Z') + day * DAY);
          if (due === null) return expect.unreachable();
          const now = due.at + away * 60_000;
          const { settled, next } = settle(times, due, now);
          expect(settled.filter(({ how }) => how !== 'skipped').length).toBeLessThanOrEqual(1);
          expect(settled.slice(0, -1).every(({ how }) => how === 'skipped')).toBe(true);
          expect(new Set(settled.map(({ slot }) => slot)).size).toBe(settled.length);
          expect(settled.every(({ at }) => at <= now)).toBe(true);
          expect(next?.at).toBeGreaterThan(now);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is caught up once at most even after the channel moved to another zone', () => {
    const due = { at: utc('2026-11-26T08:00:00Z'), slot: '2026-11-25' };
    const { settled } = settle(daily('09:30', 'Europe/Berlin'), due, utc('2026-11-26T10:00:00Z'));
    expect(settled.map(({ slot, how }) => `${slot} ${how}`)).toEqual(['2026-11-25 skipped', '2026-11-26 late']);
  });

  it('is none before its time', () => {
    const due = { at: from(1), slot: '2026-11-26' };
    expect(settle(daily('09:30', 'UTC'), due, from(0))).toEqual({ settled: [], next: due });
  });
});

function from(hours: number): number {
  return utc('2026-11-26T08:30:00Z') + hours * HOUR;
}

describe('the reveal', () => {
  const due = utc('2026-11-26T08:30:00Z');
  it.each([
    ['so many minutes later', { after: 360 }, 0, '2026-11-26T14:30:00.000Z'],
    ['counted from a late post', { after: 360 }, HOUR, '2026-11-26T15:30:00.000Z'],
    ['at a later time the same day', { at: '16:00' }, 0, '2026-11-26T15:00:00.000Z'],
    ['at an earlier time the next day', { at: '09:00' }, 0, '2026-11-27T08:00:00.000Z'],
    ['at the very same time the next day', { at: '09:30' }, 0, '2026-11-27T08:30:00.000Z'],
    ['no sooner than half an hour after a late post', { at: '12:00' }, 2.9 * HOUR, '2026-11-26T11:54:00.000Z'],
    ['as soon as it was meant to be', { at: '09:40' }, 0, '2026-11-26T08:40:00.000Z'],
  ] as const)('comes %s', (_, reveal, late, at) => {
    expect(iso(revealAt(reveal, 'Europe/Berlin', due, due + late))).toBe(at);
  });
});

describe('seasons, weeks and digests', () => {
  it.each([
    ['2026-10-31T23:30:00Z', 'Europe/Berlin', '2026-11', '2026-10-31T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
    ['2026-10-31T23:30:00Z', 'America/New_York', '2026-10', '2026-10-01T04:00:00.000Z', '2026-11-01T04:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 'UTC', '2028-02', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
  ])('%s in %s belongs to the season %s', (moment, zone, id, start, end) => {
    const season = seasonAt(utc(moment), zone);
    expect([season.id, iso(season.start), iso(season.end)]).toEqual([id, start, end]);
    expect([localDate(season.start, zone), localDate(season.end - 1, zone)]).toEqual([season.from, season.to]);
  });

  it('counts a week from Monday to Sunday', () => {
    expect(weekAt(utc('2026-11-29T22:59:00Z'), 'Europe/Berlin')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekAt(utc('2026-11-29T23:00:00Z'), 'Europe/Berlin')).toEqual({ from: '2026-11-30', to: '2026-12-06' });
  });

  it('plans the digest for Friday at four', () => {
    const digest = nextDigest('Europe/Berlin', utc('2026-11-25T12:00:00Z'));
    expect(digest).toEqual({ at: utc('2026-11-27T15:00:00Z'), slot: '2026-11-27' });
    expect(nextDigest('Europe/Berlin', digest?.at ?? 0)?.slot).toBe('2026-12-04');
  });
});
