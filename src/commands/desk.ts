// Where something is asked that needs what is remembered: a desk says which asks are its own.
import type { Answer } from '../answer/answer.ts';
import type { Ask } from '../port.ts';
import type { Room } from './visit.ts';

/** What somebody typed or said to the bot; a message that is to be explained is for no desk. */
export type Spoken = Exclude<Ask, { kind: 'explain' }>;

export interface Desk {
  takes(ask: Spoken): boolean;
  /** Whether its answer carries no notices: a click, of which a thousand may come at once, or what may only open a form. */
  isInPassing?(ask: Spoken): boolean;
  /** Whether it is a click that counts, which must not be lost however much somebody has asked before. */
  counts?(ask: Spoken): boolean;
  answer(ask: Spoken, room: Room): Promise<Answer>;
}
