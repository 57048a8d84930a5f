// The messages of a channel or a thread. Stays at the end unless the reader has scrolled up; arrow keys walk from one to the next.
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message, Room } from '../protocol.ts';
import { html } from './html.ts';
import { MessageRow } from './message-row.ts';
import { dayOf } from './moments.ts';
import type { Store } from './store.ts';

/** What is the same for all lists of a pane. */
export interface ListLook {
  readonly store: Store;
  readonly room: Room;
  readonly as: string;
  /** Minutes since the epoch. */
  readonly minute: number;
  messageOf(id: string | null): Message | null;
  /** The button of a message that waits for an answer. */
  busyOf(message: Message): string | null;
}

interface Props extends ListLook {
  readonly label: string;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** What stands where nobody has said anything yet. */
  readonly empty: string;
  /** How many replies hang on a message; null where threads cannot be opened. */
  repliesOf(message: Message): number | null;
}

/** Messages that are drawn at first, and with each wish for earlier ones. */
const DRAWN = 200;
/** Pixels from the end that count as the end. */
const NEAR = 48;
/** What is said within this time by the same author goes on under one name. In milliseconds. */
const BREATH = 5 * 60_000;

function goesOn(message: Message, before: Message | undefined): boolean {
  return (
    before !== undefined &&
    before.by === message.by &&
    before.only === null &&
    message.only === null &&
    message.askedBy === null &&
    (message.side === 'slack' || message.under === null) &&
    message.at - before.at < BREATH &&
    dayOf(message.at) === dayOf(before.at)
  );
}

export function MessageList(props: Props): VNode {
  const { store, room, as, label, messages, empty, repliesOf, messageOf, busyOf, minute } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  /** How high the list and its window were: where they change, it was not the reader who scrolled. */
  const measured = useRef('');
  const seen = useRef<string | undefined>(undefined);
  const [active, setActive] = useState<string | null>(null);
  const [, setReading] = useState(false);
  const [pages, setPages] = useState(1);
  const last = messages.at(-1);
  const drawn = messages.slice(-DRAWN * pages);

  const scrollToEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  const resized = (): boolean => {
    const size = `${scroller.current?.scrollHeight} ${scroller.current?.clientHeight}`;
    if (size === measured.current) return false;
    measured.current = size;
    if (isAtEnd.current) scrollToEnd();
    return true;
  };
  useLayoutEffect(() => {
    if (last?.by === as) isAtEnd.current = true;
    resized();
  }, [last?.id]);
  useLayoutEffect(() => {
    if (isAtEnd.current) seen.current = last?.id;
  });
  useLayoutEffect(() => {
    const observer = new ResizeObserver(resized);
    if (scroller.current) observer.observe(scroller.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  const scrolled = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    if (resized()) return;
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
    setReading(!isAtEnd.current);
  };
  const focused = ({ target }: { target: HTMLElement }) =>
    setActive(target.closest<HTMLElement>('[data-message]')?.dataset['message'] ?? null);
  const key = (event: KeyboardEvent) => {
    const row = event.target as HTMLElement;
    const rows = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-message]') ?? [])];
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    rows[Math.min(to, rows.length - 1)]?.focus();
  };

  const missed = isAtEnd.current ? 0 : messages.length - 1 - messages.findLastIndex(({ id }) => id === seen.current);
  const reachable = drawn.some(({ id }) => id === active) ? active : last?.id;
  const row = (message: Message, index: number) => {
    const before = drawn[index - 1];
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    return [
      isNewDay && html`<li class="day" key=${`day of ${message.id}`}><span>${dayOf(message.at)}</span></li>`,
      html`
        <${MessageRow}
          key=${message.id} store=${store} room=${room} as=${as} message=${message} answers=${messageOf(message.under)}
          replies=${repliesOf(message)} goesOn=${goesOn(message, before)} isActive=${message.id === reachable}
          busy=${busyOf(message)} minute=${minute}
        />`,
    ];
  };
  return html`
    <div class="messages">
      <div class="scroller" ref=${scroller} role="log" aria-label=${label} tabindex="-1" onScroll=${scrolled} onFocusIn=${focused} onKeyDown=${key}>
        ${drawn.length < messages.length && html`<button type="button" class="earlier" onClick=${() => setPages(pages + 1)}>Show earlier messages</button>`}
        <ol ref=${content}>${drawn.length === 0 ? html`<li class="empty">${empty}</li>` : drawn.map(row)}</ol>
      </div>
      ${missed > 0 && html`<button type="button" class="missed" onClick=${scrollToEnd}>${missed === 1 ? '1 new message' : `${missed} new messages`}</button>`}
    </div>`;
}
