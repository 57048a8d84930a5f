// How a whole process ends, and what it survives: what was begun is finished, what goes wrong is one line.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'vitest';
import { show } from '../../src/playground/slack/message.ts';
import { type SimulatedSlack, startSlack } from '../../src/playground/slack/slack.ts';
import { type AtEnd, type Life, live } from './life.ts';

/** A process on a simulated Slack, ready. */
async function connected(atEnd: AtEnd): Promise<{ readonly slack: SimulatedSlack; readonly life: Life }> {
  // However busy the machine is: what becomes of things matters here, not how soon.
  const slack = await startSlack({ patienceMs: 30_000 });
  atEnd(slack.stop);
  const variables = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
  const life = live(variables, atEnd);
  await life.line('slack: ready');
  return { slack, life };
}

interface Row {
  readonly status: string;
  readonly lease_owner: string | null;
  readonly first_tried_at: number | null;
}

/** What the outbox says of a channel's quizzes, newest last. */
function rowsIn({ folder }: Life, channel: string): readonly Row[] {
  const database = new DatabaseSync(join(folder, 'data', 'teapot.db'), { readOnly: true });
  try {
    const sql = `select status, lease_owner, first_tried_at from delivery where channel = ? and kind = 'quiz' order by id`;
    return database.prepare(sql).all(channel) as unknown as Row[];
  } finally {
    database.close();
  }
}

describe.concurrent('a process that is asked to end', () => {
  it('answers the command, counts the click and writes down the post that are under way, and ends with 0', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, life } = await connected(onTestFinished);
    const [ann, elsewhere] = [slack.person('ann'), slack.channel('elsewhere')];
    const posted = slack.next((message) => show(message).text.includes('A question for in between'));
    await ann.command('/http', 'quiz now');
    const question = await posted;

    slack.faults.next('chat.postMessage', { kind: 'late' });
    await ann.command('/http', 'quiz now', { channel: 'elsewhere' });
    await expect
      .poll(() => rowsIn(life, elsewhere.id))
      .toMatchObject([{ status: 'sending', first_tried_at: expect.any(Number) }]);
    slack.faults.next('response_url', { kind: 'late' });
    const locked = slack.next(({ only }) => only === ann.id);
    await ann.press(question, show(question).buttons[1]?.label ?? '');
    // It tells the channel first, which hears of it late.
    slack.faults.next('chat.postMessage', { kind: 'late' });
    const set = ann.command('/http', 'quiz schedule 09:30 Europe/Berlin weekdays');
    await expect.poll(() => slack.faults.held()).toBe(3);

    life.child.kill('SIGTERM');
    await life.line('stopping');
    expect(await life.troubles()).toMatchObject({ process: 'stopping' });
    slack.faults.release();
    expect(JSON.stringify(await set)).toContain('09:30');
    expect(show(await locked).text).toContain('Locked in');
    expect(await life.ended()).toMatchObject({ code: 0 });
    expect(life.problems()).toEqual([]);
    expect(rowsIn(life, elsewhere.id)).toMatchObject([{ status: 'sent', lease_owner: null }]);
  });

  it('ends at once when it is asked a second time', async ({ expect, onTestFinished }) => {
    const { slack, life } = await connected(onTestFinished);
    slack.faults.next('chat.postMessage', { kind: 'hang' });
    await slack.person('ann').command('/http', 'quiz now');
    await expect.poll(() => slack.faults.held()).toBe(1);
    life.child.kill('SIGTERM');
    await life.line('stopping');
    life.child.kill('SIGTERM');
    // 128 and the number of the signal, as of a process that died of it.
    const { code, after } = await life.ended();
    expect(code).toBe(143);
    expect(after).toBeLessThan(1_000);
  });
});

describe.concurrent('a process in which something goes wrong', () => {
  it('ends with 1 and one line after an error that nobody caught, which says where, and nothing of what was typed', async ({
    expect,
    onTestFinished,
  }) => {
    const { life } = await connected(onTestFinished);
    life.order({ do: 'reject' });
    expect(await life.ended()).toMatchObject({ code: 1 });
    expect(life.problems()).toMatchObject([
      {
        level: 'error',
        msg: 'stopping after an error that nobody caught',
        failure: 'Error',
        at: expect.arrayContaining([expect.stringContaining('inside.ts')]),
      },
    ]);
    expect(JSON.stringify(life.problems())).not.toContain('hush');
  });

  it('does not say that it lives while it stands still, says afterwards that it did, and goes on; and ends once nobody reads its log', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, life } = await connected(onTestFinished);
    expect(await life.get('/livez')).toMatchObject({ status: 200 });
    life.order({ do: 'block', ms: 3_200 });
    expect(await life.get('/livez', 1_000)).toMatchObject({ status: 0 });
    await life.line('the process stood still');
    expect(await life.get('/livez')).toMatchObject({ status: 200 });
    expect(JSON.stringify(await slack.person('ann').command('/http', '404'))).toContain('404 Not Found');

    life.child.stdout?.destroy();
    slack.dropConnections();
    const { code, after } = await life.ended();
    expect(code).toBe(1);
    expect(after).toBeLessThan(5_000);
  });

  it('ends with 1 and one line when Slack takes its token no longer, and its supervisor can start it again', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, life } = await connected(onTestFinished);
    const { uninstalled } = slack.removeApp();
    await uninstalled();
    expect(await life.ended()).toMatchObject({ code: 1 });
    expect(life.problems()).toMatchObject([
      { level: 'error', msg: 'slack: turned away', reason: expect.stringContaining('install the app again') },
    ]);
  });
});
