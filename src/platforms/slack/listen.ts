// What happens on Slack, turned into an `Ask`; and where the `Answer` goes.
import type { MessageShortcut, RespondArguments, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import type { Ask, Asker } from '../../port.ts';
import { listenToClicks } from './clicks.ts';
import type { Ears } from './ears.ts';
import { listenToForms } from './forms.ts';
import { privately } from './reply.ts';
import { readMessage, readTyped } from './typed.ts';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * Tells the app what to listen to. Every listener answers at once from memory, and none of them rejects over a failed reply.
 * @param commands slash command names with their slash
 * @param modals the client that opens modals
 */
export function listen(ears: Ears, commands: readonly string[], modals: WebClient): void {
  const { app, bot, askerOf, reply, post, seen } = ears;
  listenToClicks(ears, modals);
  listenToForms(ears);

  // One listener for all names: two that matched one command would both run, and the second acknowledgement throws.
  if (commands.length > 0) {
    const names = commands.map((name) => name.replace(SPECIAL, '\\$&')).join('|');
    app.command(new RegExp(`^(?:${names})$`), async ({ command, ack }) => ack(await answerCommand(command)));
  }

  async function answerCommand(command: SlashCommand): Promise<RespondArguments | undefined> {
    if (!seen.claim(`use ${command.trigger_id}`)) return undefined;
    const by = askerOf(command.team_id, command.channel_id, command.user_id);
    const answer = await bot.ask({ kind: 'line', by, line: readTyped(command.text) || 'help' });
    return answer === null ? undefined : privately(answer);
  }

  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: bot.menu.id }, async ({ ack, shortcut }) => {
    await ack();
    if (!seen.claim(`use ${shortcut.trigger_id}`)) return;
    const by = askerOf(shortcut.team?.id ?? shortcut.user.team_id, shortcut.channel.id, shortcut.user.id);
    const answer = await bot.ask({ kind: 'explain', by, text: readMessage(shortcut.message) });
    if (answer === null) return;
    const explained: Answer = { ...answer, audience: 'asker' };
    await reply(shortcut.response_url, privately(explained), 'shortcut');
  });

  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id !== undefined || event.user === undefined) return;
    // An edited message is delivered again as a new event: (channel, ts) tells that it is the same one.
    const message = `mention ${event.channel} ${event.ts}`;
    if (!seen.claim(`event ${body.event_id}`) || !seen.claim(message)) return;
    const answer = await bot.ask(heard(askerOf(body.team_id, event.channel, event.user), event.text));
    if (answer === null) return seen.release(message); // an edit may still make it a question
    const only = answer.audience === 'asker' ? event.user : null;
    // A private reply to a thread that does not exist yet would not be shown to anybody.
    const thread = event.thread_ts ?? (only === null ? event.ts : null);
    await post({ channel: event.channel, thread, only }, answer);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!event.user || !seen.claim(`event ${body.event_id}`)) return;
    const answer = await bot.ask(heard(askerOf(body.team_id, event.channel, event.user), event.text ?? ''));
    if (answer === null) return;
    await post({ channel: event.channel, thread: event.thread_ts ?? null, only: null }, answer);
  });

  // Both come when the app is removed, in any order. docs: reference/events/app_uninstalled, tokens_revoked
  app.event('app_uninstalled', async ({ body }) => leave(body.team_id));
  app.event('tokens_revoked', async ({ body, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await leave(body.team_id);
  });

  async function leave(team: string): Promise<void> {
    await bot.heed?.({ platform: 'slack', team, member: false });
  }

  function heard(by: Asker, text: string): Ask {
    return { kind: 'mention', by, text: readTyped(text) };
  }
}
