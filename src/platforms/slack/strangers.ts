// Workspaces that Slack lets talk to Teapot, and that it has no token of: installed before tokens were kept here, or their
// token was lost. They are told how to mend it, and nothing else is answered or kept.
import type { AckFn, App, Authorize, RespondArguments } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { Log } from '../../port.ts';
import { INSTALL_PATH } from './install/paths.ts';
import { reasonOf } from './journal.ts';
import { privately, type Reply } from './reply.ts';
import type { Tokens } from './tokens.ts';

/** Tells of each workspace whether there is a token. Where that cannot be told now, what needs none is still answered. */
export function createAuthorize(tokens: Tokens, log: Log): Authorize<boolean> {
  return async ({ teamId = '' }) => {
    try {
      const held = await tokens.find(teamId);
      return { teamId, installed: held !== null, ...(held?.botUser !== undefined && { botUserId: held.botUser }) };
    } catch (thrown) {
      log.warn({ team: teamId, reason: reasonOf(thrown) }, 'slack: cannot tell whether it is installed');
      return { teamId };
    }
  };
}

/** What comes from them ends here. */
export function turnStrangersAway(app: App, room: { publicUrl: string; reply: Reply; log: Log }): void {
  const { publicUrl, reply, log } = room;
  const answer = privately(sayInstall(new URL(INSTALL_PATH, publicUrl).href));
  app.use(async ({ context, body, next, ...args }) => {
    if (context['installed'] !== false) return await next();
    log.warn({ team: context.teamId }, 'slack: heard from a workspace in which Teapot is not installed');
    // Events are acknowledged already.
    if (!('ack' in args)) return;
    const ack = args.ack as AckFn<RespondArguments | undefined>;
    if ('command' in body) return await ack(answer);
    await ack();
    if ('response_url' in body && typeof body.response_url === 'string')
      await reply(body.response_url, answer, 'not installed');
  });
}

function sayInstall(address: string): Answer {
  return {
    title: 'Teapot has to be installed again',
    tone: 'neutral',
    blocks: [
      {
        kind: 'text',
        text: [
          'It has lost its access to this workspace. Somebody who may add apps can give it back: ',
          { link: 'Add Teapot to Slack', href: address },
          '.',
        ],
      },
    ],
    choices: [],
    links: [],
    audience: 'asker',
    about: { kind: 'error', codes: [], class: null },
  };
}
