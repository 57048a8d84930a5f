// The one response to an interaction, as the bytes that go over the wire: the same answer is written once.
import { type Interaction, InteractionResponseType, MessageFlags, Routes } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { render } from './render.ts';

/** A card that all can see, one for who asked, or one in the place of the card whose button was pressed. */
export type Way = 'openly' | 'privately' | 'in its place';

const { ChannelMessageWithSource: NEW, UpdateMessage: CHANGED } = InteractionResponseType;
const { IsComponentsV2: CARD, Ephemeral: PRIVATE } = MessageFlags;
const SHAPES: Readonly<Record<Way, { readonly type: number; readonly flags: number }>> = {
  openly: { type: NEW, flags: CARD },
  privately: { type: NEW, flags: CARD | PRIVATE },
  'in its place': { type: CHANGED, flags: CARD },
};
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** They go with their answer. */
const written = new WeakMap<Answer, Partial<Record<Way, Buffer>>>();

/**
 * Responds with an answer. Not through the library’s replies, which put each of them into words anew: that takes as long as
 * all the rest (discord.js 14.28).
 * @throws what the client throws where Discord does not take the response
 */
export async function respond({ client, id, token }: Interaction, answer: Answer, way: Way): Promise<void> {
  await client.rest.post(Routes.interactionCallback(id, token), {
    auth: false,
    body: bodyOf(answer, way),
    passThroughBody: true,
    headers: JSON_TYPE,
  });
}

function bodyOf(answer: Answer, way: Way): Buffer {
  const before = written.get(answer);
  const body = before?.[way] ?? write(answer, way);
  written.set(answer, { ...before, [way]: body });
  return body;
}

function write(answer: Answer, way: Way): Buffer {
  const { type, flags } = SHAPES[way];
  const data = { flags, components: [render(answer)], allowed_mentions: { parse: [] } };
  return Buffer.from(JSON.stringify({ type, data }));
}
