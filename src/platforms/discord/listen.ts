// From Discord's events to the bot: what is answered, once, in time; and what is said when that fails.
import { type Client, Events, type Guild, type Interaction, type Message } from 'discord.js';
import type { Bot, Log } from '../../port.ts';
import { ANSWER_WITHIN } from './client.ts';
import { describe, isTokenRefused } from './failure.ts';
import { answerInteraction } from './interactions.ts';
import { answerMessage, isToUs } from './messages.ts';
import { createOnce } from './once.ts';
import { listenToChannels } from './overhear.ts';

interface Hearing {
  readonly client: Client;
  readonly bot: Bot;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Called when Discord no longer accepts the token. */
  readonly onTokenRefused: () => void;
  /** Whether what is heard is this process's to answer: where it stood still, another may have taken over. */
  readonly isOurs: () => boolean;
  /** Whether it hears messages that are not written to it. */
  readonly passive: boolean;
}

/** Starts listening. The result stops it and resolves once the answers under way are sent or have failed. */
export function listen({ client, bot, log, now, onTokenRefused, isOurs, passive }: Hearing): () => Promise<void> {
  const once = createOnce();
  const underway = new Set<Promise<void>>();

  /** Never rejects: an answer that cannot be sent is one line in the log. It is not tried again, nor elsewhere. */
  const answer = async (what: 'interaction' | 'message', id: string, send: () => Promise<void>) => {
    try {
      await send();
    } catch (error) {
      log.warn({ [what]: id, ...describe(error) }, `discord: the ${what} was not answered`);
      if (isTokenRefused(error)) onTokenRefused();
    }
  };
  const begin = (answering: Promise<void>) => {
    underway.add(answering);
    void answering.finally(() => underway.delete(answering));
  };

  const onInteraction = (interaction: Interaction) => {
    if (!isOurs() || !once(interaction.id)) return;
    const age = now() - interaction.createdTimestamp;
    if (age > ANSWER_WITHIN) {
      // Replayed after a reconnect, mostly.
      log.warn(
        { interaction: interaction.id, age },
        'discord: the interaction is too old to be answered; where it is every one, set the clock of this machine',
      );
      return;
    }
    begin(answer('interaction', interaction.id, () => answerInteraction(interaction, bot)));
  };
  const onMessage = (message: Message) => {
    if (!isOurs() || !isToUs(message) || !once(message.id)) return;
    begin(answer('message', message.id, () => answerMessage(message, bot)));
  };

  const hush = passive
    ? listenToChannels({ client, bot, log, isOurs, begin: (id, work) => begin(answer('message', id, work)) })
    : () => {};

  const heed = (team: string, member: boolean) => {
    if (bot.heed !== undefined) begin(bot.heed({ platform: 'discord', team, member }));
  };
  // A server with an outage is another event: this one means that the bot was put out.
  const onLeft = ({ id }: Guild) => heed(id, false);
  const onJoined = ({ id }: Guild) => heed(id, true);

  client.on(Events.InteractionCreate, onInteraction);
  client.on(Events.MessageCreate, onMessage);
  client.on(Events.GuildDelete, onLeft);
  client.on(Events.GuildCreate, onJoined);
  return async () => {
    hush();
    client.off(Events.InteractionCreate, onInteraction);
    client.off(Events.MessageCreate, onMessage);
    client.off(Events.GuildDelete, onLeft);
    client.off(Events.GuildCreate, onJoined);
    await Promise.all(underway);
  };
}
