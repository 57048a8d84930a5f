// What one person sees of what the page knows.
import type { Message } from '../protocol.ts';
import { isFor, type Pane, type State } from './state.ts';

/** Between the parts of a key. A line feed stands in none of them. */
const PART = '\n';

/** What the person who looks sees in the open channel, oldest first. On Slack, what is in threads stands there. */
export function listed({ messages, channel, as }: Pane): readonly Message[] {
  return messages.filter(
    (message) =>
      message.channel === channel && isFor(message, as) && (message.side === 'discord' || message.under === null),
  );
}

/** What the person who looks sees in a thread, without the message it hangs on. */
export function repliesTo({ messages, as }: Pane, root: string): readonly Message[] {
  return messages.filter((message) => message.under === root && isFor(message, as));
}

/** How many replies to each message the person who looks sees. */
export function replyCounts({ messages, as }: Pane): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const message of messages)
    if (message.under !== null && isFor(message, as)) counts.set(message.under, (counts.get(message.under) ?? 0) + 1);
  return counts;
}

/** The buttons that wait for an answer, by message: of each the one pressed last. */
export function waitingButtons({ busy }: State): ReadonlyMap<string, string> {
  const presses = [...busy].map((key) => key.split(PART)).filter(([what]) => what === 'press');
  return new Map(presses.map(([, message = '', button = '']) => [message, button]));
}

/** The key of what is used on a page of its own, by the block and what it is called there. */
export function useKey(page: string, block: number, action: string): string {
  return ['use', page, block, action].join(PART);
}

/** The key of a press, by the message and what the button carries. */
export function pressKey(message: string, button: string): string {
  return ['press', message, button].join(PART);
}
