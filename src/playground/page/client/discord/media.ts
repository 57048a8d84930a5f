// Pictures and files.
import type { VNode } from 'preact';
import { html } from '../html.ts';

/** By its words: nothing is loaded from anywhere. */
export function drawMedia(what: 'Picture' | 'File', words: string): VNode {
  return html`<p class="dc-media"><span class="dc-media-kind">${what}</span> ${words === '' ? 'without a description' : words}</p>`;
}
