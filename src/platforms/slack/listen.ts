// What happens on Slack, turned into an `Ask`; and where the `Answer` goes.
import type { MessageShortcut, RespondArguments, SlashCommand } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { Ask, Asker } from '../../port.ts';
import { listenToClicks } from './clicks.ts';
import type { Ears } from './ears.ts';
import { listenToForms } from './forms.ts';
import { createHome, listenToHome } from './home.ts';
import { createPresence } from './presence.ts';
import { privately } from './reply.ts';
import { readMessage, readTyped } from './typed.ts';
import { createPressInView } from './views.ts';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/**
 * Tells the app what to listen to. Every listener answers at once from memory, and none of them rejects over a failed reply.
 * @param commands slash command names with their slash
 */
export function listen(ears: Ears, commands: readonly string[]): void {
  const { app, bot, askerOf, reply, post, seen, first } = ears;
  const home = createHome(ears, createPresence(ears));
  listenToHome(ears, home);
  listenToClicks(ears, createPressInView(ears, home));
  listenToForms(ears, home);

  // One listener for all names: two that matched one command would both run, and the second acknowledgement throws.
  if (commands.length > 0) {
    const names = commands.map((name) => name.replace(SPECIAL, '\\$&')).join('|');
    app.command(new RegExp(`^(?:${names})$`), async ({ command, ack, context }) =>
      ack(await answerCommand(command, context.teamId)),
    );
  }

  async function answerCommand(command: SlashCommand, team: string | undefined): Promise<RespondArguments | undefined> {
    if (!seen.claim(`use ${command.trigger_id}`)) return undefined;
    const by = askerOf(team, command.channel_id, command.user_id);
    const answer = await bot.ask({ kind: 'line', by, line: readTyped(command.text) || 'help' });
    return answer === null ? undefined : privately(answer);
  }

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: bot.menu.id },
    async ({ ack, shortcut, context }) => {
      await ack();
      if (!seen.claim(`use ${shortcut.trigger_id}`)) return;
      const by = askerOf(context.teamId, shortcut.channel.id, shortcut.user.id);
      const answer = await bot.ask({ kind: 'explain', by, text: readMessage(shortcut.message) });
      if (answer === null) return;
      const explained: Answer = { ...answer, audience: 'asker' };
      await reply(shortcut.response_url, privately(explained), 'shortcut');
    },
  );

  app.event('app_mention', async ({ event, body, context }) => {
    if (event.bot_id !== undefined || event.user === undefined) return;
    // An edited message is delivered again as a new event: (channel, ts) tells that it is the same one.
    const { teamId: team = '' } = context;
    const message = `mention ${team} ${event.channel} ${event.ts}`;
    if (!(await first.claim(`event ${body.event_id}`, message))) return;
    const answer = await bot.ask(heard(askerOf(team, event.channel, event.user), event.text));
    if (answer === null) return first.release(message); // an edit may still make it a question
    const only = answer.audience === 'asker' ? event.user : null;
    // A private reply to a thread that does not exist yet would not be shown to anybody.
    const thread = event.thread_ts ?? (only === null ? event.ts : null);
    await post({ team, channel: event.channel, thread, only }, answer);
  });

  app.event('message', async ({ event, body, context }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!event.user || !(await first.claim(`event ${body.event_id}`))) return;
    const answer = await bot.ask(heard(askerOf(context.teamId, event.channel, event.user), event.text ?? ''));
    if (answer === null) return;
    await post(
      { team: context.teamId ?? '', channel: event.channel, thread: event.thread_ts ?? null, only: null },
      answer,
    );
  });

  function heard(by: Asker, text: string): Ask {
    return { kind: 'mention', by, text: readTyped(text) };
  }
}
