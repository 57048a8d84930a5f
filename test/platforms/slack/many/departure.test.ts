// Teapot is removed from one of two workspaces: its token goes at once, whatever order Slack tells of it in, however often
// and late; and whoever has installed it again in the meantime keeps it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { show } from '../../../../src/playground/slack/message.ts';
import type { SimulatedWorkspace, Telling } from '../../../../src/playground/slack/tenant.ts';
import { engines } from '../../../store/engines.ts';
import { schedule } from '../../../store/sample.ts';
import { card } from '../stage.ts';
import { createStreet, type Street } from './street.ts';

const START = Date.parse('2026-11-25T09:00:00Z');
const HOUR = 60 * 60_000;
const ways = engines.flatMap((engine) => (['http', 'socket'] as const).map((transport) => ({ engine, transport })));

describe.each(ways)('over $transport, on $engine.engine', ({ engine, transport }) => {
  let street: Street;
  let here: SimulatedWorkspace;
  let there: SimulatedWorkspace;
  let now: number;

  beforeEach(async () => {
    now = START;
    street = await createStreet({ engine, transport, now: () => now });
    ({ here, there } = street);
    for (const town of [here, there]) {
      await street.install(town);
      await street.store.schedules.set(schedule(street.place(town)));
    }
    now += HOUR;
  });
  afterEach(async () => {
    await street.stop();
    const log = JSON.stringify(street.log.lines);
    expect(log).not.toMatch(/xox[a-z]-/);
  });

  /** What has been noted; events are worked on after they are acknowledged. */
  const tokens = async () =>
    (await street.vault.teams()).map((team) => (team === here.team.id ? 'here' : 'there')).sort();
  const gone = (town: SimulatedWorkspace) =>
    expect.poll(
      async () => (await street.store.upkeep.teams('slack')).find(({ team }) => team === town.team.id)?.removed,
    );
  const runs = async (town: SimulatedWorkspace) => (await street.store.schedules.get(street.place(town)))?.enabled;
  /** Everything sent before has been worked on. */
  async function settle(): Promise<void> {
    const replied = there.next(({ route }) => route === 'chat.postMessage');
    await there.person('eve').write('@Teapot 404');
    await replied;
  }

  const orders: readonly [string, (events: { uninstalled: Telling; revoked: Telling }) => Telling[]][] = [
    ['first that it is uninstalled', ({ uninstalled, revoked }) => [uninstalled, revoked]],
    ['first that tokens are revoked', ({ uninstalled, revoked }) => [revoked, uninstalled]],
    ['only that it is uninstalled', ({ uninstalled }) => [uninstalled]],
    ['only that tokens are revoked', ({ revoked }) => [revoked]],
    ['each of them twice', ({ uninstalled, revoked }) => [revoked, uninstalled, uninstalled, revoked]],
  ];
  it.each(orders)('told %s, it forgets the token and stops there, and there alone', async (_, order) => {
    for (const tell of order(here.removeApp())) await tell();
    await gone(here).toBe(true);
    await expect.poll(tokens).toEqual(['there']);
    expect([await runs(here), await runs(there)]).toEqual([false, true]);
    await settle();
    expect(await street.ask(there, 'eve', '404')).toContain('Not Found');
  });

  it('told all of it at once, as well', async () => {
    const { uninstalled, revoked } = here.removeApp();
    await Promise.all([uninstalled(), revoked(), uninstalled(), revoked()]);
    await gone(here).toBe(true);
    await expect.poll(tokens).toEqual(['there']);
  });

  it('is not told of user tokens', async () => {
    await here.emit({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
    await here.emit({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await settle();
    expect(await tokens()).toEqual(['here', 'there']);
  });

  it('told of a removal right after the installation, it asks Slack whether that is the one', async () => {
    now += 1000;
    await street.install(here);
    now += 5000;
    for (const tell of Object.values(here.removeApp())) await tell();
    await gone(here).toBe(true);
    await expect.poll(tokens).toEqual(['there']);
  });

  it('keeps the token where Slack does not say, and finds it dead later', async () => {
    await street.install(here);
    street.slack.faults.next('auth.test', { kind: 'status', status: 503 });
    await here.removeApp().uninstalled();
    await settle();
    expect(await tokens()).toEqual(['here', 'there']);
    await street.platform.whereabouts?.([]);
    expect(await tokens()).toEqual(['there']);
  });

  const lates: readonly [string, number, number][] = [
    ['an hour later', HOUR, HOUR],
    ['in the same second', 0, 0],
    ['by a Slack whose clocks differ by some seconds', 2_000, -10_000],
  ];
  it.each(lates)(
    'an old event that comes after a new installation, told %s, takes nothing away',
    async (_, wait, skew) => {
      const { uninstalled, revoked } = here.removeApp(skew < 0 ? now - skew : now);
      now += wait;
      await street.install(here);
      const token = here.token();
      await uninstalled();
      await revoked();
      await settle();
      expect(await tokens()).toEqual(['here', 'there']);
      expect((await street.vault.find(here.team.id))?.token).toBe(token);
      const replied = here.next(({ route }) => route === 'chat.postMessage');
      await here.person('bob').write('@Teapot 418');
      expect(show(await replied).text).toContain('418');
    },
  );

  it('is purged only after it was not installed again', async () => {
    for (const tell of Object.values(here.removeApp())) await tell();
    await gone(here).toBe(true);
    now += HOUR;
    await street.install(here);
    await gone(here).toBe(false);
    await street.store.upkeep.purge(now + HOUR);
    expect(await street.store.schedules.get(street.place(here))).not.toBeNull();
    expect(await tokens()).toEqual(['here', 'there']);
  });

  it('a removal and an installation at the same moment leave what is there now', async () => {
    const { uninstalled, revoked } = here.removeApp();
    await Promise.all([street.install(here), uninstalled(), revoked()]);
    await settle();
    await expect.poll(tokens).toEqual(['here', 'there']);
    await gone(here).toBe(false);
    expect((await street.vault.find(here.team.id))?.token).toBe(here.token());
  });

  it('finds out by itself what it was not told', async () => {
    here.removeApp();
    const teams = [here.team.id, there.team.id, 'T9'];
    const told = new Map((await street.platform.whereabouts?.(teams))?.map(({ team, member }) => [team, member]));
    expect(told).toEqual(
      new Map([
        [here.team.id, false],
        [there.team.id, true],
      ]),
    );
    expect(await tokens()).toEqual(['there']);
  });

  it('says nothing of where it is while Slack has trouble', async () => {
    const status = { kind: 'status', status: 503 } as const;
    street.slack.faults.next('auth.test', status, status);
    expect(await street.platform.whereabouts?.([here.team.id])).toEqual([]);
    expect(await tokens()).toEqual(['here', 'there']);
  });

  it('posts with the token that another replica was given in the meantime', async () => {
    // The first one remembers the token of before.
    await street.platform.post(street.place(here), card, 'before');
    here.removeApp();
    now += 1000;
    const other = await street.startReplica();
    await street.install(here, street.openBrowser(other.port));
    await street.platform.post(street.place(here), { ...card, title: 'With the new one' }, 'after');
    expect(
      here
        .history()
        .map((message) => show(message).text)
        .join(),
    ).toContain('With the new one');
  });

  it('a post to where it was removed, or never was, is a failure that somebody there can mend', async () => {
    for (const tell of Object.values(here.removeApp())) await tell();
    await expect.poll(tokens).toEqual(['there']);
    const calls = street.slack.calls().length;
    for (const team of [here.team.id, 'T9'])
      await expect(street.platform.post({ platform: 'slack', team, channel: 'C1' }, card, 'k')).rejects.toMatchObject({
        name: 'PostFailure',
        failure: 'repairable',
        message: 'Teapot is not installed in this workspace',
      });
    expect(street.slack.calls().length).toBe(calls);
  });

  it('a post whose token was revoked a moment ago is one to a place that is gone', async () => {
    here.removeApp();
    await expect(street.platform.post(street.place(here), card, 'k')).rejects.toMatchObject({ failure: 'gone' });
  });
});

const [engine] = engines;
if (engine === undefined) throw new Error('no engine');

describe('a workspace whose token is not there', () => {
  it.each(['http', 'socket'] as const)(
    'is told over %s how to mend it, and nothing else happens',
    async (transport) => {
      const asked: unknown[] = [];
      const street = await createStreet({
        engine,
        transport,
        bot: (bot) => ({
          ...bot,
          ask: (ask) => {
            asked.push(ask);
            return bot.ask(ask);
          },
        }),
      });
      const { here, there } = street;
      await street.install(there);
      const found = (await street.command(here, 'bob', '404')) ?? expect.unreachable();
      expect([show(found).text, show(found).private]).toEqual([
        expect.stringContaining('has to be installed again'),
        true,
      ]);
      expect(JSON.stringify(found.raw)).toContain('https://teapot.example/slack/install');
      const told = here.next(({ route }) => route === 'response_url');
      await here.person('bob').forge(found, { actionId: 'ask:0', value: '404' });
      expect(show(await told).text).toContain('has to be installed again');
      await here.person('bob').write('@Teapot 404');
      await here.person('bob').writeDirectly('404');
      // It is taken as soon as it is there.
      expect(asked).toEqual([]);
      await street.install(here);
      expect(await street.ask(here, 'bob', '404')).toContain('Not Found');
      const problems = street.problems();
      expect(new Set(problems.map(({ message }) => message))).toEqual(
        new Set(['slack: heard from a workspace in which Teapot is not installed']),
      );
      await street.stop();
    },
  );

  it('whose database does not answer is still answered from memory', async () => {
    const street = await createStreet({ engine, transport: 'http' });
    await street.install(street.here);
    await street.store.close();
    expect(await street.ask(street.there, 'bob', '404')).toContain('Not Found');
    await expect(street.platform.post(street.place(street.there), card, 'k')).rejects.toMatchObject({
      failure: 'unsent',
    });
    expect(street.problems().map(({ message }) => message)).toContain('slack: cannot tell whether it is installed');
    await street.stop();
  });
});
