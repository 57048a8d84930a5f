// What is to be done with a row of the outbox.
import type { Answer } from '../answer/answer.ts';
import type { Log, Place, Posted } from '../port.ts';
import type { Content } from '../store/records.ts';
import type { Store } from '../store/store.ts';

export interface Edit {
  readonly place: Place;
  readonly posted: Posted;
  readonly answer: Answer;
}

export type Composed =
  | {
      readonly act: 'post';
      /** To be fixed before it is sent. */
      readonly content: Content;
      /** @param payload what is fixed: of an earlier attempt, where there was one */
      readonly draw: (payload: unknown) => Answer;
      readonly replyTo?: Posted;
      /** Done afterwards, once, where it can be done. */
      readonly edit?: Edit;
    }
  | { readonly act: 'skip'; readonly reason: string; readonly edit?: Edit }
  | { readonly act: 'wait'; readonly until: number; readonly reason: string };

/** What composing needs. */
export interface Desk {
  readonly store: Store;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function skip(reason: string, edit?: Edit): Composed {
  return { act: 'skip', reason, ...(edit !== undefined && { edit }) };
}
