// What stands in a line: words and their style, mentions, links, moments; and the text objects that blocks are made of.
import type { ComponentChild, VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asNumber, asText, objectsIn } from '../json.ts';
import { drawLink } from '../links.ts';
import type { Look } from '../look.ts';
import { drawUndrawn } from '../undrawn.ts';
import { writeDate } from './date.ts';
import { emojiAt, emojiOf, withEmoji } from './emoji.ts';

const STYLES = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 'del'],
  ['underline', 'u'],
  ['code', 'code'],
] as const;

/** What stands where something has a type that is not drawn. */
export function drawStrange(what: 'block' | 'element', type: unknown): VNode {
  return drawUndrawn(`Slack ${what} ${asText(type) || 'without a type'}`);
}

function drawMention(words: string, kind: '' | 'bk-me' = ''): VNode {
  return html`<span class=${`bk-mention ${kind}`}>${words}</span>`;
}

function drawUser(id: string, { room, as }: Look): VNode {
  // In mrkdwn a name may follow the id; Slack shows the person's own.
  const [user = ''] = id.split('|');
  const name = room.members.find((member) => member.id === user)?.name ?? user;
  return drawMention(`@${name}`, user === as ? 'bk-me' : '');
}

function drawChannel(id: string, label: string, { room }: Look): VNode {
  const name = room.channels.find((channel) => channel.id === id)?.name;
  return drawMention(`#${name ?? (label || id)}`);
}

function drawEmoji({ name, unicode }: Json): VNode | string {
  const named = asText(name);
  const emoji = emojiAt(asText(unicode)) ?? emojiOf(named);
  return emoji === null ? `:${named}:` : html`<span role="img" aria-label=${named} class="bk-emoji">${emoji}</span>`;
}

function drawDate({ timestamp, format, url, fallback }: Json, { now }: Look): ComponentChild {
  const otherwise = asText(fallback);
  const seconds = asNumber(timestamp, Number.NaN);
  const said = writeDate(seconds, asText(format), now);
  if (said === null) return otherwise;
  const iso = new Date(seconds * 1000).toISOString();
  const time = html`<time datetime=${iso} title=${otherwise || iso}>${said}</time>`;
  return drawLink(asText(url), time) ?? time;
}

function drawPlainLeaf(leaf: Json, look: Look): ComponentChild {
  const text = asText(leaf['text']);
  switch (leaf['type']) {
    case 'text':
      return text;
    case 'link': {
      const words = text || asText(leaf['url']);
      return drawLink(asText(leaf['url']), words) ?? words;
    }
    case 'user':
      return drawUser(asText(leaf['user_id']), look);
    case 'channel':
      return drawChannel(asText(leaf['channel_id']), text, look);
    case 'usergroup':
      return drawMention(text || `@${asText(leaf['usergroup_id'])}`);
    case 'team':
      return drawMention(`@${asText(leaf['team_id'])}`);
    case 'broadcast':
      return drawMention(`@${asText(leaf['range'])}`, 'bk-me');
    case 'emoji':
      return drawEmoji(leaf);
    case 'date':
      return drawDate(leaf, look);
    case 'color':
      return asText(leaf['value']);
    default:
      return drawStrange('element', leaf['type']);
  }
}

function drawLeaf(leaf: Json, look: Look): ComponentChild {
  const style = asJson(leaf['style']);
  return STYLES.filter(([name]) => style[name] === true).reduceRight<ComponentChild>(
    (inside, [, tag]) => html`<${tag}>${inside}</${tag}>`,
    drawPlainLeaf(leaf, look),
  );
}

/** Draws what stands in a line. */
export function drawLeaves(elements: unknown, look: Look): readonly ComponentChild[] {
  return objectsIn(elements).map((leaf) => drawLeaf(leaf, look));
}

/** The words of a plain text object, with its emoji. */
export function plainWords(value: unknown): string {
  const { text, emoji } = asJson(value);
  return emoji === false ? asText(text) : withEmoji(asText(text));
}
