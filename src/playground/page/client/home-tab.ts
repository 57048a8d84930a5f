// The app's own page on Slack, beside the messages with it: drawn by the bot for whoever opens it.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Home, Room } from '../protocol.ts';
import { Boundary } from './boundary.ts';
import { HomeBody } from './drawing.ts';
import { html } from './html.ts';
import { useKey } from './sight.ts';
import type { Store } from './store.ts';

interface Props {
  readonly store: Store;
  readonly room: Room;
  readonly as: string;
  /** Null until the bot has drawn it. */
  readonly home: Home | null;
  readonly now: number;
  readonly busy: ReadonlySet<string>;
}

/** Every visit is told to the bot, which draws the page anew. */
export function HomeTab({ store, room, as, home, now, busy }: Props): VNode {
  const { side } = room;
  useEffect(() => void store.act(side, `visit ${as}`, { do: 'visit', side, as }), [as]);
  if (home === null) return html`<div class="home-tab"><p class="opening">Opening…</p></div>`;
  const lookAt = (block: number) => ({
    room,
    as,
    now,
    busy: null,
    isBusy: (action: string) => busy.has(useKey(home.id, block, action)),
    press: (action: string) => use(block, action, null),
    choose: (action: string, chosen: string) => use(block, action, chosen),
  });
  const use = (block: number, action: string, chosen: string | null) =>
    void store.act(side, useKey(home.id, block, action), { do: 'use', side, as, page: home.id, block, action, chosen });
  return html`<div class="home-tab" tabindex="0" role="region" aria-label="Home"><${Boundary}><${HomeBody} home=${home} lookAt=${lookAt} /><//></div>`;
}
