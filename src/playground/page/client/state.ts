// What the page knows, and what becomes of it: one pure function of what was known and what is new.
import type { BotState, Home, Message, Modal, News, Outcome, Room, Side, Snapshot } from '../protocol.ts';

/** One line for whoever did something. `failed` where the platform would say that it did not work. */
export interface Said {
  readonly text: string;
  readonly failed: boolean;
}

/** A line to be put where one types. A new object each time, so that the same line can be offered again. */
export interface Example {
  readonly text: string;
}

/** One platform as one person sees it. */
export interface Pane {
  /** Null until the first snapshot. */
  readonly room: Room | null;
  /** Oldest first, of all channels and for all eyes. */
  readonly messages: readonly Message[];
  /** Open windows by the member who sees them. */
  readonly modals: Readonly<Record<string, Modal>>;
  /** The app's own page, by the member who sees it (Slack). */
  readonly homes: Readonly<Record<string, Home>>;
  /** Whether that is open, where one is alone with the bot. */
  readonly isHome: boolean;
  readonly as: string;
  readonly channel: string;
  /** The message whose thread is open beside the channel (Slack). */
  readonly thread: string | null;
  /** Channels in which something was said since they were last looked at. */
  readonly unread: ReadonlySet<string>;
  readonly said: Said | null;
  readonly example: Example | null;
}

export type Place = Side | 'page';
export type Shown = 'both' | Side;
export type Theme = 'system' | 'light' | 'dark';

export interface State {
  readonly link: 'opening' | 'open' | 'lost';
  readonly panes: Readonly<Record<Side, Pane>>;
  /** Epoch milliseconds by the playground's clock. */
  readonly now: number;
  readonly bot: BotState;
  /** Deeds under way, by their keys. In the order in which they began. */
  readonly busy: ReadonlySet<string>;
  readonly said: Said | null;
  readonly shown: Shown;
  readonly theme: Theme;
  /** The clock was moved: whatever is posted next is what people want to look at. Until they do something else. */
  readonly following: boolean;
}

export type Action =
  | News
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'lost' }
  | { readonly kind: 'passed'; readonly milliseconds: number }
  | { readonly kind: 'open'; readonly side: Side; readonly channel: string }
  | { readonly kind: 'tab'; readonly side: Side; readonly isHome: boolean }
  | { readonly kind: 'act'; readonly side: Side; readonly as: string }
  | { readonly kind: 'thread'; readonly side: Side; readonly root: string | null }
  | { readonly kind: 'example'; readonly side: Side; readonly text: string }
  | { readonly kind: 'began'; readonly place: Place; readonly key: string }
  | { readonly kind: 'ended'; readonly place: Place; readonly key: string; readonly outcome: Outcome }
  | { readonly kind: 'said'; readonly place: Place; readonly said: Said | null }
  | { readonly kind: 'show'; readonly shown: Shown }
  | { readonly kind: 'theme'; readonly theme: Theme };

/** The key of the deed that moves the clock. */
export const JUMP = 'jump';

const emptyPane: Pane = {
  room: null,
  messages: [],
  modals: {},
  homes: {},
  isHome: false,
  as: '',
  channel: '',
  thread: null,
  unread: new Set(),
  said: null,
  example: null,
};

export const initialState: State = {
  link: 'opening',
  panes: { slack: emptyPane, discord: emptyPane },
  now: 0,
  bot: 'starting',
  busy: new Set(),
  said: null,
  shown: 'both',
  theme: 'system',
  following: false,
};

/** What is known after this. Never changes what it is given. */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'snapshot':
      return restored(state, action.snapshot);
    case 'lost':
      return { ...state, link: 'lost' };
    case 'passed':
      return { ...state, now: state.now + action.milliseconds };
    case 'clock':
      return { ...state, now: action.now };
    case 'bot':
      return { ...state, bot: action.state };
    case 'message':
      return inPane(state, action.message.side, (pane) => withMessage(pane, action.message, state.following));
    case 'removed':
      return inPane(state, action.side, (pane) => without(pane, new Set(action.ids)));
    case 'room':
      return inPane(state, action.room.side, (pane) => settled({ ...pane, room: action.room }));
    case 'modal':
      return inPane(state, action.modal.side, (pane) => ({
        ...pane,
        modals: { ...pane.modals, [action.modal.of]: action.modal },
      }));
    case 'modal-closed':
      return inPane(state, action.side, (pane) => {
        const { [action.of]: _, ...modals } = pane.modals;
        return { ...pane, modals };
      });
    case 'home':
      return inPane(state, 'slack', (pane) => ({ ...pane, homes: { ...pane.homes, [action.home.of]: action.home } }));
    case 'tab':
      return inPane(state, action.side, (pane) => ({ ...pane, isHome: action.isHome }));
    case 'open':
      return inPane(unfollowed(state), action.side, (pane) => opened(pane, action.channel));
    case 'act':
      return inPane(unfollowed(state), action.side, (pane) => actedBy(pane, action.as));
    case 'thread':
      return inPane(unfollowed(state), action.side, (pane) => ({ ...pane, thread: action.root, said: null }));
    case 'example':
      return inPane(state, action.side, (pane) => ({ ...pane, example: { text: action.text } }));
    case 'began':
      return {
        ...say(state, action.place, null),
        busy: new Set(state.busy).add(action.key),
        following: action.key === JUMP,
      };
    case 'ended':
      return ended(state, action.place, action.key, action.outcome);
    case 'said':
      return say(state, action.place, action.said);
    case 'show':
      return { ...state, shown: action.shown };
    case 'theme':
      return { ...state, theme: action.theme };
    default:
      return action satisfies never;
  }
}

function inPane(state: State, side: Side, change: (pane: Pane) => Pane): State {
  return { ...state, panes: { ...state.panes, [side]: change(state.panes[side]) } };
}

function unfollowed(state: State): State {
  return state.following ? { ...state, following: false } : state;
}

function say(state: State, place: Place, said: Said | null): State {
  return place === 'page' ? { ...state, said } : inPane(state, place, (pane) => ({ ...pane, said }));
}

function ended(state: State, place: Place, key: string, outcome: Outcome): State {
  const busy = new Set(state.busy);
  busy.delete(key);
  const said = outcome.said === undefined ? null : { text: outcome.said, failed: !outcome.ok };
  const after = { ...state, busy };
  return said === null ? after : say(after, place, said);
}

/** All that the server knows replaces what was known; what the reader had chosen stays where it can. */
function restored(state: State, { rooms, messages, modals, homes, now, bot }: Snapshot): State {
  const paneOf = (side: Side): Pane =>
    settled({
      ...state.panes[side],
      room: rooms.find((room) => room.side === side) ?? null,
      messages: messages.filter((message) => message.side === side),
      modals: Object.fromEntries(modals.filter((modal) => modal.side === side).map((modal) => [modal.of, modal])),
      homes: Object.fromEntries(side === 'slack' ? homes.map((home) => [home.of, home]) : []),
    });
  return { ...state, link: 'open', now, bot, panes: { slack: paneOf('slack'), discord: paneOf('discord') } };
}

/** With a person, a channel and a thread that exist. */
function settled(pane: Pane): Pane {
  const { room } = pane;
  if (room === null) return pane;
  const people = room.members.filter((member) => !member.bot);
  const as = (people.find(({ id }) => id === pane.as) ?? people[0])?.id ?? '';
  const channels = room.channels.filter(({ aloneWith }) => aloneWith === null || aloneWith === as);
  const channel = (channels.find(({ id }) => id === pane.channel) ?? channels[0])?.id ?? '';
  const stays = pane.messages.some((message) => message.id === pane.thread && message.channel === channel);
  return { ...pane, as, channel, thread: stays ? pane.thread : null };
}

function opened(pane: Pane, channel: string): Pane {
  const unread = new Set(pane.unread);
  unread.delete(channel);
  return settled({ ...pane, channel, unread, said: null });
}

/** Somebody else looks: alone with the bot they see their own conversation with it. */
function actedBy(pane: Pane, as: string): Pane {
  const alone = pane.room?.channels.find(({ id }) => id === pane.channel)?.aloneWith ?? null;
  const own = pane.room?.channels.find(({ aloneWith }) => aloneWith === as);
  return settled({ ...pane, as, channel: alone === null ? pane.channel : (own?.id ?? ''), said: null });
}

function withMessage(pane: Pane, message: Message, following: boolean): Pane {
  const at = pane.messages.findLastIndex(({ id }) => id === message.id);
  if (at >= 0) return { ...pane, messages: pane.messages.with(at, message) };
  const heard: Pane = { ...pane, messages: [...pane.messages, message] };
  if (!isFor(message, pane.as)) return heard;
  if (following && message.by === pane.room?.bot && message.only === null) return shownWith(heard, message);
  return message.channel === pane.channel ? heard : { ...heard, unread: new Set(pane.unread).add(message.channel) };
}

/** With the channel open that a message stands in, and on Slack its thread, unless one may not see them. */
function shownWith(pane: Pane, { side, channel, under }: Message): Pane {
  const there = opened(pane, channel);
  return side === 'slack' && under !== null && there.channel === channel ? { ...there, thread: under } : there;
}

function without(pane: Pane, ids: ReadonlySet<string>): Pane {
  const messages = pane.messages.filter(({ id }) => !ids.has(id));
  return settled({ ...pane, messages });
}

/** Whether somebody may see a message in a channel that they see. */
export function isFor({ only }: Message, as: string): boolean {
  return only === null || only === as;
}
