// One of the two simulators as the page sees it: a room with people, what is said in it, and what people do.
import type { Deed, Home, Message, Modal, News, Outcome, Room, Side } from './protocol.ts';

/** What a person does in a room. */
export type Act = Exclude<Deed, { readonly do: 'jump' | 'fault' | 'bot' }>;

export type ActOf<Name extends Act['do']> = Extract<Act, { readonly do: Name }>;

export interface Pane {
  readonly side: Side;
  room(): Room;
  /** Oldest first. */
  messages(): readonly Message[];
  modals(): readonly Modal[];
  homes(): readonly Home[];
  /** Tells of everything that changes, until the result is called. */
  watch(tell: (news: News) => void): () => void;
  /** Rejects with `Refusal` where the platform would not let somebody do it. */
  act(act: Act): Promise<Outcome>;
}

/** What the platform says to somebody who cannot do that. */
export class Refusal extends Error {}

/** The value, where it is there. @throws Refusal */
export function required<Value>(value: Value | null | undefined, said: string): Value {
  if (value === null || value === undefined) throw new Refusal(said);
  return value;
}

export const DONE: Outcome = { ok: true };
