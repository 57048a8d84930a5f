// Buttons: a click becomes the line that the button carries, or opens the form that it carries.
import type { BlockAction } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { Asker, Pressed } from '../../port.ts';
import { createClient, PROMPT_TIMEOUT_MS } from './client.ts';
import type { Ears } from './ears.ts';
import type { CarriedForm } from './form-value.ts';
import { readFormValue } from './form-value.ts';
import { reasonOf } from './journal.ts';
import { LIMITS } from './limits.ts';
import type { Origin } from './modal.ts';
import { drawModal } from './modal.ts';
import { draw, FORM, SHARE } from './render.ts';
import { privately } from './reply.ts';
import type { PressInView } from './views.ts';

const ANY_BUTTON = /^/;

interface Click {
  readonly body: BlockAction;
  /** Whose token opens a form. */
  readonly team: string;
  readonly by: Asker;
}

function threadOf({ container, message }: BlockAction): string | undefined {
  const thread: unknown = container['thread_ts'] ?? message?.['thread_ts'];
  return typeof thread === 'string' ? thread : undefined;
}

/** The post that the button stands on; undefined for private messages, which nobody looks for. */
function pressedOn({ container }: BlockAction, { team, channel }: Asker): Pressed | undefined {
  const { message_ts: ts, is_ephemeral: isPrivate } = container;
  if (team === null || channel === null || isPrivate === true || typeof ts !== 'string') return undefined;
  return { place: { platform: 'slack', team, channel }, posted: { message: ts } };
}

export function listenToClicks(ears: Ears, pressInView: PressInView): void {
  const { app, bot, askerOf, reply, seen, first, log, access } = ears;
  // Opening one has less than three seconds.
  const client = createClient(access, PROMPT_TIMEOUT_MS);

  // Also buttons of older versions: whatever a button is called, its value is a line that somebody could have typed.
  app.action<BlockAction>({ type: 'block_actions', action_id: ANY_BUTTON }, async ({ ack, action, body, context }) => {
    // First of all: the person who clicked sees a warning after three seconds, however many others click.
    await ack();
    if (!seen.claim(`use ${body.trigger_id}`)) return;
    const { teamId: team } = context;
    const { view } = body;
    if (view !== undefined) {
      const guest = { team: team ?? '', user: body.user.id };
      return pressInView({ guest, view, action, trigger: body.trigger_id });
    }
    const value = action.type === 'button' ? action.value?.trim() : undefined;
    if (!value) return;
    const click = { body, team: team ?? '', by: askerOf(team, body.channel?.id, body.user.id) };
    const carried = action.action_id.startsWith(FORM) ? readFormValue(value) : null;
    if (carried !== null && (await openForm(click, carried))) return;
    await answerClick(click, carried?.line ?? value, action.action_id === SHARE);
  });

  async function answerClick(click: Click, typed: string, shares: boolean): Promise<void> {
    const { body, by } = click;
    const from = pressedOn(body, by);
    const answer = await bot.ask({ kind: 'line', by, line: typed.slice(0, LIMITS.line).trim(), ...(from && { from }) });
    if (answer === null) return;
    if (shares && answer.audience === 'room') await share(click, answer);
    else await reply(body.response_url, privately(answer, threadOf(body)), 'button');
  }

  /** False where Slack did not open it: then the line still says how to type what the form would have asked. */
  async function openForm({ body, team }: Click, { form }: CarriedForm): Promise<boolean> {
    const thread = threadOf(body);
    const origin: Origin = {
      channel: body.channel?.id ?? '',
      ...(thread !== undefined && { thread }),
      ...(body.response_url !== undefined && { url: body.response_url }),
    };
    try {
      const opened = { trigger_id: body.trigger_id, view: drawModal(form, origin) };
      await access.tokens.use(team, (token) => client.views.open({ ...opened, token }));
      return true;
    } catch (thrown) {
      log.warn({ reason: reasonOf(thrown) }, 'slack: could not open a form');
      return false;
    }
  }

  /** Shows an answer to the channel, once, and takes the button off the private one. */
  async function share({ body, team }: Click, answer: Answer): Promise<void> {
    const once = `share ${team} ${body.channel?.id} ${body.container['message_ts']} ${body.user.id}`;
    if (!(await first.claim(once))) return;
    const shared = draw(answer, { sharedBy: body.user.id });
    const toChannel = {
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
    } as const;
    const sent = await reply(body.response_url, { ...toChannel, ...shared }, 'share');
    if (sent === true) {
      const rest = draw(answer);
      await reply(body.response_url, { response_type: 'ephemeral', replace_original: true, ...rest }, 'after share');
    } else if (sent === false) await first.release(once);
  }
}
