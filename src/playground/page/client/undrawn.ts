// What this page does not draw, said rather than left out.
import type { VNode } from 'preact';
import { html } from './html.ts';

/** @param what in the platform's words: "Slack block video", "Discord component 99" */
export function drawUndrawn(what: string): VNode {
  return html`<span class="not-drawn">${what}: not drawn here</span>`;
}
