// A button that opens a menu: arrow keys walk it, Escape and a click elsewhere close it, and the focus comes back.
import type { ComponentChildren, VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { html } from './html.ts';

export interface MenuItem {
  readonly name: string;
  readonly detail?: string;
  choose(): void;
}

interface Props {
  /** What the button is called; `face` is what stands on it. */
  readonly name: string;
  readonly face: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly tabIndex?: number;
}

/** Pixels between the button and its menu. */
const GAP = 4;

/** Under the button where there is room, else over it; never over the edge of the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const below = bottom + GAP + menu.offsetHeight <= innerHeight;
  menu.style.top = `${below ? bottom + GAP : Math.max(0, top - GAP - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(GAP, Math.min(left, right - menu.offsetWidth, innerWidth - menu.offsetWidth - GAP))}px`;
}

export function PopupMenu({ name, face, items, tabIndex = 0 }: Props): VNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  const toggled = ({ newState }: { newState: string }) => {
    setOpen(newState === 'open');
    if (newState !== 'open' || menu.current === null || button.current === null) return;
    place(menu.current, button.current);
    menu.current.querySelector('button')?.focus();
  };
  const key = (event: KeyboardEvent) => {
    const rows = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    // It closes the menu, and nothing around it.
    if (event.key === 'Escape') event.stopPropagation();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    rows.at(to % rows.length)?.focus();
  };
  const choose = (item: MenuItem) => {
    menu.current?.hidePopover();
    button.current?.focus();
    item.choose();
  };
  return html`
    <button
      type="button" ref=${button} class="menu-button" popovertarget=${id} tabIndex=${tabIndex}
      aria-label=${name} title=${name} aria-haspopup="menu" aria-expanded=${open}
    >${face}</button>
    <div
      ref=${menu} id=${id} class="menu" role="menu" aria-label=${name} popover="auto" onToggle=${toggled} onKeyDown=${key}
    >${items.map(
      (item) => html`
        <button type="button" role="menuitem" tabindex="-1" key=${item.name} onClick=${() => choose(item)}>
          ${item.name}${item.detail && html`<small>${item.detail}</small>`}
        </button>`,
    )}</div>`;
}
