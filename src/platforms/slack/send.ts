// What every message that we post by ourselves has in common, and what happens where Slack cannot draw it.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import { countCharts } from './charts.ts';
import type { Drawn } from './render.ts';
import { draw } from './render.ts';

/** Refusals that a message with other blocks, or without any, does not meet. */
const UNDRAWABLE: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Arguments against surprises: nothing in the text becomes a link, a mention or a style by itself. */
export const AS_IT_STANDS = { parse: 'none', link_names: false } as const;
export const WITHOUT_PREVIEWS = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/** Whether Slack surely did not take a message, because of how it is drawn. */
export function isUndrawable(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && UNDRAWABLE.has(thrown.data.error);
}

/**
 * Draws an answer with charts and sends it; where Slack refuses them, with bars of characters instead: a refused message
 * was surely not posted. Rejects with what the last `send` rejected with.
 */
export async function sendDrawn<Result>(answer: Answer, send: (drawn: Drawn) => Promise<Result>): Promise<Result> {
  const drawn = draw(answer, { charts: true });
  if (countCharts(drawn.blocks) === 0) return send(drawn);
  try {
    return await send(drawn);
  } catch (refusal) {
    if (isUndrawable(refusal)) return send(draw(answer));
    throw refusal;
  }
}
