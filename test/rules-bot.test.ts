// House rules from the command to the answer: the real bot and adapters over a real store, on a Slack and a Discord of this
// machine. Set in a line, shown on the code, edited with the form, exported, imported, and forged by somebody who may not.
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../src/bot.ts';
import { createDiscord } from '../src/platforms/discord/discord.ts';
import { createSlack } from '../src/platforms/slack/slack.ts';
import { look, startDiscord } from '../src/playground/discord/discord.ts';
import { type Message, show } from '../src/playground/slack/message.ts';
import { showModal } from '../src/playground/slack/modals.ts';
import { startSlack } from '../src/playground/slack/slack.ts';
import type { Broadcaster, Log } from '../src/port.ts';
import type { Team } from '../src/store/house-records.ts';
import { openStore } from '../src/store/open.ts';
import { engines } from './store/engines.ts';

const log: Log = {
  info: () => undefined,
  warn: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
  error: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
};

const LINE = 'rule 422 "validation errors; see <b>ADR-12</b> @everyone" https://wiki.example/adr-12';
const YAML =
  'rules:\n  409:\n    text: for lost updates\ncodes:\n  E1042:\n    name: Card declined\n    meaning: The bank refused.\n    status: 402\n';

/** A workspace or server with ann, who may, and eve, who may not. */
interface Town {
  readonly platform: Broadcaster;
  readonly team: Team;
  /** What somebody reads who asks for this. */
  ask(who: string, line: string): Promise<string>;
  /** Asks, presses the button, fills the form; what is not named stays. The next thing that they read. */
  fill(who: string, line: string, button: string, values: Readonly<Record<string, string>>): Promise<string>;
  /** A form with something wrong in it: what stands at the field, or in place of it. */
  fillWrong(who: string, line: string, button: string, values: Readonly<Record<string, string>>): Promise<string>;
  /** Presses a button that carries another line than the bot has put there. */
  forge(who: string, line: string): Promise<string>;
  /** What everybody in the channel reads. */
  posts(): readonly string[];
  /** All that was ever sent, as it was sent. */
  sent(): string;
  stop(): Promise<void>;
}

async function slackTown(): Promise<Town> {
  // How busy this machine is, is not what is tried here.
  const slack = await startSlack({ usersRead: true, patienceMs: 15_000 });
  const { botToken, appToken, apiUrl } = slack;
  const platform = createSlack({ botToken, appToken, apiUrl, commands: ['/http'], quizAdmins: 'admins', log });
  slack.person('ann', { admin: true });
  const privately = async (who: string, act: () => Promise<unknown>) => {
    const { id } = slack.person(who);
    const told = slack.next(({ only }) => only === id);
    await act();
    return show(await told).text;
  };
  const command = async (who: string, line: string): Promise<Message> =>
    (await slack.person(who).command('/http', line)) ?? expect.unreachable('no answer');
  const open = async (who: string, line: string, button: string) => {
    const message = await command(who, line);
    const modal = slack.nextModal();
    await slack.person(who).press(message, button);
    return modal;
  };
  return {
    platform,
    team: { platform: 'slack', team: slack.team.id },
    ask: async (who, line) => show(await command(who, line)).text,
    fill: async (who, line, button, values) => {
      const modal = await open(who, line, button);
      return privately(who, () => slack.person(who).submit(modal, values));
    },
    fillWrong: async (who, line, button, values) => {
      const left = await slack.person(who).submit(await open(who, line, button), values);
      return left === null ? expect.unreachable('the form closed') : (showModal(left).fields[0]?.error ?? '');
    },
    forge: async (who, line) => {
      const message = await command(who, '404');
      return privately(who, () => slack.person(who).forge(message, { actionId: 'ask:0', value: line }));
    },
    posts: () =>
      slack
        .history()
        .filter(({ route }) => route === 'chat.postMessage')
        .map((message) => show(message).text),
    sent: () => JSON.stringify(slack.history().map(({ raw }) => raw)),
    stop: () => slack.stop(),
  };
}

async function discordTown(): Promise<Town> {
  const discord = await startDiscord();
  const platform = createDiscord({ token: discord.token, apiUrl: discord.apiUrl, log });
  const people = new Map(
    ['ann', 'eve', 'bob'].map((name) => [name, discord.person(name, { manages: name === 'ann' })]),
  );
  const person = (name: string) => people.get(name) ?? expect.unreachable();
  const labels: Readonly<Record<string, string>> = {
    'What is the rule?': 'text',
    'A link to more': 'link',
    'Rules and own codes, as YAML': 'yaml',
  };
  const submit: Town['fill'] = async (who, line, button, values) => {
    const form = await person(who).open(await person(who).command('status', { query: line }), button);
    const named = Object.fromEntries(Object.entries(values).map(([label, value]) => [labels[label] ?? label, value]));
    return look((await form.submit(named)) ?? expect.unreachable()).text;
  };
  return {
    platform,
    team: { platform: 'discord', team: discord.channels.general.server },
    ask: async (who, line) => look(await person(who).command('status', { query: line })).text,
    fill: submit,
    fillWrong: submit,
    forge: async (who, line) => {
      const post = await person(who).command('status', { query: '404' });
      return look((await person(who).forge(post, line)) ?? expect.unreachable()).text;
    },
    posts: () => discord.posts.filter(({ seenBy }) => seenBy === null).map((post) => look(post).text),
    sent: () => JSON.stringify(discord.posts.map(({ body }) => body)),
    stop: () => discord.stop(),
  };
}

async function openTown(create: () => Promise<Town>) {
  const town = await create();
  const database = await (engines.find(({ engine }) => engine === 'sqlite') ?? expect.unreachable()).create();
  const store = await openStore(database.url);
  const { platform } = town;
  const bot = createBot({
    log,
    store,
    announce: async (place, answer) => {
      await platform.post(place, answer, 'announcement');
      return 'posted';
    },
  });
  await platform.start(bot);
  onTestFinished(async () => {
    await platform.stop();
    await store.close();
    await town.stop();
    await database.drop();
  });
  return { ...town, house: store.house };
}

const towns: readonly [string, () => Promise<Town>][] = [
  ['Slack', slackTown],
  ['Discord', discordTown],
];

describe.each(towns)('house rules on %s', (name, create) => {
  it('are set, shown, edited, moved, and forged by nobody', async () => {
    const { ask, fill, fillWrong, forge, posts, sent, team, house } = await openTown(create);
    expect(await ask('ann', LINE)).toContain('The rule is kept');
    expect(posts().join('\n')).toContain('validation errors; see');
    const shown = await ask('bob', '422');
    expect(shown).toContain('House rule for 422:');
    // As it was typed: no markup, and nobody is called.
    expect(shown).toContain('<b>ADR-12</b>');
    expect(sent()).not.toMatch(/<!everyone>|<b>ADR-12<\/b>[^"]*","type":"mrkdwn"/);
    expect(await ask('bob', 'retry 422 POST')).toContain('House rule for 422:');

    expect(await fill('ann', 'rule 422', 'Edit', { 'What is the rule?': 'only for "forms"' })).toContain(
      'The rule is changed',
    );
    expect(await house.rules(team)).toMatchObject([
      { code: 422, text: 'only for "forms"', link: 'https://wiki.example/adr-12' },
    ]);

    expect(await fill('ann', 'rule import', 'Import', { 'Rules and own codes, as YAML': YAML })).toContain(
      'Imported: 1 house rule and 1 code',
    );
    expect(await ask('bob', 'what is E1042')).toContain('The bank refused.');
    expect(
      await fillWrong('ann', 'rule import', 'Import', { 'Rules and own codes, as YAML': 'rules:\n  42: x' }),
    ).toContain('Line 2, rules.42: is no HTTP status code');
    const exported = await ask('bob', 'rule export');
    expect(exported).toContain('text: for lost updates');
    expect(exported).toContain('name: Card declined');

    const before = [await house.rules(team), await house.codes(team)];
    for (const line of [
      'rule remove 422',
      'rule 422 mine',
      'rule edit 422 =0 "mine"',
      'rule import rules: {422: mine}',
      ...(name === 'Discord' ? ['form:rule edit 422'] : []),
    ])
      expect(await forge('eve', line)).toContain('That is for others to decide');
    expect([await house.rules(team), await house.codes(team)]).toEqual(before);
    expect(await ask('ann', 'rule remove 422')).toContain('This brings it back');
    expect(await ask('bob', '422')).not.toContain('House rule');
  });
});
