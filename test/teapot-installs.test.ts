// Teapot as the process puts it together, for any workspace: added to two, asked for a quiz in both, started again with other
// keys. Only Slack is simulated.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Config, type Environment, readConfig } from '../src/config.ts';
import { createWebServer } from '../src/ops/server.ts';
import { validateCommands } from '../src/platforms/slack/commands.ts';
import { show } from '../src/playground/slack/message.ts';
import { startSlack } from '../src/playground/slack/slack.ts';
import type { SimulatedWorkspace } from '../src/playground/slack/tenant.ts';
import { newSealKey } from '../src/store/seal.ts';
import { createTeapot } from '../src/teapot.ts';
import { createLog } from './platforms/slack/stage.ts';

const COOKIE = /^[^;]*/;

function configured(environment: Environment): Config {
  const read = readConfig(environment, validateCommands);
  return read.ok ? read.value : expect.unreachable(read.problems.join('\n'));
}

describe('a Teapot that any workspace can install', () => {
  it('serves two, each with its own token, also after a restart and with keys that change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teapot-installs-'));
    const slack = await startSlack({ retriesMs: [], patienceMs: 20_000 });
    const there = slack.another();
    onTestFinished(async () => {
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const keys = ['k1', 'k2'].map((id) => `${id}:${newSealKey().key}`);
    const environment = (encryption: readonly string[]) => ({
      SLACK_CLIENT_ID: slack.installs.clientId,
      SLACK_CLIENT_SECRET: slack.installs.clientSecret,
      SLACK_STATE_SECRET: 'a secret of thirty-two characters',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PUBLIC_URL: 'http://127.0.0.1:3000',
      ENCRYPTION_KEYS: encryption.join(','),
      DATABASE_URL: `sqlite:${join(folder, 'teapot.db')}`,
    });

    async function start(encryption: readonly string[]) {
      const log = createLog();
      const server = createWebServer({ port: 0, host: '127.0.0.1', log });
      const teapot = createTeapot(configured(environment(encryption)), {
        log,
        onFatal: () => expect.unreachable(),
        serve: server.serve,
        // Nobody describes a case in words here.
        prepare: async () => {},
      });
      expect(await teapot.start()).toBe(true);
      const address = `http://127.0.0.1:${await server.open()}`;
      slack.deliverTo(`${address}/slack/events`);
      return {
        log,
        address,
        stop: async () => {
          await teapot.stop();
          await server.close();
        },
      };
    }

    async function install(where: SimulatedWorkspace, address: string): Promise<void> {
      const begun = await fetch(`${address}/slack/install`, { redirect: 'manual' });
      const cookie = COOKIE.exec(begun.headers.get('set-cookie') ?? '')?.[0] ?? '';
      const back = slack.installs.allow(begun.headers.get('location') ?? '', where, where.person('ada').id);
      const { pathname, search } = new URL(back);
      const ended = await fetch(address + pathname + search, { headers: { cookie } });
      expect(await ended.text()).toContain('Teapot is in your workspace');
    }

    async function postNow(where: SimulatedWorkspace): Promise<string> {
      const posted = where.next(({ route, thread }) => route === 'chat.postMessage' && thread === null);
      await where.person('ada').command('/http', 'quiz now');
      return show(await posted)
        .buttons.map(({ label }) => label)
        .join();
    }

    const first = await start([keys[0] ?? '']);
    for (const town of [slack, there]) {
      await install(town, first.address);
      expect(await postNow(town)).toContain('A');
    }
    await first.stop();

    const second = await start([keys[1] ?? '', keys[0] ?? '']);
    const answer = await there.person('bob').command('/http', '404');
    expect(answer === null ? '' : show(answer).text).toContain('Not Found');
    expect(second.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    await second.stop();

    // Without the key: said at once, what needs no token is answered, and nothing is taken for removed.
    const third = await start([keys[1] ?? '']);
    expect(third.log.lines).toContainEqual({
      level: 'error',
      message: 'slack: some tokens cannot be opened',
      fields: { tokens: 2, reason: expect.stringContaining('The key "k1" is not in ENCRYPTION_KEYS') },
    });
    const still = await there.person('bob').command('/http', '418');
    expect(still === null ? '' : show(still).text).toContain('a Teapot');
    await third.stop();
    const fourth = await start([keys[0] ?? '']);
    for (const town of [slack, there]) {
      const replied = town.next(({ route }) => route === 'chat.postMessage');
      await town.person('bob').write('@Teapot 418');
      expect(show(await replied).text).toContain('418');
    }
    await fourth.stop();
    for (const { log } of [first, second, third, fourth]) expect(JSON.stringify(log.lines)).not.toMatch(/xox[a-z]-/);
  });
});
