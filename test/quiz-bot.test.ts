// A day with the quiz, from the command to the scores: the real bot, adapters, store and delivery, on a Slack and a Discord
// of this machine. Only the clock is turned by hand.
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../src/bot.ts';
import { createDelivery } from '../src/delivery/delivery.ts';
import { createDiscord } from '../src/platforms/discord/discord.ts';
import { createSlack } from '../src/platforms/slack/slack.ts';
import { look, startDiscord } from '../src/playground/discord/discord.ts';
import { type Message, show } from '../src/playground/slack/message.ts';
import { startSlack } from '../src/playground/slack/slack.ts';
import type { Broadcaster, Log, Place } from '../src/port.ts';
import type { Asked } from '../src/quiz/asked.ts';
import { openStore } from '../src/store/open.ts';
import { engines } from './store/engines.ts';

const HOUR = 60 * 60_000;
/** Nine o'clock in Berlin, on a Wednesday. */
const NINE = Date.parse('2026-11-25T08:00:00Z');

const log: Log = {
  info: () => undefined,
  warn: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
  error: (fields, message) => expect.unreachable(`${message} ${JSON.stringify(fields)}`),
};

/** What a post says, and how to press its buttons. */
interface Seen {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Everything that was sent, also what nobody sees. */
  readonly raw: string;
  /** Whether it stands under the post before. */
  readonly isReply: boolean;
  /** What somebody reads who presses a button. */
  press(who: string, button: string): Promise<string>;
}

/** A place where a quiz is, in its people's words. */
interface Town {
  readonly platform: Broadcaster;
  readonly place: Place;
  /** Sets a quiz up, in one line or with the form of the button. */
  schedule(who: string, how: 'typed' | 'form'): Promise<string>;
  /** What somebody reads who asks for this. */
  ask(who: string, part: string): Promise<string>;
  /** What everybody in the channel can see, oldest first. */
  posts(): readonly Seen[];
  /** Removes Teapot. */
  putOut(): unknown;
  stop(): Promise<void>;
}

async function slackTown(): Promise<Town> {
  const slack = await startSlack();
  const { botToken, appToken, apiUrl } = slack;
  const platform = createSlack({ botToken, appToken, apiUrl, commands: ['/http'], log });
  /** The next thing that only this person sees. */
  const privately = async (who: string, act: () => Promise<unknown>) => {
    const { id } = slack.person(who);
    const told = slack.next(({ only }) => only === id);
    await act();
    return show(await told).text;
  };
  const ask = async (who: string, part: string) => {
    const answer = await slack.person(who).command('/http', `quiz ${part}`);
    return answer ?? expect.unreachable('no answer');
  };
  const seen = (message: Message): Seen => ({
    text: show(message).text,
    buttons: show(message).buttons.map(({ label }) => label),
    raw: JSON.stringify(message.raw),
    isReply: message.thread !== null,
    press: (who, button) => privately(who, () => slack.person(who).press(message, button)),
  });
  return {
    platform,
    place: { platform: 'slack', team: slack.team.id, channel: slack.channel('general').id },
    schedule: async (who, how) => {
      if (how === 'typed')
        return show(await ask(who, 'schedule 09:30 Europe/Berlin weekdays level registered reveal 5h')).text;
      const help = await ask(who, 'help');
      const modal = slack.nextModal();
      await slack.person(who).press(help, 'Set it up');
      const filled = { 'City or time zone': 'Atlantis' };
      const refused = await slack.person(who).submit(await modal, filled);
      expect(JSON.stringify(refused)).toContain('Atlantis');
      const form = refused ?? expect.unreachable('the form closed');
      return privately(who, () => slack.person(who).submit(form, { 'City or time zone': 'Berlin' }));
    },
    ask: async (who, part) => show(await ask(who, part)).text,
    posts: () =>
      slack
        .history()
        .filter(({ route }) => route === 'chat.postMessage')
        .map(seen),
    putOut: async () => {
      await slack.emit({ type: 'tokens_revoked', tokens: { bot: ['B1'] } });
      await slack.emit({ type: 'app_uninstalled' });
    },
    stop: () => slack.stop(),
  };
}

async function discordTown(): Promise<Town> {
  const discord = await startDiscord();
  const platform = createDiscord({ token: discord.token, apiUrl: discord.apiUrl, log });
  const people = new Map<string, ReturnType<typeof discord.person>>();
  const person = (name: string) => {
    const known = people.get(name) ?? discord.person(name, { manages: name === 'ann' });
    people.set(name, known);
    return known;
  };
  return {
    platform,
    place: { platform: 'discord', team: discord.channels.general.server, channel: discord.channels.general.id },
    schedule: async (who, how) => {
      const typed = { time: '09:30', zone: 'Europe/Berlin', level: 'registered', reveal: '5h' };
      if (how === 'typed') return look(await person(who).command('quiz schedule', typed)).text;
      const help = await person(who).command('quiz help', {});
      const form = await person(who).open(help, 'Set it up');
      const filled = { time: '09:30', zone: 'Berlin', days: 'weekdays', level: 'common', reveal: '6h' };
      return look((await form.submit(filled)) ?? expect.unreachable()).text;
    },
    ask: async (who, part) => {
      const [name = '', value] = part.split(' ');
      return look(await person(who).command(`quiz ${name}`, value === undefined ? {} : { span: value })).text;
    },
    posts: () =>
      discord.posts
        .filter(({ seenBy, body }) => seenBy === null && body['nonce'] !== undefined)
        .map((post) => ({
          text: look(post).text,
          buttons: look(post).buttons.map(({ label }) => label),
          raw: JSON.stringify(post.body),
          isReply: post.repliesTo !== null,
          press: async (who, button) => look((await person(who).press(post, button)) ?? expect.unreachable()).text,
        })),
    putOut: () => discord.channels.putOut(discord.channels.general.server),
    stop: () => discord.stop(),
  };
}

async function openTown(create: () => Promise<Town>) {
  const town = await create();
  const database = await (engines.find(({ engine }) => engine === 'sqlite') ?? expect.unreachable()).create();
  const store = await openStore(database.url);
  const clock = { now: NINE };
  const now = () => clock.now;
  const { platform } = town;
  const delivery = createDelivery({ store, broadcasters: [platform], log, now });
  const bot = createBot({
    log,
    store,
    now,
    announce: async (place, answer) => {
      await platform.post(place, answer, 'announcement');
      return 'posted';
    },
  });
  await platform.start(bot);
  onTestFinished(async () => {
    await delivery.stop();
    await platform.stop();
    await store.close();
    await town.stop();
    await database.drop();
  });
  /** Turns the clock, and lets everything happen that is due then. */
  const turn = async (to: number) => {
    clock.now = to;
    await delivery.tick();
  };
  return { ...town, store, delivery, turn, clock };
}

const towns: readonly [string, () => Promise<Town>][] = [
  ['Slack', slackTown],
  ['Discord', discordTown],
];

const question = 'Question of the day';

describe.each(towns)('a day on %s', (name, create) => {
  it('goes from the schedule over three answers and the solution to the scores', async () => {
    const town = await openTown(create);
    const { store, turn, posts } = town;
    expect(await town.schedule('ann', 'typed')).toContain('The quiz is set');
    if (name === 'Slack') expect(posts()[0]?.text).toMatch(/set up a daily quiz here/);

    expect(await store.schedules.get(town.place)).toMatchObject({
      days: [1, 2, 3, 4, 5],
      level: 'registered',
      reveal: { after: 300 },
    });

    await turn(NINE + HOUR / 4);
    expect(posts().some(({ text }) => text.includes(question))).toBe(false);
    await turn(NINE + HOUR / 2);
    await turn(NINE + HOUR / 2 + 1000);
    const [post, ...others] = posts().filter(({ text }) => text.includes(question));
    expect(others).toEqual([]);
    if (post === undefined) return expect.unreachable('no question');

    const [quiz] = await store.deliveries.list(town.place, { from: '2026-11-25', to: '2026-11-25' }, ['quiz']);
    const asked = quiz?.content?.payload as Asked;
    const right = asked.right[0] ?? 0;
    const wrong = asked.options.findIndex((_, index) => !asked.right.includes(index));
    const button = (index: number) => post.buttons[index] ?? expect.unreachable(`no button ${index}`);
    expect(post.buttons).toHaveLength(asked.options.length);
    expect(post.raw).not.toContain(asked.explanation);

    const told = [
      await post.press('ann', button(right)),
      await post.press('bob', button(right)),
      await post.press('cid', button(wrong)),
    ];
    for (const text of told) expect(text).toContain('Locked in: ');
    expect(await post.press('cid', button(right))).toContain('You have answered already');

    await turn(NINE + HOUR / 2 + 5 * HOUR);
    const reveal = posts().find(({ text }) => text.includes('The answer: '));
    expect(reveal?.text).toContain('2 of 3 right');
    expect(reveal?.text).toContain(asked.explanation.split('. ')[0]);
    expect(reveal?.isReply).toBe(true);
    const closed = posts().find(({ text }) => text.includes(question));
    expect(closed?.text).toContain('Closed.');
    expect(closed?.buttons).not.toContain(button(right));
    // Somebody whose screen still shows the open question.
    expect(await post.press('dan', button(right)).catch(() => 'This question is closed')).toContain('is closed');

    const scores = await town.ask('cid', 'scores');
    expect(scores).toContain('Together: 67 % right in 3 answers to 1 question.');
    expect(scores).toMatch(/You: 3 points, place 3 of 3/);
    expect(await town.ask('ann', 'scores week')).toMatch(/You: 11 points, place 1 of 3/);
  });

  it('ends at once where Teapot is removed', async () => {
    const { schedule, store, place, putOut, turn, posts } = await openTown(create);
    await schedule('ann', 'typed');
    await putOut();
    await expect.poll(() => store.schedules.get(place)).toMatchObject({ enabled: false, disabledReason: 'removed' });
    await turn(NINE + HOUR / 2);
    expect(posts().some(({ text }) => text.includes(question))).toBe(false);
    expect(await store.upkeep.purge(NINE + HOUR)).toBe(1);
    expect(await store.schedules.get(place)).toBeNull();
  });

  it('can begin with the form, and with a question at once', async () => {
    const town = await openTown(create);
    expect(await town.schedule('ann', 'form')).toContain('The quiz is set');
    expect(await town.ask('bob', 'now')).toContain('A question is on its way');
    await town.delivery.tick();
    const post = town.posts().find(({ text }) => text.includes('A question for in between'));
    expect(await post?.press('bob', post.buttons[0] ?? '')).toContain('Locked in: ');
  });
});
