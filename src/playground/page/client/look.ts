// What a message is drawn with: who looks at it, when, and what its buttons do. Types only.
import type { Room } from '../protocol.ts';

/** Names and times resolve through `room.members`, `room.channels` and `now`. */
export interface Look {
  readonly room: Room;
  /** The member who looks at it. */
  readonly as: string;
  /** Epoch milliseconds by the playground's clock. */
  readonly now: number;
  /** What a click on a button does: `action_id` on Slack, `custom_id` on Discord. May be called any number of times. */
  press(button: string): void;
  /** The button that waits for an answer, by what `press` takes; null for none. Drawn `aria-disabled`: `disabled` would lose the focus. */
  readonly busy: string | null;
}

/** What one block of a page of its own is drawn with: there are menus that do something at once. */
export interface PageLook extends Look {
  isBusy(action: string): boolean;
  choose(action: string, chosen: string): void;
}

/**
 * What a modal is drawn with: its fields, with labels, hints and `modal.errors`. The window around them (title, buttons to
 * send and to close) is the page's. Values are by field: Slack's `block_id`, Discord's `custom_id`.
 */
export interface FormLook extends Look {
  /** What was changed so far; a field that is missing here still has its initial value. */
  readonly values: Readonly<Record<string, string>>;
  onInput(field: string, value: string): void;
  /** What a click does on a button of this block, counted from zero. */
  pressIn(block: number, button: string): void;
}
