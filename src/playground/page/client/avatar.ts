// A face for everybody: the first letter on a colour of their own, and a teapot for the bot.
import type { VNode } from 'preact';
import type { Member } from '../protocol.ts';
import { html } from './html.ts';
import { Teapot } from './icons.ts';

/** Dark enough for a white letter. The classes stand in page.css. */
const COLOURS = 6;

export function Avatar({ member }: { readonly member: Member | undefined }): VNode {
  if (member?.bot === true) return html`<span class="avatar bot" aria-hidden="true"><${Teapot} /></span>`;
  const name = member?.name ?? '?';
  const colour = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS;
  return html`<span class=${`avatar colour-${colour}`} aria-hidden="true">${[...name][0]?.toUpperCase()}</span>`;
}
