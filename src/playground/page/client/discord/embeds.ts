// Embeds: cards as they were before Components V2, and what links unfold into. docs: resources/message, embed object
import type { VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asText, objectsIn } from '../json.ts';
import { drawLink } from '../links.ts';
import { colourOf } from './components.ts';
import { drawMedia } from './media.ts';
import { sayMoment } from './moment.ts';
import { drawMarkdown, type Setting } from './words.ts';

export function drawEmbed(embed: Json, setting: Setting): VNode {
  const colour = colourOf(embed['color']);
  const author = asJson(embed['author']);
  const description = asText(embed['description']);
  const fields = objectsIn(embed['fields']);
  return html`
    <article class="dc-embed" style=${colour && { '--dc-accent': colour }}>
      ${said(asJson(embed['provider'])['name'], 'dc-embed-provider')}
      ${asText(author['name']) !== '' && html`<p class="dc-embed-author">${linked(author['name'], author['url'])}</p>`}
      ${asText(embed['title']) !== '' && html`<h4 class="dc-embed-title">${linked(embed['title'], embed['url'])}</h4>`}
      ${description !== '' && drawMarkdown(description, setting)}
      ${fields.length > 0 && html`<dl class="dc-fields">${fields.map((field) => drawField(field, setting))}</dl>`}
      ${['thumbnail', 'image', 'video'].filter((kind) => embed[kind] !== undefined).map((kind) => drawMedia('Picture', asText(asJson(embed[kind])['description'])))}
      ${drawFooter(embed, setting)}
    </article>`;
}

function drawField(field: Json, setting: Setting): VNode {
  return html`
    <div class=${field['inline'] === true ? 'dc-embed-field dc-inline' : 'dc-embed-field'}>
      <dt>${asText(field['name'])}</dt>
      <dd>${drawMarkdown(asText(field['value']), setting)}</dd>
    </div>`;
}

function drawFooter(embed: Json, setting: Setting): VNode | null {
  const words = asText(asJson(embed['footer'])['text']);
  const moment = Date.parse(asText(embed['timestamp']));
  const date = Number.isNaN(moment) ? '' : sayMoment(moment / 1000, 'd', setting);
  const shown = [words, date].filter((part) => part !== '').join(' • ');
  return shown === '' ? null : html`<footer class="dc-embed-footer">${shown}</footer>`;
}

function said(value: unknown, name: string): VNode | null {
  const words = asText(value);
  return words === '' ? null : html`<p class=${name}>${words}</p>`;
}

function linked(words: unknown, href: unknown): VNode | string {
  return drawLink(asText(href), asText(words)) ?? asText(words);
}
