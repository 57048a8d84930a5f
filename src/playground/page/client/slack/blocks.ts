// Each kind of block that a message or a modal is made of.
import type { ComponentChild, VNode } from 'preact';
import type { Json } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asText, objectsIn } from '../json.ts';
import type { Look } from '../look.ts';
import { drawElement } from './buttons.ts';
import { drawChart } from './chart.ts';
import { readMarkdown } from './markdown.ts';
import { drawParts, drawText } from './rich-text.ts';
import { drawDataTable, drawTable } from './table.ts';
import { drawStrange, plainWords } from './text.ts';

function drawSection({ text, fields, accessory }: Json, look: Look): VNode {
  const all = objectsIn(fields).map((field) => html`<div class="bk-value">${drawText(field, look)}</div>`);
  return html`<div class="bk-section">
    <div class="bk-main">
      ${text !== undefined && html`<div>${drawText(text, look)}</div>`}
      ${all.length > 0 && html`<div class="bk-values">${all}</div>`}
    </div>
    ${accessory !== undefined && html`<div class="bk-accessory">${drawElement(asJson(accessory), look)}</div>`}
  </div>`;
}

function drawContext({ elements }: Json, look: Look): VNode {
  const all = objectsIn(elements).map((element) =>
    element['type'] === 'image' ? drawElement(element, look) : html`<div>${drawText(element, look)}</div>`,
  );
  return html`<div class="bk-context">${all}</div>`;
}

function drawActions({ elements }: Json, look: Look): VNode {
  return html`<div class="bk-actions">${objectsIn(elements).map((element) => drawElement(element, look))}</div>`;
}

/** A picture as its words: nothing is loaded from anywhere. */
function drawPicture({ alt_text, title }: Json): VNode {
  const words = asText(alt_text) || 'Image';
  const above = plainWords(title);
  return html`<figure class="bk-image">
    ${above !== '' && html`<figcaption>${above}</figcaption>`}
    <div role="img" aria-label=${words}>${words}</div>
  </figure>`;
}

/** Draws a block; one of an unknown type is a box that says so. */
function drawBlock(block: Json, look: Look): ComponentChild {
  switch (block['type']) {
    case 'header':
      return html`<h4 class="bk-header">${plainWords(block['text'])}</h4>`;
    case 'section':
      return drawSection(block, look);
    case 'context':
      return drawContext(block, look);
    case 'divider':
      return html`<hr class="bk-divider" />`;
    case 'actions':
      return drawActions(block, look);
    case 'rich_text':
      return html`<div>${drawParts(block['elements'], look)}</div>`;
    case 'table':
      return drawTable(block, look);
    case 'data_table':
      return drawDataTable(block, look);
    case 'data_visualization':
      return drawChart(block);
    case 'image':
      return drawPicture(block);
    case 'markdown':
      return drawBlocks(readMarkdown(asText(block['text'])), look);
    default:
      return drawStrange('block', block['type']);
  }
}

/** Draws blocks below each other. */
export function drawBlocks(blocks: readonly Json[], look: Look): readonly VNode[] {
  return blocks.map((block) => html`<div class="bk-block">${drawBlock(block, look)}</div>`);
}
