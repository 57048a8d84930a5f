// Two workspaces whose people and channels have the same ids never see, change or count anything of each other.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Message, show } from '../../../../src/playground/slack/message.ts';
import type { SimulatedWorkspace } from '../../../../src/playground/slack/tenant.ts';
import type { Ask } from '../../../../src/port.ts';
import { ask as pose } from '../../../../src/quiz/asked.ts';
import { itemById } from '../../../../src/quiz/questions/index.ts';
import { newId } from '../../../../src/store/id.ts';
import { CONFLICT } from '../../../commands/quiz-room.ts';
import { engines } from '../../../store/engines.ts';
import { card } from '../stage.ts';
import { createStreet, type Street } from './street.ts';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const ways = engines.flatMap((engine) => (['http', 'socket'] as const).map((transport) => ({ engine, transport })));

describe.each(ways)('over $transport, on $engine.engine', ({ engine, transport }) => {
  let street: Street;
  let here: SimulatedWorkspace;
  let there: SimulatedWorkspace;
  const asked: Ask[] = [];

  beforeEach(async () => {
    asked.length = 0;
    street = await createStreet({
      engine,
      transport,
      now: () => NOW,
      quizAdmins: 'admins',
      usersRead: true,
      passive: true,
      bot: (bot) => ({
        ...bot,
        ask: (ask) => {
          asked.push(ask);
          return bot.ask(ask);
        },
      }),
    });
    ({ here, there } = street);
    for (const town of [here, there]) {
      for (const name of ['ada', 'bob', 'eve']) town.person(name, { admin: name === (town === here ? 'ada' : 'eve') });
      await street.install(town);
    }
  });
  afterEach(async () => {
    await street.stop();
    const log = JSON.stringify(street.log.lines);
    for (const { token } of [here, there]) expect(log).not.toContain(token());
    expect(street.problems()).toEqual([]);
  });

  /** A question that stands in #general, put there with its workspace's token. */
  async function question(town: SimulatedWorkspace): Promise<{ readonly id: string; readonly post: Message }> {
    const id = newId(NOW);
    const place = street.place(town);
    const { deliveries } = street.store;
    await deliveries.insert({ id, place, kind: 'quiz', date: '2026-11-25', slot: '2026-11-25', notBefore: NOW });
    await deliveries.claim({ owner: 'test', now: NOW, leaseMs: 60_000, limit: 9 });
    const payload = pose(itemById(CONFLICT) ?? expect.unreachable(), id);
    await deliveries.begin(id, 'test', { item: CONFLICT, payload }, NOW);
    const answer = { ...card, choices: [{ label: 'A', line: `quiz answer ${id} 0` }] };
    const { message } = await street.platform.post(place, answer, id.slice(0, 25));
    await deliveries.markSent(id, 'test', message, NOW);
    return { id, post: town.message(message) ?? expect.unreachable() };
  }

  async function privately(town: SimulatedWorkspace, who: string, act: () => Promise<unknown>): Promise<string> {
    const told = town.next(({ only }) => only === town.person(who).id);
    await act();
    return show(await told).text;
  }

  const click = (town: SimulatedWorkspace, who: string, on: Message, line: string) =>
    privately(town, who, () => town.person(who).forge(on, { actionId: 'choice:0', value: line }));

  it('all have the same ids, but for the workspaces', () => {
    expect(here.channel('general').id).toBe(there.channel('general').id);
    expect(here.person('bob').id).toBe(there.person('bob').id);
    expect(here.bot.id).toBe(there.bot.id);
    expect(here.team.id).not.toBe(there.team.id);
    expect(here.token()).not.toBe(there.token());
  });

  it('a question is answered, doubted and taken out only where it stands', async () => {
    const [mine, theirs] = [await question(here), await question(there)];
    for (const line of [`quiz answer ${mine.id} 0`, `quiz flag ${mine.id}`])
      expect(await click(there, 'bob', theirs.post, line)).toContain('I know no such question here');
    expect(await street.store.answers.tally(mine.id)).toEqual([]);
    expect(await street.store.flags.list(street.place(here))).toEqual([]);
    expect(await click(here, 'ada', mine.post, `quiz void ${theirs.id}`)).toContain('I know no such question here');
    expect((await street.store.deliveries.get(theirs.id))?.voidedAt).toBeNull();
    expect(await click(here, 'bob', mine.post, `quiz answer ${mine.id} 0`)).toContain('Locked in');
    expect(await click(there, 'bob', theirs.post, `quiz answer ${theirs.id} 1`)).toContain('Locked in');
    const choices = (id: string) => street.store.answers.tally(id).then((tally) => tally.map(({ choice }) => choice));
    expect([await choices(mine.id), await choices(theirs.id)]).toEqual([[0], [1]]);
  });

  it('what is kept about somebody is theirs alone, shown and forgotten', async () => {
    const mine = await question(here);
    await click(here, 'bob', mine.post, `quiz answer ${mine.id} 0`);
    await street.ask(here, 'bob', 'quiz hide-me');
    const export_ = (town: SimulatedWorkspace) => street.ask(town, 'bob', 'quiz export-me');
    expect(await export_(here)).toContain(mine.id);
    expect(await export_(there)).not.toContain(mine.id);
    expect(await export_(there)).toContain('"hidden": false');
    // Also in a direct message, where there is no workspace to tell of.
    for (const [town, found] of [
      [here, true],
      [there, false],
    ] as const) {
      const told = town.next(({ text }) => text.includes('What I know about you'));
      await town.person('bob').writeDirectly('quiz export-me');
      expect(JSON.stringify(await told).includes(mine.id)).toBe(found);
    }
    await street.ask(there, 'bob', 'quiz forget-me yes');
    await street.ask(there, 'bob', 'quiz forget-me');
    expect(await export_(here)).toContain(mine.id);
    expect(await street.store.answers.tally(mine.id)).toMatchObject([{ count: 1 }]);
  });

  it('boards name the people of their own workspace, so that Slack knows them', async () => {
    for (const town of [here, there]) {
      const { id, post } = await question(town);
      await click(town, town === here ? 'bob' : 'eve', post, `quiz answer ${id} 0`);
      await street.store.deliveries.close(id, NOW);
    }
    const board = async (town: SimulatedWorkspace) =>
      JSON.stringify((await street.command(town, 'ada', 'quiz scores')).raw);
    const mention = (id: string) => new RegExp(`"user_id":"${id}"|<@${id}>`);
    const [bob, eve] = [mention(here.person('bob').id), mention(here.person('eve').id)];
    expect(await board(here)).toMatch(bob);
    expect(await board(here)).not.toMatch(eve);
    expect(await board(there)).toMatch(eve);
    expect(await board(there)).not.toMatch(bob);
    expect(await board(here)).not.toContain(`${here.team.id}/`);
  });

  it('rules and settings of a channel stay in their workspace', async () => {
    await street.ask(here, 'ada', 'rule 422 "only for validation errors"');
    await street.ask(here, 'ada', 'quiz schedule 09:30 Berlin weekdays');
    expect(await street.ask(here, 'eve', '422')).toContain('only for validation errors');
    expect(await street.ask(there, 'eve', '422')).not.toContain('only for validation errors');
    expect(await street.store.schedules.get(street.place(here))).toMatchObject({ enabled: true });
    expect(await street.store.schedules.get(street.place(there))).toBeNull();
  });

  it('who is an admin here need not be one there, with the same id', async () => {
    const manages = async (town: SimulatedWorkspace) => {
      await street.ask(town, 'ada', '404');
      return asked.at(-1)?.by.manages();
    };
    expect([await manages(here), await manages(there)]).toEqual([true, false]);
    expect([await manages(there), await manages(here)]).toEqual([false, true]);
    const refused = await street.ask(there, 'ada', 'quiz schedule 09:30 Berlin weekdays');
    expect(refused).not.toContain('Berlin');
    expect(await street.store.schedules.get(street.place(there))).toBeNull();
  });

  it('each post, edit and form goes where it belongs, with the token of the place', async () => {
    const said = (town: SimulatedWorkspace) => town.history().map((message) => show(message).text);
    const posted = await street.platform.post(street.place(there), { ...card, title: 'For there' }, 'k1');
    await street.platform.edit(street.place(there), posted, { ...card, title: 'Changed there' });
    expect(said(there).join()).toContain('Changed there');
    expect(said(here).join()).not.toContain('there');

    const help = await street.command(there, 'bob', 'quiz help');
    const opened = there.nextModal();
    await there
      .person('bob')
      .press(help, show(help).buttons.find(({ actionId }) => actionId.startsWith('form'))?.label ?? '');
    await opened;
    expect([here.modals().length, there.modals().length]).toEqual([0, 1]);
  });

  it('Teapot listens in the channel of the workspace that wants it, and reacts there', async () => {
    await street.ask(here, 'ada', 'passive on');
    const failure = 'Deploy failed: HTTP/1.1 502 Bad Gateway from nginx';
    const said = await Promise.all([here, there].map((town) => town.person('eve').write(failure)));
    const reactions = (town: SimulatedWorkspace, index: number) =>
      town.message(said[index]?.ts ?? '')?.reactions?.map(({ users }) => users) ?? [];
    await expect.poll(() => reactions(here, 0)).toEqual([[here.bot.id]]);
    await street.ask(there, 'eve', '404');
    expect(reactions(there, 1)).toEqual([]);
  });

  it('a message gets its reaction in both, though it has the same name in both', async () => {
    await street.ask(here, 'ada', 'passive on');
    await street.ask(there, 'eve', 'passive on');
    const failure = 'Deploy failed: HTTP/1.1 502 Bad Gateway from nginx';
    const said = await Promise.all([here, there].map((town) => town.person('bob').write(failure)));
    expect(said[0]?.ts).toBe(said[1]?.ts);
    for (const [index, town] of [here, there].entries())
      await expect.poll(() => town.message(said[index]?.ts ?? '')?.reactions?.length).toBe(1);
  });

  it('the Home tab tells somebody of their own answers alone', async () => {
    const { id, post } = await question(here);
    await click(here, 'bob', post, `quiz answer ${id} 0`);
    await street.store.deliveries.close(id, NOW);
    const homes = [];
    for (const town of [here, there]) {
      const drawn = town.nextHome();
      await town.person('bob').openHome();
      homes.push(JSON.stringify((await drawn).view));
    }
    expect(homes[0]).toContain('in 1 answer');
    expect(homes[1]).not.toContain('in 1 answer');
  });

  it('a mention is answered in both, though its message has the same name in both', async () => {
    const replies = [here, there].map((town) => town.next(({ route }) => route === 'chat.postMessage'));
    const mentions = await Promise.all([here, there].map((town) => town.person('bob').write('@Teapot 418')));
    expect(mentions[0]?.ts).toBe(mentions[1]?.ts);
    for (const [index, reply] of (await Promise.all(replies)).entries())
      expect([reply.thread, show(reply).text]).toEqual([mentions[index]?.ts, expect.stringContaining('418')]);
  });

  it('a message is shared in both, though it has the same name in both', async () => {
    const cards = [await street.command(here, 'bob', '404'), await street.command(there, 'bob', '404')];
    for (const [index, town] of [here, there].entries()) {
      const shared = town.next(({ only, route }) => only === null && route === 'response_url');
      await town.person('bob').press(cards[index] ?? expect.unreachable(), 'Share with channel');
      expect(show(await shared).text).toContain('404');
    }
  });
});
