// The page without anything behind it: what it makes of a server that is slow, gone, or has very much to say.
import type { Browser, Locator, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deed, Message, Outcome, Room, Snapshot } from '../../../src/playground/page/protocol.ts';
import { type Page, startPage } from '../../../src/playground/page/server.ts';
import { openBrowser } from './chromium.ts';

const PATIENCE = 10_000;

const room = (side: 'slack' | 'discord'): Room => ({
  side,
  name: 'Playground',
  bot: 'bot',
  members: ['bot', 'Ada', 'Grace'].map((name) => ({ id: name, name, bot: name === 'bot', admin: false })),
  channels: [{ id: `${side}-general`, name: 'general', aloneWith: null }],
  commands: [
    {
      side: 'discord',
      name: 'status',
      description: '',
      hint: '',
      options: [{ name: 'query', description: '', required: true, kind: 'text', autocomplete: true, choices: [] }],
    },
  ],
  menu: [],
});

const button = { type: 'button', action_id: 'yes', text: { type: 'plain_text', text: 'Yes' } };
const message = (id: number, payload: Message['payload'] = { text: `message ${id}` }): Message => ({
  side: 'slack',
  id: `${id}`,
  channel: 'slack-general',
  under: null,
  by: id % 2 === 0 ? 'bot' : 'Grace',
  at: 1_800_000_000_000 + id * 1000,
  only: null,
  edited: false,
  askedBy: null,
  payload,
  uses: [],
});

let browser: Browser;
let tab: Tab;
let page: Page;
let snapshot: Snapshot;
let deeds: { readonly deed: Deed; readonly end: (outcome: Outcome) => void }[];

const start = (port: number) =>
  startPage({
    port,
    snapshot: () => snapshot,
    act: (deed) => new Promise<Outcome>((end) => deeds.push({ deed, end })),
  });

beforeAll(async () => {
  browser = await openBrowser();
}, 40_000);
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  deeds = [];
  snapshot = {
    rooms: [room('slack'), room('discord')],
    messages: [],
    modals: [],
    homes: [],
    now: 1_800_000_000_000,
    bot: 'running',
  };
  page = await start(0);
  tab = await browser.newPage({ viewport: { width: 1200, height: 700 } });
  tab.setDefaultTimeout(PATIENCE);
  await tab.goto(page.address);
  await field('slack').waitFor();
});
afterEach(async () => {
  await tab.close();
  await page.stop();
});

const field = (side: 'slack' | 'discord'): Locator => tab.locator(`.pane.${side} :is(textarea, input[name="query"])`);
const told = (side: 'slack' | 'discord'): Locator => tab.locator(`.pane.${side} .outcome`);
/** The deed with this place in the order in which they came. */
const deed = async (at: number) => {
  await expect.poll(() => deeds.length, { timeout: PATIENCE }).toBeGreaterThan(at);
  const done = deeds[at];
  if (done === undefined) throw new Error('no such deed');
  return done;
};

describe('a deed that takes its time', () => {
  it('is done once, however often its button is clicked, and can be done again afterwards', async () => {
    page.tell({ kind: 'message', message: message(2, { blocks: [{ type: 'actions', elements: [button] }] }) });
    const yes = tab.getByRole('button', { name: 'Yes' });
    await yes.evaluate((element: { click(): void }) => {
      for (let clicks = 0; clicks < 500; clicks += 1) element.click();
    });
    const first = await deed(0);
    expect(first.deed).toMatchObject({ do: 'press', message: '2', button: 'yes' });
    await tab.locator('button[aria-disabled="true"]', { hasText: 'Yes' }).waitFor();
    expect(deeds).toHaveLength(1);
    first.end({ ok: false, said: 'operation_timeout' });
    await told('slack').filter({ hasText: 'operation_timeout' }).waitFor();
    await yes.click();
    expect((await deed(1)).deed).toMatchObject({ do: 'press' });
  });

  it('gives back what was typed where it failed, unless one types already', async () => {
    for (const line of ['first', 'second']) {
      await field('slack').fill(line);
      await tab.keyboard.press('Enter');
    }
    await field('slack').fill('third');
    (await deed(0)).end({ ok: false, said: 'No.' });
    await told('slack').filter({ hasText: 'No.' }).waitFor();
    expect(await field('slack').inputValue()).toBe('third');
    await field('slack').fill('');
    (await deed(1)).end({ ok: false, said: 'No again.' });
    await told('slack').filter({ hasText: 'No again.' }).waitFor();
    expect(await field('slack').inputValue()).toBe('second');
  });

  it('suggests nothing any more for what one has typed over', async () => {
    await field('discord').fill('/status 4');
    const early = await deed(0);
    await field('discord').fill('40');
    const late = await deed(1);
    late.end({ ok: true, suggestions: [{ name: 'for 40', value: '40' }] });
    await tab.getByRole('option', { name: 'for 40' }).waitFor();
    const heard = tab.waitForResponse((response) => response.url().endsWith('/do'));
    early.end({ ok: true, suggestions: [{ name: 'for 4', value: '4' }] });
    await (await heard).finished();
    await tab.evaluate('new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn)))');
    expect(await tab.getByRole('option').allTextContents()).toEqual(['for 40']);
  });
});

describe('a server that goes away', () => {
  it('is said to be gone, and loses nothing; the page goes on by itself once it is back', async () => {
    const port = Number(new URL(page.address).port);
    await page.stop();
    await tab.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    await field('slack').fill('unheard');
    await tab.keyboard.press('Enter');
    await told('slack').filter({ hasText: 'did not answer' }).waitFor();
    expect(await field('slack').inputValue()).toBe('unheard');
    snapshot = { ...snapshot, messages: [message(1)] };
    page = await start(port);
    await tab.getByText('message 1').waitFor();
    expect(await tab.getByRole('alert').count()).toBe(0);
    expect(await field('slack').inputValue()).toBe('unheard');
  });
});

describe('a server that answers with an error', () => {
  it('is asked again', async () => {
    await tab.route('**/news', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await tab.reload();
    await tab.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor();
    await field('slack').waitFor();
  });
});

describe('a phone', () => {
  it('has room for all of it, one pane under the other', async () => {
    await tab.setViewportSize({ width: 390, height: 844 });
    for (let id = 0; id < 3; id += 1) page.tell({ kind: 'message', message: message(id, { text: 'W'.repeat(300) }) });
    await tab.locator('.message').last().waitFor();
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const boxes = await Promise.all([
      tab.locator('.pane.slack').boundingBox(),
      tab.locator('.pane.discord').boundingBox(),
    ]);
    expect(boxes[1]?.y).toBeGreaterThanOrEqual((boxes[0]?.y ?? 0) + (boxes[0]?.height ?? 0));
    await tab.getByRole('radio', { name: 'Discord' }).check();
    expect(await tab.locator('.pane.slack').isVisible()).toBe(false);
  });
});

describe('very many messages', () => {
  const say = (from: number, count: number, keep: number): void => {
    for (let id = from; id < from + count; id += 1) {
      page.tell({ kind: 'message', message: message(id) });
      page.tell({ kind: 'removed', side: 'slack', ids: [`${id - keep}`] });
    }
  };
  const row = (id: number) => tab.locator('.message', { hasText: new RegExp(`message ${id}(?!\\d)`) });

  it('do not move what one reads, and say how many are new', async () => {
    say(0, 100, 1000);
    await row(99).waitFor();
    await tab.locator('.pane.slack .scroller').evaluate((element: { scrollTop: number }) => {
      element.scrollTop = 0;
    });
    await tab.locator('.missed').waitFor({ state: 'detached' });
    say(100, 3, 1000);
    const missed = tab.getByRole('button', { name: '3 new messages' });
    await missed.click();
    await row(102).waitFor();
    await missed.waitFor({ state: 'detached' });
  });

  it('are drawn as far as one looks back', async () => {
    say(0, 500, 1000);
    await row(499).waitFor();
    expect(await tab.locator('.pane.slack .message').count()).toBe(200);
    await tab.getByRole('button', { name: 'Show earlier messages' }).click();
    await expect.poll(() => tab.locator('.pane.slack .message').count()).toBe(400);
  });

  it('leave as much memory in use after 10,000 as after 2,000', async () => {
    const devtools = await tab.context().newCDPSession(tab);
    await devtools.send('Performance.enable');
    const used = async () => {
      // What the first round lets go of is taken by the next.
      for (let round = 0; round < 3; round += 1) await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
      return { bytes: read('JSHeapUsedSize'), nodes: read('Nodes') };
    };
    /** As fast as the page can follow: one that falls too far behind is let go, and begins anew. */
    const sayInRounds = async (from: number, to: number) => {
      for (let next = from; next < to; next += 1000) {
        say(next, 1000, 100);
        await row(next + 999).waitFor();
      }
    };
    await sayInRounds(0, 2000);
    const early = await used();
    await sayInRounds(2000, 10_000);
    expect(await tab.locator('.pane.slack .message').count()).toBe(100);
    await expect.poll(async () => (await used()).nodes, { timeout: PATIENCE }).toBeLessThan(early.nodes * 1.2);
    await expect.poll(async () => (await used()).bytes, { timeout: PATIENCE }).toBeLessThan(early.bytes * 1.2);
  });
});
