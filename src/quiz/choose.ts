// Which question comes next for a channel. Pure and repeatable: the same history and seed choose the same item.

import type { Item, Level, QuestionKind } from './item.ts';
import type { Waiting } from './lesson.ts';
import { type Memory, retrievability } from './memory.ts';
import { within } from './questions/codes.ts';
import { pick, pickWeighted, seeded } from './random.ts';
import { leaveRoom, type Past, siblingDue, unservedOf } from './siblings.ts';

export type { Past } from './siblings.ts';

/** What is known when a question is chosen. */
export interface Choosing {
  readonly items: readonly Item[];
  readonly level: Level;
  /** Everything this channel was asked, oldest first. */
  readonly past: readonly Past[];
  /** By item id. */
  readonly memories: ReadonlyMap<string, Memory>;
  /** Pairs that went wrong. */
  readonly waiting: readonly Waiting[];
}

/** One choice. */
export interface Turn {
  readonly now: number;
  /** The channel and the slot. */
  readonly seed: string;
  /** Codes of the week's theme: new questions are about them every second time. */
  readonly theme?: ReadonlySet<number>;
}

/** Why an item was chosen. `oldest`: everything was asked within the last 30 days, so the one longest ago comes again. */
export type Lane = 'new' | 'due' | 'sibling' | 'oldest';

export interface Chosen {
  readonly item: Item;
  readonly lane: Lane;
}

const DAY = 24 * 60 * 60_000;
/** No item again within so many days. */
const REST = 30 * DAY;
/** Of what is no sibling's turn: new and due as 50 to 35. */
const NEW_SHARE = 50 / 85;
const SAME_KIND_AT_MOST = 2;
/** Codes asked last are left alone for so many questions where there is a choice. */
const CODE_REST = 3;

/** How often each kind comes, in percent. Situations, exchanges and layers share what the design gives to situation → code. */
export const kindShares: Readonly<Record<QuestionKind, number>> = {
  situation: 26,
  exchange: 8,
  layer: 6,
  pair: 20,
  meaning: 10,
  name: 10,
  header: 10,
  myth: 5,
  repair: 5,
};

/** The next item, or null only when there is none at the level at all. */
export function chooseItem(choosing: Choosing & Turn): Chosen | null {
  const { items, level, past, now } = choosing;
  const random = seeded(`choose ${choosing.seed}`);
  const open = items.filter((item) => within(item.level, level));
  const asked = lastAsked(past);
  const rested = open.filter(({ id }) => now - (asked.get(id) ?? Number.NEGATIVE_INFINITY) >= REST);
  const allowed = notThriceTheKind(rested, past);
  const candidates = allowed.length > 0 ? allowed : rested;
  if (candidates.length === 0) return oldest(open, past, asked);
  const unserved = unservedOf(choosing.waiting, past);
  const sibling = siblingDue(candidates, unserved, random);
  if (sibling !== undefined) return { item: sibling, lane: 'sibling' };
  return newOrDue(choosing, leaveRoom(candidates, unserved, past), asked, random);
}

/** The coming questions as they would be if nothing else happened meanwhile. @param turns one for each, in their order */
export function chooseComing(choosing: Choosing, turns: readonly Turn[]): readonly Chosen[] {
  const chosen: Chosen[] = [];
  let past = choosing.past;
  for (const turn of turns) {
    const next = chooseItem({ ...choosing, ...turn, past });
    if (next === null) break;
    chosen.push(next);
    const { id, kind, pair } = next.item;
    past = [...past, { itemId: id, kind, at: turn.now, ...(pair !== undefined && { pair }) }];
  }
  return chosen;
}

function lastAsked(past: readonly Past[]): ReadonlyMap<string, number> {
  return new Map(past.map(({ itemId, at }) => [itemId, at]));
}

function notThriceTheKind(items: readonly Item[], past: readonly Past[]): readonly Item[] {
  const last = past.slice(-SAME_KIND_AT_MOST).map(({ kind }) => kind);
  const [kind] = last;
  const full = last.length === SAME_KIND_AT_MOST && last.every((other) => other === kind);
  return full ? items.filter((item) => item.kind !== kind) : items;
}

function oldest(open: readonly Item[], past: readonly Past[], asked: ReadonlyMap<string, number>): Chosen | null {
  const age = ({ id }: Item) => asked.get(id) ?? Number.NEGATIVE_INFINITY;
  const allowed = notThriceTheKind(open, past);
  const [item] = (allowed.length > 0 ? allowed : open).toSorted((a, b) => age(a) - age(b));
  return item === undefined ? null : { item, lane: 'oldest' };
}

function newOrDue(
  { memories, now, past, theme, items }: Choosing & Turn,
  candidates: readonly Item[],
  asked: ReadonlyMap<string, number>,
  random: () => number,
): Chosen | null {
  const fresh = candidates.filter(({ id }) => !asked.has(id));
  const due = candidates.filter(({ id }) => (memories.get(id)?.due ?? Number.POSITIVE_INFINITY) <= now);
  const wantsNew = random() < NEW_SHARE;
  const chosen = wantsNew ? freshOf(fresh, items, past, theme, random) : weakestOf(due, memories, now, random);
  const item =
    chosen ??
    (wantsNew ? weakestOf(due, memories, now, random) : freshOf(fresh, items, past, theme, random)) ??
    pick(candidates, random);
  if (item === undefined) return null;
  return { item, lane: asked.has(item.id) ? 'due' : 'new' };
}

/** By the kinds' shares, then every second time about the week's theme, and not about a code that was just asked. */
function freshOf(
  fresh: readonly Item[],
  items: readonly Item[],
  past: readonly Past[],
  theme: ReadonlySet<number> | undefined,
  random: () => number,
): Item | undefined {
  const recent = recentCodes(items, past);
  const ofKind = oneKind(
    preferred(fresh, ({ codes: [code = 0] }) => !recent.has(code)),
    random,
  );
  const onTheme = theme !== undefined && random() < 1 / 2;
  return pick(onTheme ? preferred(ofKind, ({ codes: [code = 0] }) => theme.has(code)) : ofKind, random);
}

function recentCodes(items: readonly Item[], past: readonly Past[]): ReadonlySet<number> {
  const ids = new Set(past.slice(-CODE_REST).map(({ itemId }) => itemId));
  return new Set(items.filter(({ id }) => ids.has(id)).flatMap(({ codes }) => codes.slice(0, 1)));
}

/** The least remembered item of a kind chosen by the shares. */
function weakestOf(
  due: readonly Item[],
  memories: ReadonlyMap<string, Memory>,
  now: number,
  random: () => number,
): Item | undefined {
  const strength = ({ id }: Item) => {
    const memory = memories.get(id);
    return memory === undefined ? 1 : retrievability(memory, now);
  };
  return oneKind(due, random).toSorted((a, b) => strength(a) - strength(b))[0];
}

/** All items of one kind, chosen by its share among the kinds there are. */
export function oneKind(items: readonly Item[], random: () => number): readonly Item[] {
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  const kind = pickWeighted([...byKind.keys()], (one) => kindShares[one], random);
  return kind === undefined ? [] : (byKind.get(kind) ?? []);
}

function preferred(items: readonly Item[], wanted: (item: Item) => boolean): readonly Item[] {
  const some = items.filter(wanted);
  return some.length > 0 ? some : items;
}
