// Forms that were sent: what was filled in becomes a line, and the answer goes back to where the form was opened.
import type { ViewSubmitAction } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import { toPlain } from '../../answer/plain.ts';
import { isDirect } from './asker.ts';
import type { Ears } from './ears.ts';
import { LIMITS } from './limits.ts';
import type { Submission } from './modal.ts';
import { MODAL, readSubmission } from './modal.ts';
import { privately } from './reply.ts';
import { cut } from './spans.ts';

/** Characters of a problem under a field: ours; a modal is narrow, and the field must stay in sight. */
const PROBLEM = 300;

/** The one that an answer is about, as far as it tells; otherwise the first, which is seen first. */
function fieldOf({ fields }: Submission, { field }: Answer): string {
  return fields.find((name) => name === field) ?? fields[0];
}

export function listenToForms({ app, bot, askerOf, reply, post, seen }: Ears): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: MODAL }, async ({ ack, body, view }) => {
    const sent = readSubmission(view);
    if (sent === null || !seen.claim(`use ${body.trigger_id}`)) return ack();
    const by = askerOf(body.team?.id ?? body.user.team_id, sent.channel || undefined, body.user.id);
    const answer = await bot.ask({ kind: 'line', by, line: sent.line.slice(0, LIMITS.line) });
    // The form stays open with what was typed in it, and says what is wrong.
    if (answer?.about.kind === 'error')
      return ack({ response_action: 'errors', errors: { [fieldOf(sent, answer)]: cut(toPlain(answer), PROBLEM) } });
    await ack();
    if (answer !== null) await tell(sent, answer, body.user.id);
  });

  async function tell({ channel, thread, url }: Submission, answer: Answer, user: string): Promise<void> {
    // After half an hour the response URL has expired, and only a post is left.
    if (url !== undefined && (await reply(url, privately(answer, thread), 'form')) !== false) return;
    await post({ channel, thread: thread ?? null, only: isDirect(channel) ? null : user }, answer);
  }
}
