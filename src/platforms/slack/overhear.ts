// Listening: one reaction to a message that plainly speaks of a failure; whoever clicks it gets a private answer.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Asker } from '../../port.ts';
import { createClient } from './client.ts';
import type { Ears } from './ears.ts';
import { reasonOf } from './journal.ts';
import { readMessage } from './typed.ts';

/** 🫖, a standard emoji (Unicode 13). */
const TEAPOT = 'teapot';

/** Channels, public and private; direct messages are written to somebody. docs: reference/events/message */
const OPEN: ReadonlySet<unknown> = new Set(['channel', 'group']);

/** Somebody there can mend it. docs: reference/methods/reactions.add */
const NOT_ALLOWED: ReadonlySet<string> = new Set([
  'missing_scope',
  'not_in_channel',
  'no_permission',
  'channel_not_found',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
  'not_reactable',
]);

/** What `reactions.get` tells of a message. */
interface Reacted {
  readonly thread_ts?: string;
  readonly ts?: string;
  readonly reactions?: readonly { readonly name?: string; readonly users?: readonly string[] }[];
}

/** A message of a workspace. */
interface Said {
  readonly team: string;
  readonly channel: string;
  readonly timestamp: string;
}

/** Tells the app to listen to what is not written to it. None of the listeners rejects over what Slack refuses. */
export function listenToChannels({ app, bot, access, askerOf, post, seen, first, log }: Ears): void {
  const client = createClient(access);

  app.event('message', async ({ event, context }) => {
    if (!OPEN.has(event.channel_type) || event.subtype !== undefined || event.bot_id !== undefined) return;
    // What mentions the bot is answered as such.
    if (!event.user || (event.text ?? '').includes(`<@${context.botUserId}>`)) return;
    const { teamId: team = '' } = context;
    const by = askerOf(team, event.channel, event.user);
    if (!(await overhears(by, readMessage({ ...event })))) return;
    // Claimed only now, so that nothing is kept of what speaks of no failure.
    const said = { team, channel: event.channel, timestamp: event.ts };
    if (seen.claim(`overheard ${team} ${said.channel} ${said.timestamp}`)) await react(by, said);
  });

  async function overhears(by: Asker, text: string): Promise<boolean> {
    return (await bot.overhears?.(by, text)) ?? false;
  }

  async function react(by: Asker, { team, ...message }: Said): Promise<void> {
    try {
      await access.tokens.use(team, (token) => client.reactions.add({ token, ...message, name: TEAPOT }));
      await bot.reacted?.(by, true);
    } catch (thrown) {
      const name = thrown instanceof WebAPIPlatformError ? thrown.data.error : '';
      // It arrived twice; or it was deleted meanwhile, which is fine as well.
      if (name === 'already_reacted' || name === 'message_not_found') return;
      log.info({ channel: message.channel, reason: reasonOf(thrown) }, 'slack: could not react');
      if (NOT_ALLOWED.has(name)) await bot.reacted?.(by, false);
    }
  }

  // The bot’s own never come here: Bolt leaves out what an app does itself.
  app.event('reaction_added', async ({ event, context }) => {
    const { item, user, reaction } = event;
    const { botUserId: own, teamId: team = '' } = context;
    if (reaction !== TEAPOT || item.type !== 'message' || own === undefined) return;
    const click = `tea ${team} ${item.channel} ${item.ts} ${user}`;
    if (!(await first.claim(click))) return;
    const message = await look({ team, channel: item.channel, timestamp: item.ts });
    // Anybody can put a teapot below anything: only one below ours asks for something.
    if (message === null || !isMarkedBy(own, message)) return await first.release(click);
    const text = readMessage({ ...message });
    const by = askerOf(team, item.channel, user);
    // Perhaps it was edited, or the channel wants no listening any more.
    if (!(await overhears(by, text))) return await first.release(click);
    const answer = await bot.ask({ kind: 'explain', by, text });
    if (answer === null) return;
    const { thread_ts: thread } = message;
    // A private answer in a thread is seen only there: below a message that began one it belongs into the channel.
    const inThread = thread !== undefined && thread !== item.ts ? thread : null;
    await post({ team, channel: item.channel, thread: inThread, only: user }, { ...answer, audience: 'asker' });
  });

  /** Null where it is gone, or cannot be seen. */
  async function look({ team, ...where }: Said): Promise<Reacted | null> {
    try {
      const get = (token: string) => client.reactions.get({ token, ...where, full: true });
      const { message } = await access.tokens.use(team, get);
      return message ?? null;
    } catch (thrown) {
      log.info({ channel: where.channel, reason: reasonOf(thrown) }, 'slack: could not look at a reaction');
      return null;
    }
  }
}

function isMarkedBy(bot: string, { reactions = [] }: Reacted): boolean {
  return reactions.some(({ name, users = [] }) => name === TEAPOT && users.includes(bot));
}
