// Links out of the page, to the web and nowhere else.
import type { ComponentChildren, VNode } from 'preact';
import { html } from './html.ts';

const WEB = /^https?:\/\//i;

interface Looks {
  readonly class?: string;
  readonly 'aria-label'?: string | undefined;
}

/** Null for what is no web address: it must lead nowhere. */
export function drawLink(url: string, shown: ComponentChildren, looks: Looks = {}): VNode | null {
  if (!WEB.test(url) || !URL.canParse(url)) return null;
  return html`<a ...${looks} href=${url} target="_blank" rel="noopener noreferrer">${shown}</a>`;
}
