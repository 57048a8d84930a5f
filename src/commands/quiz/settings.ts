// What a channel has set: who may change it, how it is said, and how a change is made known.
import type { Answer, Block, Choice, Fact, Form, Text } from '../../answer/answer.ts';
import type { Asker } from '../../port.ts';
import { addDays, localDate, nextPosting, nextPostings, type Posting } from '../../quiz/calendar.ts';
import type { Level } from '../../quiz/item.ts';
import { defaults, sayDays, writeReveal, writeSkip } from '../../quiz/schedule.ts';
import type { Schedule } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { note, say } from './note.ts';
import type { PlacedVisit } from './visit.ts';

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
    template: 'quiz schedule {time} {zone} {days} level {level} reveal {reveal}',
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
  const taken = new Set((await store.deliveries.list(schedule.place, around, ['quiz'])).map(({ slot }) => slot));
  const postings = nextPostings(schedule, now, count + taken.size);
  return postings.filter(({ slot }) => !taken.has(slot)).slice(0, count);
}

/**
 * When it is to be planned next. What is due this moment and not planned yet stays due: otherwise somebody who changes the
 * level at 09:30:01 would call off the question of 09:30.
 */
export function nextRunOf(schedule: Schedule, now: number, before: Schedule | null): number | null {
  const due = before?.enabled === true && sameTimes(schedule, before) ? before.nextRunAt : null;
  return nextPosting(schedule, due !== null && due <= now ? due - 1 : now)?.at ?? null;
}

function sameTimes(one: Schedule, other: Schedule): boolean {
  return one.time === other.time && one.zone === other.zone && one.days.join() === other.days.join();
}

/** What a person decides about a schedule; the rest follows from it. */
export type Settings = Omit<Schedule, 'place' | 'nextRunAt' | 'setBy' | 'disabledReason' | 'noticeFor'>;

/**
 * Keeps changed settings and makes them known: the reply shows them with the next times; on Slack, where anybody may have
 * changed them and nobody else sees the reply, the channel is told who did.
 * @param what a piece of a sentence about who did it: "switched the quiz off"
 */
export async function change(
  visit: PlacedVisit,
  before: Schedule | null,
  settings: Settings,
  { title, what }: { readonly title: string; readonly what: string },
): Promise<Answer> {
  const { by, store, now, place } = visit;
  const decided = { ...settings, place, setBy: by.user, disabledReason: null, noticeFor: null, nextRunAt: null };
  const schedule: Schedule = { ...decided, nextRunAt: settings.enabled ? nextRunOf(decided, now, before) : null };
  // Slack does not tell that an app is back: who sets up a quiz proves it.
  await store.upkeep.readmit(place.platform, place.team);
  await store.schedules.set(schedule);
  const blocks = await describe(store, schedule, now);
  const said = note({
    title,
    blocks: [...blocks, ...(await makeKnown(visit, what, blocks))],
    choices: [setUp(schedule), { label: 'Coming questions', line: 'quiz preview' }],
  });
  return place.platform === 'discord' ? { ...said, audience: 'room' } : said;
}

/** Tells the channel who changed something. @returns what whoever did it should know about that */
export async function makeKnown(
  { by, place, announce }: PlacedVisit,
  what: string,
  blocks: readonly Block[] = [],
): Promise<readonly Block[]> {
  if (place.platform !== 'slack') return [];
  const word: Answer = {
    ...note({ title: 'The daily quiz', blocks: [say({ user: by.user }, ` ${what}.`), ...blocks] }),
    audience: 'room',
  };
  switch (await announce(place, word)) {
    case 'posted':
      return [say('I have told the channel.')];
    case 'failed':
      return [
        say(
          'I could not post in this channel. Invite me with ',
          { code: '/invite @teapot' },
          ', so that the questions can come.',
        ),
      ];
    case 'unsure':
      return [];
  }
}
