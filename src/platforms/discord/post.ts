// An `Answer` as a plain message, for posts that nobody asked for just now: of a card, the notification on a phone
// shows nothing. docs: discord/discord-api-docs#7854
import { type APIActionRowComponent, type APIButtonComponent, MessageFlags } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { drawBlocks } from './blocks.ts';
import { drawButtons } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { drawLine } from './markdown.ts';

/** The part of a message's body that says something. */
export interface DrawnPost {
  readonly content: string;
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  readonly flags: MessageFlags;
}

/** Draws an answer with all its buttons; links show no previews. Obeys every limit for any answer. */
export function drawPost(answer: Answer): DrawnPost {
  const head = drawHead(answer);
  const body = drawBlocks(answer.blocks, LIMITS.content - head.length - GAP.length);
  const said = [head, body].filter((part) => part !== '').join(GAP);
  return {
    // Discord refuses an empty message.
    content: said === '' ? '…' : said,
    components: drawButtons(answer, answer.links.length === 0 ? LIMITS.rows : LIMITS.rows - 1),
    flags: MessageFlags.SuppressEmbeds,
  };
}

const GAP = '\n\n';

/** Bold rather than a heading: the notification shows the marks. */
function drawHead({ title, subtitle = '' }: Answer): string {
  const quiet = drawLine([subtitle], LIMITS.subtitle);
  return [drawLine([{ strong: title }], LIMITS.title), quiet && `-# ${quiet}`].filter((line) => line !== '').join('\n');
}
