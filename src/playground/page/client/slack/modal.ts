// What stands in a modal: blocks, and fields with their labels, hints and what is wrong with them.
import type { VNode } from 'preact';
import type { Json, Modal } from '../../protocol.ts';
import { html } from '../html.ts';
import { asJson, asText, objectsIn, own } from '../json.ts';
import type { FormLook } from '../look.ts';
import { drawBlocks } from './blocks.ts';
import { drawInput, isGroup, isInput } from './inputs.ts';
import { drawStrange, plainWords } from './text.ts';

function drawField(block: Json, at: number, { id: modal, errors }: Modal, look: FormLook): VNode {
  const element = asJson(block['element']);
  const { type } = element;
  if (!isInput(type)) return html`<div class="bk-block">${drawStrange('element', type)}</div>`;
  const field = asText(block['block_id']) || String(at);
  const id = `${modal}-${at}`;
  const optional = block['optional'] === true;
  const label = plainWords(block['label']);
  const hint = plainWords(block['hint']);
  const error = own(errors, field);
  const notes = [
    hint !== '' && html`<p class="bk-hint" id=${`${id}-hint`}>${hint}</p>`,
    error !== undefined && html`<p class="bk-error" id=${`${id}-error`} role="alert">${error}</p>`,
  ];
  const describedBy = [hint !== '' && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  const input = drawInput(
    element,
    {
      id,
      label: undefined,
      value: own(look.values, field),
      describedBy: describedBy || undefined,
      required: !optional,
      invalid: error !== undefined,
      disabled: false,
      onInput: (value) => look.onInput(field, value),
    },
    look,
  );
  const name = [label, optional && html` <span class="bk-optional">(optional)</span>`];
  return isGroup(type)
    ? html`<fieldset class="bk-input" aria-describedby=${describedBy || undefined}><legend>${name}</legend>${input}${notes}</fieldset>`
    : html`<div class="bk-input"><label for=${id}>${name}</label>${input}${notes}</div>`;
}

/** Draws what can be filled in and read in a modal. Its title and its buttons are the window's. */
export function drawModal(modal: Modal, look: FormLook): VNode {
  const blocks = objectsIn(modal.payload['blocks']).map((block, at) =>
    block['type'] === 'input'
      ? drawField(block, at, modal, look)
      : drawBlocks([block], { ...look, press: (button) => look.pressIn(at, button) }),
  );
  return html`<div class="slack bk-modal">${blocks}</div>`;
}
