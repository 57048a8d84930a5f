// "quiz practice": questions for one person, as many as they like. The buttons carry all that an answer needs, so that it
// works without any memory too; with one, what is about to be forgotten comes first.
import type { Answer } from '../../answer/answer.ts';
import { memoriesOf } from '../../delivery/choosing.ts';
import { ask, countsOf, LETTERS } from '../../quiz/asked.ts';
import { sayPractice, sayPracticed } from '../../quiz/feedback.ts';
import type { Item, Level } from '../../quiz/item.ts';
import { learn } from '../../quiz/lesson.ts';
import type { Memory } from '../../quiz/memory.ts';
import { choosePractice } from '../../quiz/practice.ts';
import { itemById, items } from '../../quiz/questions/index.ts';
import { defaults } from '../../quiz/schedule.ts';
import { newId } from '../../store/id.ts';
import type { Card } from '../../store/records.ts';
import type { Visit } from '../visit.ts';
import { note, say } from './note.ts';

const ANSWERED = /^(\S{1,60}) (\d|[a-e]) (\w{1,20})$/i;
/** Letters of a seed: short enough for a button beside the longest item id. */
const SEED = 10;
/** So many last questions do not come again in one sitting. */
const RECENT = 10;
/** In milliseconds. */
const SITTING = 60 * 60_000;
/** How far back a question of the channel may still be open. */
const OPEN_WITHIN = 2 * 24 * 60 * 60_000;

/**
 * @param visit null where nothing is remembered, as in the terminal
 * @param typed whether whoever asks has no buttons
 */
export async function answerPractice(words: string, now: number, visit: Visit | null, typed: boolean): Promise<Answer> {
  const [, id = '', option = '', seed = ''] = ANSWERED.exec(words) ?? [];
  if (id === '') return askNext(now, visit, typed);
  const item = itemById(id);
  const choice = indexOf(option);
  if (item === undefined || choice >= ask(item, seed).options.length) return sayGone();
  if (visit !== null) await keep(visit, item, choice, seed);
  return sayPracticed(item, seed, choice);
}

/** "1", or "B" where somebody types it. */
function indexOf(option: string): number {
  const typed = LETTERS.indexOf(option.toUpperCase());
  return typed < 0 ? Number(option) : typed;
}

async function askNext(now: number, visit: Visit | null, typed: boolean): Promise<Answer> {
  const seed = newId(now).slice(-SEED);
  const known = visit === null ? nothing : await knownOf(visit);
  const item = choosePractice({ items: items(), ...known, now, seed });
  return item === null ? sayGone() : sayPractice(item, seed, typed);
}

interface Known {
  readonly level: Level;
  readonly memories: ReadonlyMap<string, Memory>;
  readonly recent: readonly string[];
}

const nothing: Known = { level: defaults.level, memories: new Map(), recent: [] };

async function knownOf({ store, person, place, now }: Visit): Promise<Known> {
  const cards = await store.memory.practice(person);
  const last = cards
    .filter(({ askedAt }) => now - askedAt < SITTING)
    .toSorted((a, b) => b.askedAt - a.askedAt)
    .slice(0, RECENT);
  const recent = last.map(({ item }) => item);
  if (place === null) return { ...nothing, memories: memoriesOf(cards), recent };
  const schedule = await store.schedules.get(place);
  // Practising tells the answer at once: not of a question that the channel is still thinking about.
  const here = await store.memory.of(place, now - OPEN_WITHIN);
  return {
    level: schedule?.level ?? nothing.level,
    memories: memoriesOf(cards),
    recent: [...recent, ...here.recent.map(({ item }) => item)],
  };
}

/** What somebody remembers of the item now. The same button pressed twice teaches nothing new. */
async function keep({ store, person, by, now }: Visit, item: Item, choice: number, seed: string): Promise<void> {
  const cards = await store.memory.practice(person);
  const before = cards.find((card) => card.item === item.id);
  if (before !== undefined && seedOf(before) === seed) return;
  const asked = ask(item, seed);
  const counts = countsOf(asked, [{ choice, count: 1 }]);
  const lesson = learn(asked, counts, (before?.state as Memory | undefined) ?? null, now, seed);
  if (lesson === null) return;
  const { memory, outcome } = lesson;
  const state = { ...memory, seed };
  await store.memory.practise(person, by.team, { item: item.id, state, due: memory.due, askedAt: now, outcome });
}

function seedOf({ state }: Card): unknown {
  return typeof state === 'object' && state !== null && 'seed' in state ? state.seed : undefined;
}

function sayGone(): Answer {
  return note({
    title: 'That question is not asked any more',
    blocks: [say('There are many others.')],
    choices: [{ label: 'Another one', line: 'quiz practice', style: 'primary' }],
  });
}
