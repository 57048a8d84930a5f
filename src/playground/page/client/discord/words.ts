// Markdown as Discord shows it.
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { html } from '../html.ts';
import { drawLink } from '../links.ts';
import type { Look } from '../look.ts';
import { readMarkdown } from './markdown.ts';
import { sayMoment } from './moment.ts';
import type { Piece } from './piece.ts';

/** What words are drawn with: who is there, and what time it is. */
export type Setting = Pick<Look, 'room' | 'as' | 'now'>;

const TAGS = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' } as const;
/** The page's own headings stand above those of a message, and none is left out on the way down: most begin with the second. */
const HEADINGS = ['h4', 'h4', 'h5'] as const;

/** Markdown as it is shown. Whatever stands in it, links lead to http and https only. */
export function drawMarkdown(source: string, setting: Setting): VNode {
  return html`<div class="dc-markdown">${drawPieces(readMarkdown(source), setting)}</div>`;
}

function drawPieces(pieces: readonly Piece[], setting: Setting): readonly ComponentChildren[] {
  return pieces.map((piece) => drawPiece(piece, setting));
}

function drawPiece(piece: Piece, setting: Setting): ComponentChildren {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike':
      return html`<${TAGS[piece.kind]}>${drawPieces(piece.of, setting)}<//>`;
    case 'spoiler':
      return html`<${Spoiler}>${drawPieces(piece.of, setting)}<//>`;
    case 'code':
      return html`<code>${piece.source}</code>`;
    case 'fence':
      return html`<pre><code>${piece.source}</code></pre>`;
    case 'link':
      return drawLink(piece.href, drawPieces(piece.of, setting));
    case 'member':
      return drawMember(piece.id, setting);
    case 'role':
      return mention('@role', `Role ${piece.id}`);
    case 'channel':
      return mention(`#${setting.room.channels.find(({ id }) => id === piece.id)?.name ?? 'unknown'}`);
    case 'command':
      return mention(`/${piece.name}`);
    case 'broadcast':
      return mention(`@${piece.name}`);
    case 'guide':
      return mention(`#${piece.name}`);
    case 'emoji':
      return `:${piece.name}:`;
    case 'moment':
      return drawMoment(piece, setting);
    case 'paragraph':
      return html`<p>${drawPieces(piece.of, setting)}</p>`;
    case 'heading':
      return html`<${HEADINGS[piece.level - 1]} class=${`dc-heading-${piece.level}`}>${drawPieces(piece.of, setting)}<//>`;
    case 'small':
      return html`<small>${drawPieces(piece.of, setting)}</small>`;
    case 'quote':
      return html`<blockquote>${drawPieces(piece.of, setting)}</blockquote>`;
    case 'list':
      return drawList(piece, setting);
    default:
      return piece satisfies never;
  }
}

function drawList({ start, items }: Extract<Piece, { kind: 'list' }>, setting: Setting): VNode {
  const drawn = items.map((item) => html`<li>${drawPieces(item, setting)}</li>`);
  return start === null ? html`<ul>${drawn}</ul>` : html`<ol start=${start}>${drawn}</ol>`;
}

function drawMember(id: string, { room, as }: Setting): VNode {
  const name = room.members.find((member) => member.id === id)?.name;
  // Of somebody it does not know, Discord shows the id as well.
  return mention(name === undefined ? `<@${id}>` : `@${name}`, undefined, id === as);
}

function mention(shown: string, title?: string, isMine = false): VNode {
  return html`<span class=${isMine ? 'dc-mention dc-mine' : 'dc-mention'} title=${title}>${shown}</span>`;
}

function drawMoment({ seconds, style }: Extract<Piece, { kind: 'moment' }>, setting: Setting): VNode {
  return html`
    <time class="dc-moment" datetime=${new Date(seconds * 1000).toISOString()} title=${sayMoment(seconds, 'F', setting)}>
      ${sayMoment(seconds, style, setting)}
    </time>`;
}

/** Hidden until somebody asks for it. */
function Spoiler({ children }: { readonly children?: ComponentChildren }): VNode {
  const [isShown, setShown] = useState(false);
  if (isShown) return html`<span class="dc-spoiler">${children}</span>`;
  return html`
    <button type="button" class="dc-spoiler dc-hidden" aria-label="Spoiler: show it" onClick=${() => setShown(true)}>
      <span inert>${children}</span>
    </button>`;
}
