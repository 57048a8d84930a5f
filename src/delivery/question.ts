// The quiz itself: which question, whether it still makes sense to ask it, and how it is put.
import type { Answer } from '../answer/answer.ts';
import { type Asked, ask } from '../quiz/asked.ts';
import { addDays, lateness, nextPostings, revealAt } from '../quiz/calendar.ts';
import { chooseItem } from '../quiz/choose.ts';
import { sayQuestion } from '../quiz/post.ts';
import { defaults, everyDay, isSkipped } from '../quiz/schedule.ts';
import type { Delivery, Schedule } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { choosingOf, turnOf } from './choosing.ts';
import { type Composed, type Desk, skip } from './composed.ts';
import { askedOf, isScheduled } from './history.ts';
import { opensUntil } from './opening.ts';
import { NOBODY } from './reveal.ts';

const DAY = 24 * 60 * 60_000;
/** After so many questions in a row that nobody answered, a pause is offered; after as many more, again. */
const OFFER_AFTER = 10;
/** How far back such a row is looked for: ten questions of one a week, and a holiday. In days. */
const OFFER_WITHIN = 100;

/** @param again whether it may stand there already: then it is said again as it was */
export async function composeQuestion({ store, now }: Desk, row: Delivery, again: boolean): Promise<Composed> {
  const schedule = await store.schedules.get(row.place);
  const reveal = await store.deliveries.revealOf(row.id);
  const obstacle = obstacleOf(row, schedule, reveal, now());
  if (obstacle !== null && !again) return skip(obstacle);
  const asked = askedOf(row) ?? (await choose(store, row, schedule, now()));
  if (asked === null) return skip('there is no question at this level');
  const scheduled = isScheduled(row);
  const until =
    reveal === null
      ? revealAt(schedule?.reveal ?? defaults.reveal, schedule?.zone ?? 'UTC', now())
      : opensUntil(row, reveal, now());
  const offer = scheduled && (await wantsPause(store, row));
  return {
    act: 'post',
    content: { item: asked.itemId, payload: asked },
    draw: (payload) => {
      const said = sayQuestion(payload as Asked, { id: row.id, revealAt: until, scheduled });
      return offer ? offerPause(said) : said;
    },
  };
}

/** Why a question should no longer be asked; null where it should. */
function obstacleOf(row: Delivery, schedule: Schedule | null, reveal: Delivery | null, now: number): string | null {
  if (!isScheduled(row)) return reveal !== null && now >= reveal.notBefore ? 'too late' : null;
  if (schedule === null || !schedule.enabled) return 'the schedule was switched off';
  if (isSkipped(schedule, row.slot)) return 'the day is skipped';
  const due = dueOf(row, schedule);
  return lateness(due, now, schedule.zone) === 'skipped' ? 'too late' : null;
}

/** When a slot was due. The row cannot tell once it was put off. */
function dueOf({ slot, notBefore }: Delivery, { time, zone }: Schedule): number {
  const before = Date.parse(slot) - 2 * DAY;
  const around = nextPostings({ time, zone, days: everyDay, skips: [] }, before, 4);
  const at = around.find((posting) => posting.slot === slot)?.at;
  // Moved to a later time after it was planned.
  return at === undefined ? notBefore : Math.min(at, notBefore);
}

async function choose(store: Store, row: Delivery, schedule: Schedule | null, now: number): Promise<Asked | null> {
  const known = await choosingOf(store, row.place, schedule, now);
  const chosen = chooseItem({ ...known, ...turnOf(row.place, row, now) });
  return chosen === null ? null : ask(chosen.item, row.id);
}

async function wantsPause(store: Store, { place, date }: Delivery): Promise<boolean> {
  const range = { from: addDays(date, -OFFER_WITHIN), to: addDays(date, -1) };
  const reveals = (await store.deliveries.list(place, range, ['reveal'])).filter(isScheduledReveal);
  const empty = reveals.length - 1 - reveals.findLastIndex(({ error }) => error !== NOBODY);
  return empty > 0 && empty % OFFER_AFTER === 0;
}

function isScheduledReveal({ date, slot, status }: Delivery): boolean {
  return slot === date && (status === 'sent' || status === 'skipped');
}

function offerPause(said: Answer): Answer {
  return {
    ...said,
    blocks: [
      ...said.blocks,
      {
        kind: 'text',
        text: ['Nobody has answered here for a while. If the questions come at a bad time, I can pause.'],
      },
    ],
    choices: [...said.choices, { label: 'Pause the questions', line: 'quiz off' }],
  };
}
