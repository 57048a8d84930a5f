// An answer as a modal: for whoever asked on a page where there is no channel to answer in.
import type { ModalView } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import { plain } from './blocks.ts';
import { draw } from './render.ts';
import { type Stand, writeStand } from './stand.ts';

/** The `callback_id` of every answer. It has no fields, so nothing is ever sent from it. */
const ANSWER = 'answer';
/** Its own title stands in it: a modal's has room for 24 characters. */
const TITLE = 'Teapot';

/** Draws any answer within the limits of a modal, which takes no table; a table becomes a list. */
export function drawAnswer(answer: Answer, stand: Stand): ModalView {
  return {
    type: 'modal',
    callback_id: ANSWER,
    private_metadata: writeStand(stand),
    title: plain(TITLE),
    close: plain('Close'),
    blocks: draw(answer, { tables: false }).blocks,
  };
}
