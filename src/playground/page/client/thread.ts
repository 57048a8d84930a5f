// Slack's pane beside the channel: a message and what hangs on it.
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.ts';
import { html } from './html.ts';
import { type ListLook, MessageList } from './message-list.ts';
import { repliesTo } from './sight.ts';
import type { Pane } from './state.ts';
import type { TypingMemory } from './typing-memory.ts';

interface Props {
  readonly pane: Pane;
  readonly memory: TypingMemory;
  readonly list: ListLook;
}

function focusIn(place: Element | null): void {
  place?.querySelector<HTMLElement>('textarea')?.focus();
}

export function Thread({ pane, memory, list }: Props): VNode | null {
  const { store, room } = list;
  const section = useRef<HTMLElement>(null);
  const root = pane.messages.find(({ id }) => id === pane.thread);
  // The thread may cover the channel: who came from there goes on here, and comes back there.
  useLayoutEffect(() => {
    if (document.activeElement?.closest('.channel')) focusIn(section.current);
  }, [pane.thread]);
  if (root === undefined) return null;
  const close = () => {
    const channel = section.current?.parentElement?.querySelector('.channel') ?? null;
    store.dispatch({ kind: 'thread', side: room.side, root: null });
    setTimeout(() => focusIn(channel));
  };
  const where = { as: pane.as, channel: root.channel, thread: root.id };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  return html`
    <section ref=${section} class="thread" aria-label="Thread" onKeyDown=${key}>
      <header><h3>Thread</h3><button type="button" class="close" aria-label="Close thread" onClick=${close}>✕</button></header>
      <${MessageList}
        key=${root.id} ...${list} label="Messages in the thread" empty="" repliesOf=${() => null}
        messages=${[root, ...repliesTo(pane, root.id)]}
      />
      <${Composer}
        key=${`${pane.as} ${root.id}`} store=${store} room=${room} where=${where} memory=${memory} label="Reply…" example=${null}
      />
    </section>`;
}
