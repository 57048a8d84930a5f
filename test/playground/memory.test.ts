// What comes without end is forgotten in the order it came: 10,000 messages need no more room than a few.
import { afterEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../../src/playground/discord/discord.ts';
import { dropOldest, pushKept } from '../../src/playground/kept.ts';
import { discordPane } from '../../src/playground/page/discord.ts';
import type { News } from '../../src/playground/page/protocol.ts';
import { slackPane } from '../../src/playground/page/slack.ts';
import { startSlack } from '../../src/playground/slack/slack.ts';

const KEEP = 50;
const MANY = 10_000;

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

/** What is left for somebody who has heard all news. */
function left(news: readonly News[]): readonly string[] {
  const ids = new Set<string>();
  for (const one of news) {
    if (one.kind === 'message') ids.add(one.message.id);
    if (one.kind === 'removed') for (const id of one.ids) ids.delete(id);
  }
  return [...ids];
}

describe('what is kept', () => {
  it.each([
    [[], 2, [], []],
    [['a'], 0, ['a'], []],
    [['a', 'b'], 2, [], ['a', 'b']],
    [['a', 'b', 'c', 'd'], 2, ['a', 'b'], ['c', 'd']],
    [['a', 'b'], Number.POSITIVE_INFINITY, [], ['a', 'b']],
  ])('of %j, %d at most: goes %j, stays %j', (all, keep, gone, kept) => {
    const map = new Map(all.map((value) => [`key of ${value}`, value]));
    expect(dropOldest(map, keep)).toEqual(gone);
    expect([...map.values()]).toEqual(kept);
    const list: string[] = [];
    for (const value of all) pushKept(list, value, keep);
    expect(list).toEqual(kept);
  });
});

describe('the simulated Slack', () => {
  it('forgets the oldest messages, calls and response URLs, and tells the page', async () => {
    const slack = await startSlack({ keep: KEEP, patienceMs: 0, retriesMs: [] });
    open.push(slack);
    const pane = slackPane(slack, 'Playground');
    const news: News[] = [];
    pane.watch((one) => news.push(one));
    const ada = slack.person('Ada');
    for (let said = 0; said < MANY; said += 1) await ada.write(`message ${said}`);
    expect(slack.history()).toHaveLength(KEEP);
    expect(slack.history().at(-1)?.text).toBe(`message ${MANY - 1}`);
    expect(left(news)).toEqual(pane.messages().map(({ id }) => id));

    const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/x-www-form-urlencoded' };
    for (let call = 0; call < KEEP + 10; call += 1)
      await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body: '' });
    expect(slack.calls()).toHaveLength(KEEP);
  });

  it('remembers everything unless it is told how much', async () => {
    const slack = await startSlack();
    open.push(slack);
    for (let said = 0; said < 3 * KEEP; said += 1) await slack.person('Ada').write('x');
    expect(slack.history()).toHaveLength(3 * KEEP);
  });
});

describe('the simulated Discord', () => {
  it('forgets the oldest messages, posts and happenings, and tells the page', async () => {
    const discord = await startDiscord({ keep: KEEP });
    open.push(discord);
    const pane = discordPane(discord, 'Playground');
    const news: News[] = [];
    pane.watch((one) => news.push(one));
    const ada = discord.person('Ada');
    for (let said = 0; said < MANY; said += 1) ada.say(`message ${said}`);
    expect(discord.messages).toHaveLength(KEEP);
    expect(discord.messages.at(-1)?.content).toBe(`message ${MANY - 1}`);

    const url = `${discord.apiUrl}/v10/channels/${discord.channels.general.id}/messages`;
    const headers = { authorization: `Bot ${discord.token}` };
    for (let post = 0; post < KEEP + 10; post += 1) {
      const body = JSON.stringify({ content: `post ${post}`, nonce: `${post}`, enforce_nonce: true });
      await fetch(url, { method: 'POST', headers, body });
    }
    expect(discord.posts).toHaveLength(KEEP);
    expect(discord.happenings).toHaveLength(KEEP);
    expect(left(news)).toEqual(pane.messages().map(({ id }) => id));
    expect(discord.posts.at(-1)?.body['content']).toBe(`post ${KEEP + 9}`);
  });

  it('remembers everything unless it is told how much', async () => {
    const discord = await startDiscord();
    open.push(discord);
    const ada = discord.person('Ada');
    for (let said = 0; said < 3 * KEEP; said += 1) ada.say('x');
    expect(discord.messages).toHaveLength(3 * KEEP);
  });
});
