// Which question one person practises next: what they are about to forget, then something new, then the weakest.
import { oneKind } from './choose.ts';
import type { Item, Level } from './item.ts';
import { type Memory, retrievability } from './memory.ts';
import { within } from './questions/codes.ts';
import { pick, seeded } from './random.ts';

export interface Practising {
  readonly items: readonly Item[];
  readonly level: Level;
  /** This person's own memory, by item id. */
  readonly memories: ReadonlyMap<string, Memory>;
  /** Item ids of the last questions, so that none comes twice in a row. */
  readonly recent: readonly string[];
  readonly now: number;
  readonly seed: string;
}

/** Endless: null only when there is no item at the level at all. */
export function choosePractice({ items, level, memories, recent, now, seed }: Practising): Item | null {
  const random = seeded(`practice ${seed}`);
  const open = items.filter((item) => within(item.level, level));
  const rested = open.filter(({ id }) => !recent.includes(id));
  const candidates = rested.length > 0 ? rested : open;
  const strength = ({ id }: Item) => {
    const memory = memories.get(id);
    return memory === undefined ? 1 : retrievability(memory, now);
  };
  const known = candidates.filter(({ id }) => memories.has(id)).toSorted((a, b) => strength(a) - strength(b));
  const due = known.find(({ id }) => (memories.get(id)?.due ?? 0) <= now);
  const fresh = oneKind(
    candidates.filter(({ id }) => !memories.has(id)),
    random,
  );
  return due ?? pick(fresh, random) ?? known[0] ?? null;
}
