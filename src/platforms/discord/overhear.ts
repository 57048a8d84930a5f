// Listening: one reaction to a message that plainly speaks of a failure; whoever clicks it gets a direct message.
import { createHash } from 'node:crypto';
import {
  type APIDMChannel,
  type APIMessage,
  type Client,
  DiscordAPIError,
  Events,
  type Message,
  MessageFlags,
  type MessageReaction,
  type PartialMessageReaction,
  type PartialUser,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
  type User,
} from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { Asker, Bot, Log } from '../../port.ts';
import { obstacle } from './access.ts';
import { authorOf, parentOf } from './asker.ts';
import { describe } from './failure.ts';
import { isToUs } from './messages.ts';
import { createOnce } from './once.ts';
import { render } from './render.ts';
import { everythingSaid } from './said.ts';

const TEAPOT = '🫖';

/** docs: topics/opcodes-and-status-codes, JSON error codes */
const ERRORS = { unknownMessage: 10_008, noAccess: 50_001, closed: 50_007, noPermission: 50_013, blocked: 90_001 };
const NOT_ALLOWED: readonly unknown[] = [ERRORS.noAccess, ERRORS.noPermission];
/** It is gone, or its author has blocked the bot. */
const NO_MATTER: readonly unknown[] = [ERRORS.unknownMessage, ERRORS.blocked];
/** Characters of a nonce. docs: resources/message, create message */
const NONCE = 25;

interface Listening {
  readonly client: Client;
  readonly bot: Bot;
  readonly log: Log;
  readonly isOurs: () => boolean;
  /** Begins something of which a failure is one line in the log. */
  readonly begin: (message: string, work: () => Promise<void>) => void;
}

/** Starts listening; the result stops it. Needs the message content intent and the one for reactions. */
export function listenToChannels(listening: Listening): () => void {
  const { client, isOurs, begin } = listening;
  const once = createOnce();
  const onMessage = (message: Message) => {
    if (!isOurs() || !isOverheard(message)) return;
    begin(message.id, () => overhear(message, listening, once));
  };
  const onReaction = (reaction: MessageReaction | PartialMessageReaction, user: User | PartialUser) => {
    const { emoji, message } = reaction;
    if (!isOurs() || emoji.name !== TEAPOT || emoji.id !== null || message.guildId === null) return;
    if (user.bot === true || user.id === client.user?.id) return;
    const click = { server: message.guildId, channel: message.channelId, message: message.id, user: user.id };
    if (once(`${click.message} ${click.user}`)) begin(click.message, () => explain(click, listening));
  };
  client.on(Events.MessageCreate, onMessage);
  client.on(Events.MessageReactionAdd, onReaction);
  return () => {
    client.off(Events.MessageCreate, onMessage);
    client.off(Events.MessageReactionAdd, onReaction);
  };
}

/** A person's message in a server that is not written to the bot. */
function isOverheard(message: Message): boolean {
  const { author, webhookId, system, guildId } = message;
  return guildId !== null && !author.bot && webhookId === null && !system && !isToUs(message);
}

async function overhear(
  message: Message,
  { client, bot, log }: Listening,
  once: ReturnType<typeof createOnce>,
): Promise<void> {
  const { id, channelId, guildId } = message;
  const by = authorOf(message);
  if ((await bot.overhears?.(by, everythingSaid(message))) !== true) return;
  // Only now, so that nothing is kept of what speaks of no failure.
  if (guildId === null || !once(id)) return;
  const refusal = obstacle(client, { platform: 'discord', team: guildId, channel: channelId }, 'react');
  if (refusal !== null) {
    log.info({ channel: channelId, reason: refusal.message }, 'discord: could not react');
    return await bot.reacted?.(by, false);
  }
  try {
    await client.rest.put(Routes.channelMessageOwnReaction(channelId, id, encodeURIComponent(TEAPOT)));
    await bot.reacted?.(by, true);
  } catch (error) {
    const code = error instanceof DiscordAPIError ? error.code : null;
    if (NO_MATTER.includes(code)) return;
    if (!NOT_ALLOWED.includes(code)) throw error;
    log.info({ channel: channelId, ...describe(error) }, 'discord: could not react');
    await bot.reacted?.(by, false);
  }
}

interface Click {
  readonly server: string;
  readonly channel: string;
  readonly message: string;
  readonly user: string;
}

/** Anybody can put a teapot below anything: only one below the bot's own asks for something. */
async function explain(click: Click, { client, bot }: Listening): Promise<void> {
  const said = await look(click, client);
  if (said === null) return;
  const text = everythingSaid(said);
  const by = askerOf(click, client);
  // Perhaps it was edited, or the channel wants no listening any more.
  if ((await bot.overhears?.(by, text)) !== true) return;
  const answer = await bot.ask({ kind: 'explain', by, text });
  if (answer !== null) await sendDirectly(click, withLink(answer, click), client);
}

/** The message as it stands now; null where it is gone, or the bot has put no teapot there. */
async function look({ channel, message }: Click, { rest }: Client): Promise<APIMessage | null> {
  try {
    const found = (await rest.get(Routes.channelMessage(channel, message))) as APIMessage;
    return found.reactions?.some(({ emoji, me }) => emoji.name === TEAPOT && me) ? found : null;
  } catch (error) {
    if (error instanceof DiscordAPIError && [...NOT_ALLOWED, ERRORS.unknownMessage].includes(error.code)) return null;
    throw error;
  }
}

function askerOf({ server, channel, user }: Click, client: Client): Asker {
  const parent = parentOf(client.channels.cache.get(channel) ?? null);
  return {
    platform: 'discord',
    team: server,
    channel,
    ...(parent !== undefined && { parent }),
    user,
    // A direct message changes nothing in the server.
    manages: async () => false,
  };
}

/** There it stands alone: the link says which message it is about. */
function withLink(answer: Answer, { server, channel, message }: Click): Answer {
  const href = `https://discord.com/channels/${server}/${channel}/${message}`;
  return { ...answer, links: [{ label: 'The message', href }, ...answer.links] };
}

/** The only private way to somebody who clicked a reaction. Whoever takes no direct messages of the server gets none. */
async function sendDirectly({ message, user }: Click, answer: Answer, { rest }: Client): Promise<void> {
  const body: RESTPostAPIChannelMessageJSONBody = {
    components: [render(answer)],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
    // The same for all channels of a bot: so it has to name the person, too.
    nonce: createHash('sha256').update(`${message} ${user}`).digest('base64url').slice(0, NONCE),
    enforce_nonce: true,
  };
  try {
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIDMChannel;
    await rest.post(Routes.channelMessages(id), { body });
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === ERRORS.closed)) throw error;
  }
}
