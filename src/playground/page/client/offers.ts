// The list over a field where one types: what could stand there. Arrow keys walk it, Tab and Enter take, Escape closes it.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { html } from './html.ts';

export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  take(): void;
}

export interface Offers {
  /** What belongs to the field: which list it drives and which row is chosen. */
  readonly field: Readonly<Record<string, string | undefined>>;
  readonly list: VNode | null;
  /** True where the key was meant for the list. */
  key(event: KeyboardEvent): boolean;
}

interface Choice {
  /** What was offered when this was chosen. */
  readonly of: string;
  readonly at: number;
  readonly closed: boolean;
}

/** @param chosen which row is chosen before anybody chooses: the first, or -1 for none, so that Enter sends what was typed */
export function useOffers(id: string, title: string, offers: readonly Offer[], chosen: 0 | -1): Offers {
  const of = offers.map((offer) => offer.id).join('\n');
  const [choice, setChoice] = useState<Choice>({ of, at: chosen, closed: false });
  const { at, closed } = choice.of === of ? choice : { at: chosen, closed: false };
  if (closed || offers.length === 0) return { field: {}, list: null, key: () => false };

  const key = ({ key: name }: KeyboardEvent): boolean => {
    const step = name === 'ArrowDown' ? 1 : name === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const start = at === -1 && step === -1 ? 0 : at;
      setChoice({ of, at: (start + step + offers.length) % offers.length, closed: false });
      return true;
    }
    if (name === 'Escape') setChoice({ of, at, closed: true });
    else if (at >= 0 && (name === 'Enter' || name === 'Tab')) offers[at]?.take();
    else return false;
    return true;
  };
  const row = (offer: Offer, index: number) => html`
    <li
      key=${offer.id} id=${`${id}-${index}`} role="option" aria-selected=${index === at}
      ref=${(row: HTMLElement | null) => index === at && row?.scrollIntoView({ block: 'nearest' })}
      onMouseDown=${(event: Event) => event.preventDefault()} onClick=${() => offer.take()}
    ><strong>${offer.name}</strong>${offer.detail && html` <span class="offers-detail">${offer.detail}</span>`}</li>`;
  const list = html`
    <div key="offers" class="offers">
      <div class="offers-title" aria-hidden="true">${title}</div>
      <ul id=${id} tabindex="0" role="listbox" aria-label=${title}>${offers.map(row)}</ul>
    </div>`;
  const field = {
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-activedescendant': at >= 0 ? `${id}-${at}` : undefined,
  };
  return { field, list, key };
}
