// What a channel has set: who may change it, how it is said, and how a change is made known.
import type { Answer, Block, Choice, Fact, Form, Text } from '../../answer/answer.ts';
import type { Asker } from '../../port.ts';
import { addDays, localDate, nextPostings, type Posting } from '../../quiz/calendar.ts';
import type { Level } from '../../quiz/item.ts';
import { seeded } from '../../quiz/random.ts';
import { defaults, sayDays, writeReveal, writeSchedule, writeSkip } from '../../quiz/schedule.ts';
import type { Schedule } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { note, say } from './note.ts';

/** Posting times that a reply repeats. */
const SHOWN_TIMES = 3;

const levelWords: Readonly<Record<Level, string>> = {
  common: 'the common ones',
  registered: 'all registered ones',
  vendors: 'all registered ones, and those of vendors',
};

/** Kind, and says whom to ask. */
export function refuse({ platform }: Asker): Answer {
  const who =
    platform === 'discord'
      ? 'whoever may manage this server (the permission “Manage Server”)'
      : 'the admins and owners of this workspace';
  return note({
    title: 'That is for others to decide',
    blocks: [say(`The quiz of a channel is set by ${who}. Ask one of them; practising is open to everybody.`)],
    choices: [{ label: 'Practise', line: 'quiz practice' }],
  });
}

/** Nothing is set here yet. */
export function sayNotSet(): Answer {
  return note({
    title: 'There is no quiz in this channel yet',
    blocks: [say('Set its time first, for example ', { code: 'quiz schedule 09:30 Europe/Berlin weekdays' }, '.')],
    choices: [setUp(null)],
  });
}

/** A button that asks for time, zone, days, level and reveal. */
export function setUp(current: Schedule | null): Choice {
  return {
    label: current === null ? 'Set it up' : 'Change it',
    line: 'quiz schedule',
    style: 'primary',
    form: setUpForm(current),
  };
}

function setUpForm(current: Schedule | null): Form {
  const { days, level, reveal } = current ?? defaults;
  return {
    title: 'The daily quiz',
    template: `quiz schedule {time} {zone} {days} level {level} reveal {reveal} as ${stampOf(current)}`,
    fields: [
      { name: 'time', label: 'Time of day', hint: '09:30', value: current?.time ?? '09:30' },
      {
        name: 'zone',
        label: 'City or time zone',
        hint: 'Berlin, or Europe/Berlin',
        ...(current !== null && { value: current.zone }),
      },
      { name: 'days', label: 'Days', hint: 'weekdays, daily, or mon,wed,fri', value: sayDays(days) },
      {
        name: 'level',
        label: 'Codes',
        value: level,
        options: [
          { label: 'Common codes', value: 'common' },
          { label: 'All registered codes', value: 'registered' },
          { label: 'Vendors’ codes too', value: 'vendors' },
        ],
      },
      { name: 'reveal', label: 'The solution comes', hint: 'After 6h, or at 16:00', value: writeReveal(reveal) },
    ],
  };
}

/** Names the settings that a form was filled with, so that what is sent later cannot undo what somebody else changed. */
export function stampOf(current: Schedule | null): string {
  const seen = current === null ? 'nothing' : writeSchedule(current);
  return Math.floor(seeded(seen)() * 2 ** 32).toString(36);
}

/** The settings as facts, with the next times where it is on. */
export async function describe(store: Store, schedule: Schedule, now: number): Promise<readonly Block[]> {
  const facts: Fact[] = [
    { label: 'When', value: [`${schedule.time} ${schedule.zone}, ${sayDays(schedule.days)}`] },
    { label: 'Codes', value: [levelWords[schedule.level]] },
    {
      label: 'Solution',
      value: ['at' in schedule.reveal ? `at ${schedule.reveal.at}` : `${writeReveal(schedule.reveal)} later`],
    },
    { label: 'Friday digest', value: [schedule.digest ? 'on' : 'off'] },
  ];
  if (schedule.skips.length > 0) facts.push({ label: 'Pauses', value: [schedule.skips.map(saySkip).join('; ')] });
  return [{ kind: 'facts', facts }, ...(await sayNextTimes(store, schedule, now))];
}

function saySkip(skip: Schedule['skips'][number]): string {
  return skip.name === undefined ? writeSkip(skip) : `${writeSkip(skip)} (${skip.name})`;
}

/** Why Teapot switched a quiz off by itself, as a piece of a sentence; the reasons are those of `schedules.disable`. */
export function whyOff(reason: string | null): string {
  switch (reason) {
    case 'gone':
      return ', because the channel is gone or archived, or I am no longer in it';
    case 'repairable':
      return ', because on three days I was not allowed to post: I have to be in the channel and may have to be let write there';
    case 'removed':
      return ', because I was removed meanwhile';
    default:
      return '';
  }
}

async function sayNextTimes(store: Store, schedule: Schedule, now: number): Promise<readonly Block[]> {
  if (!schedule.enabled) return [say('It is switched off', whyOff(schedule.disabledReason), '.')];
  const times = (await freePostings(store, schedule, now, SHOWN_TIMES)).map(({ at }): Text => [{ time: at }]);
  if (times.length === 0) return [say('No question is planned: its pauses leave no day.')];
  return [
    { kind: 'heading', text: times.length === 1 ? 'Next time' : 'Next times' },
    { kind: 'list', items: times },
  ];
}

/** The coming postings. A date that had its question already has no second one, also when the time was moved. */
export async function freePostings(
  store: Store,
  schedule: Schedule,
  now: number,
  count: number,
): Promise<readonly Posting[]> {
  const today = localDate(now, schedule.zone);
  const around = { from: addDays(today, -1), to: addDays(today, 1) };
  const rows = await store.deliveries.list(schedule.place, around, ['quiz']);
  // One that is written down a little before it is due is still to come.
  const taken = new Set(rows.filter(({ status }) => status !== 'pending').map(({ slot }) => slot));
  const postings = nextPostings(schedule, now, count + taken.size);
  return postings.filter(({ slot }) => !taken.has(slot)).slice(0, count);
}
