// Who may change what Teapot does for everybody.
import { afterEach, describe, expect, it } from 'vitest';
import { createAdmins } from '../../../src/platforms/slack/managers.ts';
import type { SlackOptions } from '../../../src/platforms/slack/slack.ts';
import { oneToken } from '../../../src/platforms/slack/tokens.ts';
import type { SlackSettings } from '../../../src/playground/slack/slack.ts';
import type { Ask } from '../../../src/port.ts';
import type { Stage } from './stage.ts';
import { createLog, createStage, listeningBot, SECRET } from './stage.ts';

const asked: Ask[] = [];
let stage: Stage;

async function open(settings: SlackSettings, options: Partial<SlackOptions>): Promise<void> {
  asked.length = 0;
  stage = await createStage('socket', settings, options);
  await stage.start(listeningBot(asked));
}

afterEach(async () => {
  await stage.stop();
  expect(JSON.stringify(stage.log.lines)).not.toMatch(SECRET);
});

async function manages(name: string): Promise<boolean | undefined> {
  await stage.slack.person(name).command('/http', 'quiz schedule');
  return asked.at(-1)?.by.manages();
}

describe('a channel’s quiz', () => {
  it('is anybody’s to set up who is in the channel, unless told otherwise', async () => {
    await open({}, {});
    expect(await manages('ada')).toBe(true);
    await stage.slack.person('ada').writeDirectly('quiz schedule');
    expect(await asked.at(-1)?.by.manages()).toBe(false);
    expect(stage.calls('users.info')).toEqual([]);
  });

  it('is an admin’s to set up where that is wanted, and Slack is asked once about each person', async () => {
    await open({ usersRead: true }, { quizAdmins: 'admins' });
    stage.slack.person('ada', { admin: true });
    expect([await manages('ada'), await manages('grace')]).toEqual([true, false]);
    expect([await manages('ada'), await manages('grace')]).toEqual([true, false]);
    expect(stage.calls('users.info')).toHaveLength(2);
    expect(stage.problems()).toEqual([]);
  });

  it('is nobody’s to set up without the scope that says who is an admin, and the log says so', async () => {
    await open({ usersRead: false }, { quizAdmins: 'admins' });
    stage.slack.person('ada', { admin: true });
    expect([await manages('ada'), await manages('ada')]).toEqual([false, false]);
    const reason = 'missing_scope: install the app again with the current manifest';
    const without = { 'users:read': 'nobody counts as an admin' };
    expect(stage.problems()).toMatchObject([
      { level: 'warn', fields: { without } },
      { level: 'warn', fields: { reason } },
    ]);
  });
});

describe('an admin', () => {
  async function openAdmins(now: () => number = () => 0) {
    await open({ usersRead: true }, {});
    const ada = stage.slack.person('ada', { admin: true }).id;
    const { botToken, apiUrl } = stage.slack;
    const manages = createAdmins({ access: { tokens: oneToken(botToken), apiUrl }, log: createLog(), now });
    return { ada, isAdmin: (user: string) => manages(stage.slack.team.id, user) };
  }

  it('is asked about again after five minutes', async () => {
    let now = 0;
    const { ada, isAdmin } = await openAdmins(() => now);
    await isAdmin(ada);
    now = 5 * 60 * 1000 - 1;
    await isAdmin(ada);
    expect(stage.calls('users.info')).toHaveLength(1);
    now += 1;
    await isAdmin(ada);
    expect(stage.calls('users.info')).toHaveLength(2);
  });

  it('is one as soon as Slack says so again', async () => {
    const { ada, isAdmin } = await openAdmins();
    stage.slack.faults.next('users.info', { kind: 'status', status: 500 });
    expect(await isAdmin(ada)).toBe(false);
    expect(await isAdmin(ada)).toBe(true);
  });
});
