// What was typed in a pane and must not get lost: unfinished drafts by their place, and the last lines that were sent.
import { type Draft, emptyDraft } from './draft.ts';
import type { Example } from './state.ts';

/** Lines that can be recalled. */
const MOST = 50;

export interface TypingMemory {
  draft(at: string): Draft;
  keep(at: string, draft: Draft): void;
  remember(sent: Draft): void;
  /** The line sent so many lines ago, 1 for the last. */
  earlier(back: number): Draft | undefined;
  /** The example that was put here last. */
  used: Example | null;
}

export function isEmpty({ text, command }: Draft): boolean {
  return text === '' && command === null;
}

export function createTypingMemory(): TypingMemory {
  const drafts = new Map<string, Draft>();
  const sent: Draft[] = [];
  return {
    draft: (at) => drafts.get(at) ?? emptyDraft,
    keep: (at, draft) => {
      if (isEmpty(draft)) drafts.delete(at);
      else drafts.set(at, draft);
    },
    remember: (draft) => {
      sent.push(draft);
      if (sent.length > MOST) sent.shift();
    },
    earlier: (back) => sent.at(-back),
    used: null,
  };
}
