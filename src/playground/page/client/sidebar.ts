// Channels to open, and people to act as.
import type { VNode } from 'preact';
import type { Channel, Room } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { html } from './html.ts';
import type { Pane } from './state.ts';
import type { Store } from './store.ts';

interface Props {
  readonly store: Store;
  readonly pane: Pane;
  readonly room: Room;
  readonly title: string;
}

export function Sidebar({ store, pane, room, title }: Props): VNode {
  const { side } = room;
  const channels = room.channels.filter(({ aloneWith }) => aloneWith === null);
  const alone = room.channels.filter(({ aloneWith }) => aloneWith === pane.as);
  const bot = room.members.find(({ id }) => id === room.bot);
  const link = ({ id, name, aloneWith }: Channel) => {
    const isUnread = pane.unread.has(id);
    return html`
      <li key=${id}>
        <button
          type="button" class=${isUnread ? 'unread' : ''} aria-current=${id === pane.channel ? 'page' : undefined}
          onClick=${() => store.dispatch({ kind: 'open', side, channel: id })}
        >${aloneWith === null ? html`<span aria-hidden="true">#</span> ${name}` : html`<${Avatar} member=${bot} /> ${bot?.name}`}${isUnread && html`<span class="unheard"> (unread)</span>`}</button>
      </li>`;
  };
  const people = room.members.filter((member) => !member.bot);
  return html`
    <div class="sidebar">
      <h2>${title} <small>${room.name}</small></h2>
      <nav aria-label=${`${title} channels`}>
        <h3>Channels</h3>
        <ul>${channels.map(link)}</ul>
        ${alone.length > 0 && html`<h3>Direct messages</h3><ul>${alone.map(link)}</ul>`}
      </nav>
      <fieldset class="people">
        <legend>Acting as</legend>
        ${people.map(
          (person) => html`
            <label key=${person.id}>
              <input
                type="radio" name=${`as-${side}`} value=${person.id} checked=${person.id === pane.as}
                onChange=${() => store.dispatch({ kind: 'act', side, as: person.id })}
              />
              <${Avatar} member=${person} /><span>${person.name}${person.admin && html` <small>admin</small>`}</span>
            </label>`,
        )}
      </fieldset>
    </div>`;
}
