// One platform: its channels, who one is there, the messages, and where one types.
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Channel, Message, Room, Side } from '../protocol.ts';
import { Composer } from './composer.ts';
import { FormWindow } from './form-window.ts';
import { HomeTab } from './home-tab.ts';
import { html } from './html.ts';
import { type ListLook, MessageList } from './message-list.ts';
import { Sidebar } from './sidebar.ts';
import { listed, replyCounts, waitingButtons } from './sight.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import { Thread } from './thread.ts';
import { createTypingMemory, type TypingMemory } from './typing-memory.ts';

const MINUTE = 60_000;
const names: Readonly<Record<Side, string>> = { slack: 'Slack', discord: 'Discord' };
const lines: Readonly<Record<Side, string>> = { slack: '/http 404', discord: '/status 404' };

/** Alone with the bot, one reads its name there. */
function titleOf({ name, aloneWith }: Channel, { members, bot }: Room): string {
  return aloneWith === null ? `#${name}` : (members.find(({ id }) => id === bot)?.name ?? name);
}

export function Pane({ store, state, side }: { store: Store; state: State; side: Side }): VNode {
  const memory = useRef<TypingMemory>(createTypingMemory()).current;
  const pane = state.panes[side];
  const { room, as, said } = pane;
  // Hidden and not gone: what is being typed there stays.
  const isHidden = state.shown !== 'both' && state.shown !== side;
  if (room === null)
    return html`<section class=${`pane ${side}`} aria-label=${names[side]} hidden=${isHidden}><p class="opening">Opening ${names[side]}…</p></section>`;
  const channel = room.channels.find(({ id }) => id === pane.channel);
  const title = channel ? titleOf(channel, room) : '';
  const byId = new Map(pane.messages.map((message) => [message.id, message]));
  const busy = waitingButtons(state);
  const minute = Math.floor(state.now / MINUTE);
  const list: ListLook = {
    store,
    room,
    as,
    minute,
    messageOf: (id) => byId.get(id ?? '') ?? null,
    busyOf: ({ id }) => busy.get(id) ?? null,
  };
  const hasHome = side === 'slack' && channel !== undefined && channel.aloneWith !== null;
  const replies = replyCounts(pane);
  const modal = pane.modals[as];
  const where = { as, channel: pane.channel, thread: null };
  return html`
    <section class=${`pane ${side}`} aria-label=${names[side]} hidden=${isHidden}><div class="pane-inside">
      <${Sidebar} store=${store} pane=${pane} room=${room} title=${names[side]} />
      <div key="channel" class="channel">
        <header><h3>${title}</h3>${hasHome && html`<${Tabs} store=${store} side=${side} isHome=${pane.isHome} />`}</header>
        ${
          hasHome && pane.isHome
            ? html`<${HomeTab} key=${`home ${as}`} store=${store} room=${room} as=${as} home=${pane.homes[as] ?? null} now=${state.now} busy=${state.busy} />`
            : html`<${MessageList}
          key=${pane.channel} ...${list} label=${`Messages in ${title}`} messages=${listed(pane)}
          empty=${`Nothing here yet. Try ${lines[side]}, or ask @Teapot something.`}
          repliesOf=${({ id }: Message) => (side === 'slack' ? (replies.get(id) ?? 0) : null)}
        />`
        }
        ${
          !(hasHome && pane.isHome) &&
          html`<${Composer}
          key=${`${as} ${pane.channel}`} store=${store} room=${room} where=${where} memory=${memory}
          label=${`Message ${title}`} example=${pane.example}
        />`
        }
      </div>
      ${pane.thread !== null && html`<${Thread} pane=${pane} memory=${memory} list=${list} />`}
      <p key="outcome" class=${`outcome${said?.failed ? ' failed' : ''}`} role="status">${said?.text}</p>
      ${modal && html`<${FormWindow} key=${modal.id} store=${store} room=${room} modal=${modal} now=${state.now} said=${said?.failed ? said.text : null} />`}
    </div></section>`;
}

/** What Slack shows where one is alone with an app. */
function Tabs({
  store,
  side,
  isHome,
}: {
  readonly store: Store;
  readonly side: Side;
  readonly isHome: boolean;
}): VNode {
  const tab = (name: string, opensHome: boolean) =>
    html`<button type="button" aria-pressed=${isHome === opensHome} onClick=${() => store.dispatch({ kind: 'tab', side, isHome: opensHome })}>${name}</button>`;
  return html`<div class="tabs" role="group" aria-label="Pages of Teapot">${tab('Home', true)}${tab('Messages', false)}</div>`;
}
