// The few pictures of the page, drawn, because not every machine has a font with them.
import type { VNode } from 'preact';
import { html } from './html.ts';

export function Teapot(): VNode {
  return html`
    <svg viewBox="0 0 36 36" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d="M10 15c0-2 3.5-3 8-3s8 1 8 3c1 3 1.5 5 .5 8c-.8 2.4-2 4-3.5 4h-10c-1.5 0-2.7-1.6-3.5-4c-1-3-.5-5 .5-8z" />
      <path d="M10 18c-3 0-4-1-6-4M26.5 16c4-1 5 1 4.5 3s-2.5 4-5 4.5" />
      <circle cx="18" cy="9.5" r="1.6" />
    </svg>`;
}

export function Eye(): VNode {
  return html`
    <svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
      <path d="M2 10c3-7 13-7 16 0c-3 7-13 7-16 0z" />
      <circle cx="10" cy="10" r="2.6" />
    </svg>`;
}

export function Send(): VNode {
  return html`
    <svg class="icon" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true"><path d="M3 3l15 7l-15 7l2-6l7-1l-7-1z" /></svg>`;
}
