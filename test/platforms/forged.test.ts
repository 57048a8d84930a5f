// A button, a form and a line typed by hand are the same to Teapot: whoever forges one can ask what they may ask, and no
// more. The real Bolt and the real discord.js, the real bot and a real store; only the platforms are simulated.
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/bot.ts';
import type { Cooldown } from '../../src/cooldown/cooldown.ts';
import { createDiscord } from '../../src/platforms/discord/discord.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { look, startDiscord } from '../../src/playground/discord/discord.ts';
import type { Post } from '../../src/playground/discord/world.ts';
import { type Message, show } from '../../src/playground/slack/message.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';
import type { Ask, Bot, Broadcaster, Log, Place } from '../../src/port.ts';
import { prepareSituations } from '../../src/query/situations.ts';
import { ask as pose } from '../../src/quiz/asked.ts';
import { itemById } from '../../src/quiz/questions/index.ts';
import { newId } from '../../src/store/id.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { CONFLICT } from '../commands/quiz-room.ts';
import { engines } from '../store/engines.ts';

const log: Log = {
  info: () => undefined,
  warn: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
  error: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
};

/** Mallory asks a lot here. */
const unhurried: Cooldown = { hold: () => null, completes: () => true };

/** A form that nobody has opened. */
interface Forged {
  readonly template: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Mallory’s ways to ask, in a channel in which she may change nothing. Each tells what she reads. */
interface Town {
  readonly platform: Broadcaster;
  readonly place: Place;
  readonly mallory: string;
  type(line: string): Promise<string>;
  click(line: string): Promise<string>;
  submit(form: Forged): Promise<string>;
  stop(): Promise<void>;
}

async function slackTown(): Promise<Town> {
  const slack = await startSlack({ usersRead: true });
  const { botToken, appToken, apiUrl } = slack;
  const platform = createSlack({ botToken, appToken, apiUrl, commands: ['/http'], log, quizAdmins: 'admins' });
  const mallory = slack.person('mallory');
  const privately = async (act: (card: Message) => Promise<unknown>) => {
    const card = (await mallory.command('/http', '404')) ?? expect.unreachable('no answer');
    const told = slack.next(({ only }) => only === mallory.id);
    const left = await act(card);
    return left === null || left === undefined ? show(await told).text : JSON.stringify(left);
  };
  return {
    platform,
    place: { platform: 'slack', team: slack.team.id, channel: slack.channel('general').id },
    mallory: mallory.id,
    type: async (line) => show((await mallory.command('/http', line)) ?? expect.unreachable('no answer')).text,
    click: (line) => privately((card) => mallory.forge(card, { actionId: 'choice:0', value: line })),
    submit: async ({ template, values }) =>
      await privately(async (card) => {
        const fields = Object.keys(values).map((name) => ({ name, label: name }));
        const form = { title: 'Forged', template: 'quiz help', fields };
        const opened = slack.nextModal();
        await mallory.forge(card, { actionId: 'form:0', value: JSON.stringify({ line: 'quiz help', form }) });
        const modal = await opened;
        const carried = { ...JSON.parse(String(modal.view['private_metadata'])), template };
        const view = { ...modal.view, private_metadata: JSON.stringify(carried) };
        return mallory.submit({ ...modal, view }, values);
      }),
    stop: () => slack.stop(),
  };
}

async function discordTown(): Promise<Town> {
  const discord = await startDiscord();
  const platform = createDiscord({ token: discord.token, apiUrl: discord.apiUrl, log });
  const mallory = discord.person('mallory', { manages: false });
  const card = () => mallory.command('status', { query: '404' });
  const read = (post: Post | null) => look(post ?? expect.unreachable('no answer')).text;
  return {
    platform,
    place: { platform: 'discord', team: discord.channels.general.server, channel: discord.channels.general.id },
    mallory: mallory.id,
    type: async (line) => read(await mallory.command('status', { query: line })),
    click: async (line) => read(await mallory.forge(await card(), line)),
    submit: async ({ template, values }) => read(await mallory.forgeForm(await card(), template, values)),
    stop: () => discord.stop(),
  };
}

const towns: readonly [string, () => Promise<Town>][] = [
  ['Slack', slackTown],
  ['Discord', discordTown],
];

/** @param bot another than the real one */
async function openTown(create: () => Promise<Town>, bot?: Bot) {
  const town = await create();
  const database = await (engines.find(({ engine }) => engine === 'sqlite') ?? expect.unreachable()).create();
  const store = await openStore(database.url);
  await town.platform.start(bot ?? createBot({ log, store, announce: async () => 'posted', cooldown: unhurried }));
  onTestFinished(async () => {
    await town.platform.stop();
    await store.close();
    await town.stop();
    await database.drop();
  });
  /** Every row of every table. */
  const remembered = () => {
    const file = new DatabaseSync(database.url.replace('sqlite:', ''), { readOnly: true });
    const tables = file.prepare(`select name from sqlite_schema where type = 'table'`).all();
    const rows = tables.map(({ name }) => [name, file.prepare(`select * from "${name}"`).all()]);
    file.close();
    return JSON.stringify(rows);
  };
  return { ...town, store, remembered };
}

/** A question, as it stands in the store. */
async function question(store: Store, place: Place, state: 'open' | 'closed' | 'waiting' = 'open'): Promise<string> {
  const now = Date.now();
  const id = newId(now);
  const date = '2026-11-25';
  await store.deliveries.insert({ id, place, date, slot: `${date} ${id}`, kind: 'quiz', notBefore: now });
  if (state === 'waiting') return id;
  const owner = newId();
  await store.deliveries.claim({ owner, now, leaseMs: 60_000, limit: 10 });
  const asked = pose(itemById(CONFLICT) ?? expect.unreachable(), id);
  await store.deliveries.begin(id, owner, { item: CONFLICT, payload: asked }, now);
  await store.deliveries.markSent(id, owner, `message of ${id}`, now);
  if (state === 'closed') await store.deliveries.close(id, now);
  return id;
}

/** Every kind of line that changes something for others. */
const changes: readonly string[] = [
  'quiz schedule 09:30 Europe/Berlin',
  'quiz skip 2027-01-04..2027-01-08',
  'quiz on',
  'quiz off',
  'quiz level vendors',
  'quiz digest on',
  'quiz preview',
  'quiz void',
  'QUIZ  OFF',
  'rule 404 "Look in the wiki"',
  'rule remove 404',
  'rule add 404 as 0 "Look in the wiki"',
  'rule import rules: []',
  'stack nginx',
  'passive on',
];

const REFUSED = /That is for others to decide/;

// Otherwise the first sentence takes as long as Slack waits.
beforeAll(() => prepareSituations());

describe.each(towns)('on %s, whoever may change nothing', (_name, create) => {
  it('is refused, whether they type a line or forge a button or a form, and nothing is written', async () => {
    const { type, click, submit, remembered } = await openTown(create);
    const before = remembered();
    for (const line of changes) {
      expect(await type(line), line).toMatch(REFUSED);
      expect(await click(line), line).toMatch(REFUSED);
      expect(await submit({ template: line, values: { x: 'y' } }), line).toMatch(REFUSED);
    }
    expect(remembered()).toBe(before);
  });

  it('is refused a line that a forged form puts together', async () => {
    const { submit, remembered } = await openTown(create);
    const before = remembered();
    for (const form of [
      { template: '{a} {b}', values: { a: 'quiz', b: 'off' } },
      { template: 'quiz {deed}', values: { deed: 'schedule 09:30 UTC' } },
      { template: 'q{rest}', values: { rest: 'uiz off' } },
    ])
      expect(await submit(form), form.template).toMatch(REFUSED);
    expect(remembered()).toBe(before);
  });

  it.each<[string, (store: Store, place: Place) => Promise<string>]>([
    ['a question of another channel', (store, place) => question(store, { ...place, channel: 'C0THER' })],
    ['a question of another workspace or server', (store, place) => question(store, { ...place, team: 'T0THER' })],
    [
      'a question of another platform',
      (store, place) => question(store, { ...place, platform: place.platform === 'slack' ? 'discord' : 'slack' }),
    ],
    ['a question that has not been asked yet', (store, place) => question(store, place, 'waiting')],
    ['a question that nobody asked', async () => '0'.repeat(26)],
    ['what is no id', async () => `' or 1=1 --`],
    ['digits of another script', async () => '٠'.repeat(26)],
    ['a longer id', async () => '0'.repeat(60)],
  ])('has no answer taken to %s', async (_what, pose) => {
    const { store, place, type, click, submit, remembered } = await openTown(create);
    const id = await pose(store, place);
    const before = remembered();
    for (const ask of [type, click]) expect(await ask(`quiz answer ${id} 0`)).toContain('I know no such question here');
    const form = { template: 'quiz answer {id} {option}', values: { id, option: '0' } };
    expect(await submit(form)).toContain('I know no such question here');
    expect(remembered()).toBe(before);
  });

  it.each(['3', '9', '10', '-1', '0x0', '', '1 1', '٠', '1e0'])(
    'has no answer taken that is none: “%s”',
    async (option) => {
      const { store, place, click, remembered } = await openTown(create);
      const id = await question(store, place);
      const before = remembered();
      expect(await click(`quiz answer ${id} ${option}`)).toContain('I know no such question here');
      expect(remembered()).toBe(before);
    },
  );

  it('has no answer taken to a question that is closed', async () => {
    const { store, place, click, remembered } = await openTown(create);
    const id = await question(store, place, 'closed');
    const before = remembered();
    expect(await click(`quiz answer ${id} 0`)).toContain('is closed');
    expect(remembered()).toBe(before);
  });

  it('answers for themselves alone, and once', async () => {
    const { store, place, mallory, click, type, submit, remembered } = await openTown(create);
    const id = await question(store, place);
    expect(await click(`quiz answer ${id} 0`)).toContain('Locked in');
    const before = remembered();
    expect(before).toContain(mallory);
    expect(await type(`quiz answer ${id} 1`)).toContain('You have answered already');
    const form = { template: `quiz answer ${id} {option}`, values: { option: '2' } };
    expect(await submit(form)).toContain('You have answered already');
    expect(remembered()).toBe(before);
  });

  it('asks under their own name, from where they are, whatever a form or a button says', async () => {
    const asked: Ask[] = [];
    const real = createBot({ log, cooldown: unhurried });
    const { place, mallory, type, click, submit } = await openTown(create, {
      ...real,
      ask: async (ask) => {
        asked.push(ask);
        return await real.ask(ask);
      },
    });
    const line = 'status of user U0ADMIN in C0THER as admin 404';
    await type(line);
    await click(line);
    await submit({
      template: 'status of user {user} in {channel} as admin 404',
      values: { user: 'U0ADMIN', channel: 'C0THER' },
    });
    const same = asked.filter((ask) => ask.kind === 'line' && ask.line === line);
    expect(same).toHaveLength(3);
    for (const { by } of same) {
      expect(by).toMatchObject({ ...place, user: mallory });
      expect(await by.manages()).toBe(false);
    }
  });

  it.each<[string, Forged]>([
    ['names a blank in a blank', { template: '{a}', values: { a: '{b}', b: 'quiz off' } }],
    ['is nothing but blanks', { template: '{a}{a}{a}', values: { a: ' ' } }],
    ['names what every object has', { template: '{__proto__}{constructor}404', values: { toString: 'x' } }],
    ['is longer than anybody types', { template: '404', values: { x: '9'.repeat(3_000) } }],
  ])('gets an ordinary answer to a form that %s', async (_what, form) => {
    const { submit, remembered } = await openTown(create);
    const before = remembered();
    expect(await submit(form)).not.toMatch(/Sorry|is set|switched/);
    expect(remembered()).toBe(before);
  });
});
