// Links out of the page.
import type { ComponentChildren, VNode } from 'preact';
import { html } from '../html.ts';

const WEB = /^https?:\/\//i;

/** Null for what is no web address: it must lead nowhere. */
export function drawLink(href: string, shown: ComponentChildren, name: string | null = null): VNode | null {
  if (!WEB.test(href)) return null;
  return html`<a class=${name} href=${href} target="_blank" rel="noopener noreferrer">${shown}</a>`;
}
