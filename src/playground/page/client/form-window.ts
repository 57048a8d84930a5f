// A modal: the platform's window over everything else. Holds the focus; Escape closes it.
import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Modal, Room } from '../protocol.ts';
import { Boundary } from './boundary.ts';
import { Fields } from './drawing.ts';
import { html } from './html.ts';
import { asJson, asText } from './json.ts';
import { useKey } from './sight.ts';
import type { Store } from './store.ts';

interface Props {
  readonly store: Store;
  readonly room: Room;
  readonly modal: Modal;
  readonly now: number;
  readonly said: string | null;
}

/** Slack: a plain text object. Discord: a string. */
function wordsOf(value: unknown, otherwise: string): string {
  return asText(value) || asText(asJson(value)['text']) || otherwise;
}

export function FormWindow({ store, room, modal, now, said }: Props): VNode {
  const { side } = room;
  const { id, of: as, payload } = modal;
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const title = useId();

  useLayoutEffect(() => {
    const window = dialog.current;
    window?.showModal();
    window?.querySelector<HTMLElement>('.fields :is(input, select, textarea)')?.focus();
    // Gives the focus back to where it was.
    return () => window?.close();
  }, []);

  const close = (event: Event) => {
    event.preventDefault();
    void store.act(side, `close ${id}`, { do: 'close', side, as, modal: id });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void store.act(side, `submit ${id}`, { do: 'submit', side, as, modal: id, values });
  };
  // On Slack, what is only there to be read has no button to send it.
  const canSubmit = side === 'discord' || payload['submit'] !== undefined;
  const look = {
    room,
    as,
    now,
    press: () => undefined,
    pressIn: (block: number, action: string) =>
      void store.act(side, useKey(id, block, action), { do: 'use', side, as, page: id, block, action, chosen: null }),
    busy: null,
    values,
    onInput: (field: string, value: string) => setValues((before) => ({ ...before, [field]: value })),
  };
  return html`
    <dialog ref=${dialog} class="window" aria-labelledby=${title} onCancel=${close}>
      <form onSubmit=${submit} novalidate>
        <header>
          <h2 id=${title}>${wordsOf(payload['title'], 'Form')}</h2>
          <button type="button" class="close" aria-label="Close" onClick=${close}>✕</button>
        </header>
        <div class="fields"><${Boundary}><${Fields} modal=${modal} look=${look} /><//></div>
        <p class="said failed" role="status">${said}</p>
        <footer>
          <button type="button" onClick=${close}>${wordsOf(payload['close'], 'Cancel')}</button>
          ${canSubmit && html`<button type="submit" class="submit">${wordsOf(payload['submit'], 'Submit')}</button>`}
        </footer>
      </form>
    </dialog>`;
}
