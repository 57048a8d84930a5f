// A token that may do less than it should: Slack says nothing of events that it does not send, so the start does.
import { afterEach, describe, expect, it } from 'vitest';
import { botScopes } from '../../../src/platforms/slack/manifest.ts';
import { createStage, listeningBot, type Stage } from './stage.ts';

const wanted = { quizAdmins: 'admins', passive: true } as const;
const granted = { usersRead: true, passive: true } as const;

let stage: Stage;
afterEach(() => stage.stop());

describe('a scope that is missing', () => {
  it.each(botScopes(wanted))('is named at the start, with what there is not without it: %s', async (scope) => {
    stage = await createStage('socket', { ...granted, refused: [scope] }, wanted);
    await stage.start(listeningBot());
    expect(stage.problems()).toEqual([
      {
        level: 'warn',
        message: 'slack: scopes are missing; install the app again with the current manifest',
        fields: { without: { [scope]: expect.stringMatching(/\w/) } },
      },
    ]);
  });

  it('is no news where none is, nor where nobody needs it', async () => {
    stage = await createStage('http', granted, wanted);
    await stage.start(listeningBot());
    expect(stage.problems()).toEqual([]);
    await stage.stop();
    stage = await createStage('http');
    await stage.start(listeningBot());
    expect(stage.problems()).toEqual([]);
  });

  it('of the app token is told from those of the bot: no manifest grants it', async () => {
    stage = await createStage('socket');
    const fault = { kind: 'error', error: 'missing_scope', needed: 'connections:write' } as const;
    stage.slack.faults.next('apps.connections.open', fault);
    const said =
      'Slack: missing_scope: make a new app-level token with connections:write and set it as SLACK_APP_TOKEN';
    await expect(stage.start(listeningBot())).rejects.toThrow(said);
  });
});
