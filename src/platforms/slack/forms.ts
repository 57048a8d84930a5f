// Forms that were sent: what was filled in becomes a line, and the answer goes back to where the form was opened.
import type { ViewSubmitAction } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { toPlain } from '../../answer/plain.ts';
import { drawAnswer } from './answer-view.ts';
import { isDirect } from './asker.ts';
import type { Ears } from './ears.ts';
import { type Guest, type Home, mayChange } from './home.ts';
import { MODAL_LIMITS } from './limits.ts';
import type { Submission } from './modal.ts';
import { MODAL, readSubmission } from './modal.ts';
import { privately } from './reply.ts';
import { cut } from './spans.ts';
import { channelIn, type Stand } from './stand.ts';

/** Characters of a problem under a field: ours; a modal is narrow, and the field must stay in sight. */
const PROBLEM = 300;

/** The one that an answer is about, as far as it tells; otherwise the first, which is seen first. */
function fieldOf({ fields }: Submission, { field }: Answer): string {
  return fields.find((name) => name === field) ?? fields[0];
}

/** Where a form on one of our pages was opened. */
function standOf({ channel, page }: Submission): Stand {
  return { channel: channelIn(channel), shown: channelIn(page) };
}

export function listenToForms({ app, bot, askerOf, reply, post, seen }: Ears, home: Home): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: MODAL }, async ({ ack, body, view, context }) => {
    const sent = readSubmission(view);
    if (sent === null || !seen.claim(`use ${body.trigger_id}`)) return ack();
    const guest = { team: context.teamId ?? '', user: body.user.id };
    const answer = await ask(sent, guest);
    // The form stays open with what was typed in it, and says what is wrong.
    if (answer?.about.kind === 'error')
      return ack({ response_action: 'errors', errors: { [fieldOf(sent, answer)]: cut(toPlain(answer), PROBLEM) } });
    if (answer === null || sent.page === undefined) await ack();
    if (answer === null) return;
    if (sent.page === undefined) return tell(sent, answer, guest);
    const stand = standOf(sent);
    await ack({ response_action: 'update', view: drawAnswer(answer, stand) });
    if (mayChange(answer)) await home.publish(guest, stand.shown);
  });

  async function ask(sent: Submission, guest: Guest): Promise<Answer | null> {
    if (sent.page !== undefined) return home.ask(guest, standOf(sent).channel, sent.line);
    const by = askerOf(guest.team, sent.channel || undefined, guest.user);
    return bot.ask({ kind: 'line', by, line: sent.line.slice(0, MODAL_LIMITS.line) });
  }

  async function tell({ channel, thread, url }: Submission, answer: Answer, { team, user }: Guest): Promise<void> {
    // After half an hour the response URL has expired, and only a post is left.
    if (url !== undefined && (await reply(url, privately(answer, thread), 'form')) !== false) return;
    await post({ team, channel, thread: thread ?? null, only: isDirect(channel) ? null : user }, answer);
  }
}
