// What this page does not draw, said rather than left out.
import type { VNode } from 'preact';
import { html } from '../html.ts';

/** @param what in Discord's words: "component 99" */
export function drawUndrawn(what: string): VNode {
  return html`<p class="dc-undrawn">Discord ${what}: not drawn here</p>`;
}

/** A picture or a file, by its words: nothing is loaded from anywhere. */
export function drawMedia(what: 'Picture' | 'File', words: string): VNode {
  return html`<p class="dc-media"><span class="dc-media-kind">${what}</span> ${words === '' ? 'without a description' : words}</p>`;
}
