// One message: who says it and when, its body as the platform draws it, and what can be done with it.
import type { VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { Message, Room } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { Boundary } from './boundary.ts';
import { Body } from './drawing.ts';
import { gistOf } from './gist.ts';
import { html } from './html.ts';
import { Eye } from './icons.ts';
import { JsonView } from './json-view.ts';
import { momentOf, timeOf } from './moments.ts';
import { PopupMenu } from './popup-menu.ts';
import { pressKey } from './sight.ts';
import { emojiOf } from './slack/emoji.ts';
import type { Store } from './store.ts';

export interface RowProps {
  readonly store: Store;
  readonly room: Room;
  readonly as: string;
  readonly message: Message;
  /** The message it answers (Discord), if it is still there. */
  readonly answers: Message | null;
  /** How many replies hang on it (Slack); null where threads cannot be opened. */
  readonly replies: number | null;
  /** Said right after another one of the same author, who is not named again. */
  readonly goesOn: boolean;
  /** Its buttons can be reached with Tab. */
  readonly isActive: boolean;
  /** The button that waits for an answer. */
  readonly busy: string | null;
  /** Minutes since the epoch: relative times are drawn again when it moves on. */
  readonly minute: number;
}

const MINUTE = 60_000;

/** Drawn again only when something about it has changed, however often the list is. */
export function MessageRow(props: RowProps): VNode {
  const { store, room, as, message, answers, replies, goesOn, isActive, busy, minute } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const toggle = () => setOpen((was) => !was);
  return useMemo(
    () => draw(props, id, isOpen, toggle),
    [store, room, as, message, answers, replies, goesOn, isActive, busy, minute, isOpen],
  );
}

function draw(props: RowProps, id: string, isOpen: boolean, toggle: () => void): VNode {
  const { store, room, as, message, answers, replies, goesOn, isActive, busy, minute } = props;
  const { side } = room;
  const author = room.members.find((member) => member.id === message.by);
  const name = author?.name ?? 'Somebody';
  const press = (button: string) =>
    void store.act(side, pressKey(message.id, button), { do: 'press', side, as, message: message.id, button });
  const look = { room, as, now: minute * MINUTE, press, busy };
  const openThread = () => store.dispatch({ kind: 'thread', side, root: message.id });
  const items = [
    ...room.menu.map(({ id: item, name }) => ({
      name,
      choose: () =>
        void store.act(side, `menu ${message.id} ${item}`, { do: 'menu', side, as, message: message.id, item }),
    })),
    ...(replies === null ? [] : [{ name: 'Reply in thread', choose: openThread }]),
    { name: isOpen ? 'Hide JSON' : 'Show JSON', choose: toggle },
  ];
  const classes = ['message', goesOn && 'goes-on', message.only !== null && 'private'].filter(Boolean).join(' ');
  const tabIndex = isActive ? 0 : -1;
  return html`
    <li class=${classes} data-message=${message.id} tabindex=${tabIndex} aria-labelledby=${`${id}-author`}>
      ${side === 'slack' && message.only !== null && html`<p class="only-you"><${Eye} /> Only visible to you</p>`}
      ${side === 'discord' && html`<${Occasion} room=${room} message=${message} answers=${answers} />`}
      <${Avatar} member=${author} />
      <div class="letter">
        <p class="author" id=${`${id}-author`}>
          <strong>${name}</strong>${author?.bot && html`<span class="app">APP</span>`}
          <time datetime=${new Date(message.at).toISOString()}>${side === 'slack' ? timeOf(message.at) : momentOf(message.at, minute * MINUTE)}</time>
        </p>
        <div class="body"><${Boundary}><${Body} message=${message} look=${look} /><//></div>
        ${message.edited && html`<small class="edited">(edited)</small>`}
        ${side === 'discord' && message.only !== null && html`<${Dismissal} store=${store} as=${as} message=${message.id} />`}
        ${message.reactions && html`<${Reactions} store=${store} room=${room} as=${as} message=${message} tabIndex=${tabIndex} />`}
        ${replies !== null && replies > 0 && html`<button type="button" class="replies" onClick=${openThread}>${replies === 1 ? '1 reply' : `${replies} replies`}</button>`}
        ${author?.bot && html`<button type="button" class="json-toggle" tabindex=${tabIndex} aria-expanded=${isOpen} aria-controls=${id} onClick=${toggle}>JSON and limits</button>`}
        ${isOpen && html`<${JsonView} id=${id} message=${message} />`}
      </div>
      <div class="toolbar"><${PopupMenu} name=${`More actions on this message of ${name}`} face="⋯" items=${items} tabIndex=${tabIndex} /></div>
    </li>`;
}

/** The emojis below a message; a click adds one’s own. */
function Reactions({
  store,
  room,
  as,
  message,
  tabIndex,
}: Pick<RowProps, 'store' | 'room' | 'as' | 'message'> & { readonly tabIndex: number }): VNode {
  const { side } = room;
  return html`
    <p class="reactions">${(message.reactions ?? []).map(({ emoji, by }) => {
      const names = by.map((id) => room.members.find((member) => member.id === id)?.name ?? 'Somebody').join(', ');
      const react = () =>
        void store.act(side, `react ${message.id} ${emoji}`, { do: 'react', side, as, message: message.id, emoji });
      const drawn = side === 'slack' ? (emojiOf(emoji) ?? `:${emoji}:`) : emoji;
      return html`
        <button type="button" key=${emoji} tabindex=${tabIndex} aria-pressed=${by.includes(as)} aria-label=${`${emoji}, by ${names}`} title=${names} onClick=${react}>${drawn} ${by.length}</button>`;
    })}</p>`;
}

/** Discord: what a message answers, over it: a command somebody used, or another message. */
function Occasion({ room, message, answers }: Pick<RowProps, 'room' | 'message' | 'answers'>): VNode | null {
  const memberOf = (id: string) => room.members.find((member) => member.id === id);
  if (message.askedBy !== null) {
    const asker = memberOf(message.askedBy.member);
    return html`
      <p class="occasion"><${Avatar} member=${asker} /><strong>${asker?.name}</strong> used <span class="used">${message.askedBy.command}</span></p>`;
  }
  if (message.under === null) return null;
  if (answers === null) return html`<p class="occasion">Original message is no longer here</p>`;
  const author = memberOf(answers.by);
  return html`
    <p class="occasion"><${Avatar} member=${author} /><strong>${author?.bot ? '' : '@'}${author?.name}</strong> <span class="gist">${gistOf(answers, room)}</span></p>`;
}

function Dismissal({
  store,
  as,
  message,
}: {
  readonly store: Store;
  readonly as: string;
  readonly message: string;
}): VNode {
  const dismiss = ({ currentTarget }: Event) => {
    // Its button goes, too: the focus goes on where one types.
    (currentTarget as HTMLElement).closest('.channel')?.querySelector('textarea')?.focus();
    void store.act('discord', `dismiss ${message}`, { do: 'dismiss', as, message });
  };
  return html`
    <p class="only-you"><${Eye} /> Only you can see this • <button type="button" onClick=${dismiss}>Dismiss message</button></p>`;
}
