// What happens on Slack, turned into an `Ask`; and where the `Answer` goes.
import type { App, BlockAction, MessageShortcut, RespondArguments, RespondFn, SlashCommand } from '@slack/bolt';
import { RespondError } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { Ask, Asker, Bot, Log } from '../../port.ts';
import { reasonOf } from './journal.ts';
import type { Post } from './post.ts';
import { draw, LIMITS, SHARE } from './render.ts';
import type { Seen } from './seen.ts';
import { readMessage, readTyped } from './typed.ts';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;
const ANY_BUTTON = /^/;

export interface Ears {
  readonly app: App;
  readonly bot: Bot;
  /** Slash command names with their slash. */
  readonly commands: readonly string[];
  readonly post: Post;
  readonly seen: Seen;
  readonly log: Log;
}

/** Direct message channels have ids that start with D; there is no team to speak of in them. */
function asker(team: string | null | undefined, channel: string | undefined, user: string): Asker {
  const inPrivate = channel?.startsWith('D') === true;
  return { platform: 'slack', team: inPrivate ? null : (team ?? null), channel: channel ?? null, user };
}

/** A message that only who asked can see, below the one they used. */
function privately(answer: Answer, thread?: string): RespondArguments {
  // In a thread there is no "channel" that a share would obviously go to.
  const drawn = draw(answer, { share: answer.audience === 'room' && thread === undefined });
  const place = thread === undefined ? {} : { thread_ts: thread };
  return { response_type: 'ephemeral', replace_original: false, ...place, ...drawn };
}

/** Tells `app` what to listen to. Every listener answers at once from memory, and none of them rejects over a failed reply. */
export function listen({ app, bot, commands, post, seen, log }: Ears): void {
  /** Sends through a response URL; false where that did not work, `unsure` where it may have. */
  async function send(respond: RespondFn, message: RespondArguments, what: string): Promise<boolean | 'unsure'> {
    try {
      await respond(message);
      return true;
    } catch (thrown) {
      log.warn({ what, reason: reasonOf(thrown) }, 'slack: could not answer');
      return thrown instanceof RespondError ? false : 'unsure';
    }
  }

  // One listener for all names: two that matched one command would both run, and the second acknowledgement throws.
  if (commands.length > 0) {
    const names = commands.map((name) => name.replace(SPECIAL, '\\$&')).join('|');
    app.command(new RegExp(`^(?:${names})$`), async ({ command, ack }) => ack(await answerCommand(command)));
  }

  async function answerCommand(command: SlashCommand): Promise<RespondArguments | undefined> {
    if (!seen.claim(`use ${command.trigger_id}`)) return undefined;
    const by = asker(command.team_id, command.channel_id, command.user_id);
    const answer = await bot.ask({ kind: 'line', by, line: readTyped(command.text) || 'help' });
    return answer === null ? undefined : privately(answer);
  }

  // Also buttons of older versions: whatever a button is called, its value is a line that somebody could have typed.
  app.action<BlockAction>({ type: 'block_actions', action_id: ANY_BUTTON }, async ({ ack, action, body, respond }) => {
    await ack();
    if (action.type !== 'button' || !seen.claim(`use ${body.trigger_id}`)) return;
    const value = action.value?.slice(0, LIMITS.line).trim();
    if (!value) return;
    const by = asker(body.team?.id ?? body.user.team_id, body.channel?.id, body.user.id);
    const answer = await bot.ask({ kind: 'line', by, line: value });
    if (answer === null) return;
    if (action.action_id === SHARE && answer.audience === 'room') await share(body, answer, respond);
    else await send(respond, privately(answer, threadOf(body)), 'button');
  });

  function threadOf({ container, message }: BlockAction): string | undefined {
    const thread: unknown = container['thread_ts'] ?? message?.['thread_ts'];
    return typeof thread === 'string' ? thread : undefined;
  }

  /** Shows an answer to the channel, once, and takes the button off the private one. */
  async function share(body: BlockAction, answer: Answer, respond: RespondFn): Promise<void> {
    const once = `share ${body.channel?.id} ${body.container['message_ts']} ${body.user.id}`;
    if (!seen.claim(once)) return;
    const shared = draw(answer, { sharedBy: body.user.id });
    const toChannel = {
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    } as const;
    const sent = await send(respond, { ...toChannel, ...shared }, 'share');
    if (sent === true) {
      const rest = draw(answer);
      await send(respond, { response_type: 'ephemeral', replace_original: true, ...rest }, 'after share');
    } else if (sent === false) seen.release(once);
  }

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: bot.menu.id },
    async ({ ack, shortcut, respond }) => {
      await ack();
      if (!seen.claim(`use ${shortcut.trigger_id}`)) return;
      const by = asker(shortcut.team?.id ?? shortcut.user.team_id, shortcut.channel.id, shortcut.user.id);
      const answer = await bot.ask({ kind: 'explain', by, text: readMessage(shortcut.message) });
      if (answer === null) return;
      const explained: Answer = { ...answer, audience: 'asker' };
      await send(respond, privately(explained), 'shortcut');
    },
  );

  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id !== undefined || event.user === undefined) return;
    // An edited message is delivered again as a new event: (channel, ts) tells that it is the same one.
    const message = `mention ${event.channel} ${event.ts}`;
    if (!seen.claim(`event ${body.event_id}`) || !seen.claim(message)) return;
    const answer = await bot.ask(heard(asker(body.team_id, event.channel, event.user), event.text));
    if (answer === null) return seen.release(message); // an edit may still make it a question
    const only = answer.audience === 'asker' ? event.user : null;
    // A private reply to a thread that does not exist yet would not be shown to anybody.
    const thread = event.thread_ts ?? (only === null ? event.ts : null);
    await post({ channel: event.channel, thread, only }, draw(answer));
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!event.user || !seen.claim(`event ${body.event_id}`)) return;
    const answer = await bot.ask(heard(asker(body.team_id, event.channel, event.user), event.text ?? ''));
    if (answer === null) return;
    await post({ channel: event.channel, thread: event.thread_ts ?? null, only: null }, draw(answer));
  });

  function heard(by: Asker, text: string): Ask {
    return { kind: 'mention', by, text: readTyped(text) };
  }
}
