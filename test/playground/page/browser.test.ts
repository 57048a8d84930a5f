// The page in a real browser, with the real adapters behind it: what somebody sees who types, clicks, and moves the clock.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Playground, startPlayground } from '../../../src/playground.ts';
import { openBrowser } from './chromium.ts';

/** How long an answer may take on a busy machine, in milliseconds: the first sentence waits until the engine has learned. */
const PATIENCE = 30_000;
vi.setConfig({ testTimeout: 2 * PATIENCE });
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

let playground: Playground;
let browser: Browser;
let page: Page;
/** What must not happen: errors, dialogs, anything that the content security policy stopped. */
const failures: string[] = [];

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  opened.setDefaultTimeout(PATIENCE);
  opened.on('pageerror', (error) => failures.push(error.message));
  opened.on('console', (line) => line.type() === 'error' && failures.push(line.text()));
  opened.on('dialog', (dialog) => {
    failures.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.goto(playground.address);
  return opened;
}

beforeAll(async () => {
  [playground, browser] = await Promise.all([
    startPlayground({ port: 0, commands: ['/http', '/httpstatus'], log }),
    openBrowser(),
  ]);
  await playground.ready;
  page = await openPage();
}, 2 * PATIENCE);
afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
});

const pane = (side: 'slack' | 'discord'): Locator => page.locator(`.pane.${side}`);
const field = (side: 'slack' | 'discord'): Locator => pane(side).locator('.channel textarea');
const last = (side: 'slack' | 'discord'): Locator => pane(side).locator('.channel .message').last();

async function open(side: 'slack' | 'discord', channel: string, as = 'Ada'): Promise<void> {
  await pane(side).getByRole('radio', { name: as }).check();
  await pane(side).locator('nav').getByRole('button', { name: channel }).click();
}

async function type(side: 'slack' | 'discord', line: string): Promise<void> {
  await field(side).click();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Waits until this is there to be read. */
async function reads(place: Locator, text: string | RegExp): Promise<void> {
  await place.filter({ hasText: text }).first().waitFor();
}

async function menu(of: Locator, item: string): Promise<void> {
  await of.hover();
  await of.getByRole('button', { name: /More actions/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('asking', () => {
  it('/status 404 is answered on Discord as the answer to a command', async () => {
    await open('discord', 'general');
    await type('discord', '/status 404');
    await reads(last('discord'), 'Ada used /status');
    await reads(last('discord').getByRole('heading'), '404 Not Found');
    await last('discord').getByRole('button', { name: 'JSON and limits' }).click();
    await reads(last('discord').getByRole('group', { name: 'JSON of this message' }), '"accent_color"');
    await reads(last('discord').getByRole('list', { name: 'Limits it uses' }), /components\s*\d+ of 40/);
  });

  it('/http 401 vs 403 is answered on Slack, only to who asked, with a table', async () => {
    await open('slack', 'api-design');
    await type('slack', '/http 401 vs 403');
    await reads(last('slack'), 'Only visible to you');
    await reads(last('slack').getByRole('table'), 'WWW-Authenticate');
    await pane('slack').getByRole('radio', { name: 'Grace' }).check();
    await reads(pane('slack').locator('.channel'), 'Nothing here yet');
  });

  it('a button of an answer asks the next question', async () => {
    await open('slack', 'general');
    await type('slack', '/http 404');
    await last('slack').getByRole('button', { name: 'Compare with 403' }).click();
    await reads(last('slack').getByRole('heading'), '404 Not Found');
  });

  it('a mention is answered in its thread on Slack, and there again', async () => {
    await open('slack', 'general', 'Grace');
    await field('slack').fill('@Te');
    await page.keyboard.press('Tab');
    await page.keyboard.type('which code when the email already exists?');
    await page.keyboard.press('Enter');
    await last('slack').getByRole('button', { name: '1 reply' }).click();
    const thread = pane('slack').getByRole('region', { name: 'Thread' });
    await reads(thread.getByRole('heading'), '409 Conflict');
    await thread.locator('textarea:focus').fill('@Teapot 429');
    await page.keyboard.press('Enter');
    await reads(thread.locator('.message').last().getByRole('heading'), '429 Too Many Requests');
    await page.keyboard.press('Escape');
    await pane('slack').locator('.channel textarea:focus').waitFor();
    await reads(last('slack').getByRole('button'), '3 replies');
  });

  it('a mention is answered under it on Discord', async () => {
    await type('discord', '@Teapot what does 418 mean?');
    await reads(last('discord').locator('.occasion'), '@Ada @Teapot what does 418 mean?');
    await reads(last('discord').getByRole('heading'), /^418/);
  });

  it('what is suggested while one types can be taken, and sends its own value', async () => {
    await open('discord', 'general');
    await field('discord').fill('/status teap');
    await page.getByRole('option', { name: /^418/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await reads(last('discord').getByRole('heading'), '418');
  });

  it('the menu of a message explains the codes in it', async () => {
    await open('slack', 'on-call');
    await menu(pane('slack').locator('.message').first(), 'Explain status codes');
    await reads(last('slack'), '503 Service Unavailable');
    await open('discord', 'help');
    await menu(pane('discord').locator('.message').first(), 'Explain status codes');
    await reads(last('discord'), 'Only you can see this');
    await reads(last('discord').getByRole('heading'), '403');
    await last('discord').getByRole('button', { name: 'Dismiss message' }).click();
    await reads(last('discord'), 'My build is red');
    expect(await field('discord').evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('a command that does not exist is refused in Slack’s words, and stays where it was typed', async () => {
    await type('slack', '/status 404');
    await reads(pane('slack').getByRole('status'), '/status is not a valid command');
    expect(await field('slack').inputValue()).toBe('/status 404');
    await field('slack').fill('');
  });

  it('an option that is missing is asked for', async () => {
    await field('discord').fill('/quiz schedule ');
    await page.keyboard.type('09:30');
    await page.keyboard.press('Enter');
    await reads(pane('discord').getByRole('status'), 'zone: This option is required');
    expect(await page.evaluate('document.activeElement.name')).toBe('zone');
    await page.keyboard.press('Escape');
  });
});

describe('the daily quiz', () => {
  const control = async (of: string, item: string) => {
    await page.getByRole('button', { name: of, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  it('is changed in a window that says what is wrong, and gives the focus back', async () => {
    await open('slack', 'quiz');
    const change = pane('slack').getByRole('button', { name: 'Change it' }).last();
    await change.click();
    const window = page.getByRole('dialog', { name: 'The daily quiz' });
    await window.getByLabel('Time of day').fill('half past tea');
    await page.keyboard.press('Enter');
    await window.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await window.waitFor({ state: 'detached' });
    expect(await change.evaluate((button) => button.matches(':focus'))).toBe(true);
    await open('discord', 'quiz');
    await pane('discord').getByRole('button', { name: 'Change it' }).last().click();
    await page.getByRole('dialog').getByLabel('Time of day').fill('9:30');
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await reads(last('discord').getByRole('heading'), 'The quiz is set');
  });

  it('comes when the clock is moved, takes an answer, and is solved in its thread', async () => {
    await page.getByRole('button', { name: 'Jump to the next quiz' }).click();
    await reads(last('slack'), 'Question of the day');
    await last('slack').getByRole('button', { name: /^A/ }).click();
    await reads(last('slack'), 'Only visible to you');
    await page.getByRole('button', { name: 'Jump to the reveal' }).click();
    await reads(pane('slack').getByRole('region', { name: 'Thread' }).getByRole('heading'), 'The answer: ');
    await page.getByRole('button', { name: 'Close thread' }).click();
    await reads(pane('slack').locator('.channel .message'), 'Closed. The answer is');
    await reads(page.getByRole('banner').getByRole('status'), /^It is /);
  });

  it('is still open after the bot was killed and started again', async () => {
    await page.getByRole('button', { name: 'Jump to the next quiz' }).click();
    await reads(last('discord'), 'Question of the day');
    await control('Bot', 'Kill');
    await reads(page.locator('.bot-state'), 'Teapot is stopped');
    await type('slack', '/http 404');
    await reads(pane('slack').getByRole('status'), '/http failed with the error “dispatch_failed”');
    await field('slack').fill('');
    await control('Bot', 'Start');
    await page.locator('.bot-state', { hasText: 'Teapot is running' }).waitFor();
    await open('discord', 'quiz', 'Grace');
    await last('discord').getByRole('button', { name: /^A/ }).click();
    await reads(last('discord'), 'Only you can see this');
    await reads(last('discord').getByRole('heading'), 'Locked in');
  });

  it('has faults to try, and says what comes of them', async () => {
    await control('Faults', 'Discord answers 500');
    await reads(page.getByRole('banner').getByRole('status'), '500');
    await open('discord', 'general');
    await type('discord', '@Teapot 503');
    await reads(last('discord').getByRole('heading'), '503');
  });
});

describe('bad input', () => {
  const hostile = [
    '<script>alert(1)</script><img src=x onerror=alert(2)>',
    '[x](javascript:alert(3)) <javascript:alert(4)|x> "><svg/onload=alert(5)>',
    `broken ${'\ud83d'} emoji ${'\udc00\ud83d\udc69\u200d'} \u202e end`,
    '9'.repeat(1900),
  ];

  it.each(['slack', 'discord'] as const)('stands on %s as it was typed, and nothing of it is run', async (side) => {
    await open(side, 'general');
    for (const line of hostile) {
      await field(side).fill(`@Teapot ${line}`);
      await page.keyboard.press('Enter');
      await reads(last(side), /./);
    }
    await reads(pane(side).locator('.message'), '<script>alert(1)</script><img src=x onerror=alert(2)>');
    await field(side).fill('/');
    await page.keyboard.press('Escape');
    expect(await pane(side).locator('.body :is(script, img, svg[onload], a[href^="javascript"])').count()).toBe(0);
  });

  it('of 40,000 characters is taken by Slack and refused by Discord, which gives it back', async () => {
    const long = 'x'.repeat(39_990);
    await field('slack').fill(long);
    await page.keyboard.press('Enter');
    await reads(last('slack'), 'x'.repeat(100));
    await field('discord').fill(long);
    await page.keyboard.press('Enter');
    await reads(pane('discord').getByRole('status'), /2,?000/);
    expect((await field('discord').inputValue()).length).toBe(long.length);
    await field('discord').fill('');
  });
});

describe('for everybody', () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

  /** What axe finds on a page, as one line each. */
  async function barriersOn(page: Page): Promise<readonly string[]> {
    await page.evaluate(await readFile(axe, 'utf8'));
    return await page.evaluate<readonly string[]>(`axe
      .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary].join(': '))))`);
  }

  it('axe finds no barrier, whatever is open, in light or dark', async () => {
    // axe writes styles into the page, which its policy stops.
    const looked = await openPage({ reducedMotion: 'reduce', bypassCSP: true });
    const [slack, discord] = [looked.locator('.pane.slack'), looked.locator('.pane.discord')];
    const typing = discord.locator('textarea');
    const dialog = looked.getByRole('dialog');
    const states: readonly (readonly [string, () => Promise<unknown>])[] = [
      [
        'a question, a note to one, a command list',
        async () => {
          await slack.locator('nav').getByRole('button', { name: 'quiz' }).click();
          await slack.getByRole('button', { name: 'JSON and limits' }).last().click();
          await discord.getByRole('radio', { name: 'Grace' }).check();
          await discord.locator('nav').getByRole('button', { name: 'quiz' }).click();
          await discord.getByText('Only you can see this').last().waitFor();
          await typing.fill('/');
        },
      ],
      [
        'a thread with a chart, a menu',
        async () => {
          await typing.fill('');
          await slack.getByRole('button', { name: '1 reply' }).first().click();
          await slack.getByRole('region', { name: 'Thread' }).locator('svg').first().waitFor();
          await looked.getByRole('button', { name: 'Faults' }).click();
        },
      ],
      [
        'a form with what is wrong',
        async () => {
          await looked.keyboard.press('Escape');
          await looked.getByRole('button', { name: 'Close thread' }).click();
          await slack.getByRole('button', { name: 'Change it' }).last().click();
          await dialog.getByLabel('Time of day').fill('half past tea');
          await looked.keyboard.press('Enter');
          await dialog.getByRole('alert').waitFor();
        },
      ],
    ];
    for (const [state, enter] of states) {
      await enter();
      for (const colorScheme of ['light', 'dark'] as const) {
        await looked.emulateMedia({ colorScheme });
        expect(await barriersOn(looked), `${state}, ${colorScheme}`).toEqual([]);
      }
    }
    await looked.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await looked.close();
  });

  it('everything can be done with the keyboard', async () => {
    const focus = () =>
      page.evaluate<string>(
        `(({ tagName, ariaLabel, textContent, dataset }) => [tagName, ariaLabel ?? textContent.trim().slice(0, 40), dataset.message ? 'message ' + dataset.message : ''].join(' ').trim())(document.activeElement)`,
      );
    /** Presses Tab until something is reached; fails where it cannot be. */
    const tabTo = async (what: RegExp, key = 'Tab') => {
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press(key);
        if (what.test(await focus())) return;
      }
      throw new Error(`cannot be reached with ${key}: ${what}`);
    };
    await page.reload();
    await field('slack').waitFor();
    await tabTo(/\/http 401 vs 403/);
    await page.keyboard.press('Enter');
    await expect.poll(focus).toContain('Message #general');
    await page.keyboard.press('Enter');
    await reads(last('slack').getByRole('heading'), '401 Unauthorized vs 403 Forbidden');
    await page.keyboard.press('ArrowUp');
    expect(await field('slack').inputValue()).toBe('/http 401 vs 403');
    await page.keyboard.press('ArrowDown');

    await tabTo(/ message \S+$/, 'Shift+Tab');
    const newest = await focus();
    await page.keyboard.press('ArrowUp');
    expect(await focus()).toMatch(/ message \S+$/);
    expect(await focus()).not.toBe(newest);
    await tabTo(/More actions/);
    await page.keyboard.press('Enter');
    await expect.poll(focus).toBe('BUTTON Explain status codes');
    await page.keyboard.press('ArrowUp');
    expect(await focus()).toContain('JSON');
    await page.keyboard.press('Escape');
    await expect.poll(focus).toContain('More actions');

    await tabTo(/Message #general$/);
    await tabTo(/Message #general$/);
    await page.keyboard.type('/sta');
    await page.keyboard.press('Tab');
    await page.keyboard.type('404');
    await page.keyboard.press('Enter');
    await reads(last('discord').getByRole('heading'), '404 Not Found');
  });
});

describe('listening', () => {
  it('shows a reaction, and a click on it brings the answer for one alone', async () => {
    await open('slack', 'on-call', 'Ada');
    await type('slack', '/http passive on');
    await reads(last('slack'), 'I am listening now');
    await type('slack', 'the orders api returns 502 again');
    const reaction = last('slack').getByRole('button', { name: 'teapot, by Teapot' });
    await reads(reaction, '🫖 1');
    expect(await reaction.getAttribute('aria-pressed')).toBe('false');
    await reaction.click();
    await reads(last('slack'), 'Only visible to you');
    await reads(last('slack').getByRole('heading'), '502 Bad Gateway');
    const pressed = pane('slack').getByRole('button', { name: 'teapot, by Teapot, Ada' });
    await reads(pressed, '🫖 2');
    expect(await pressed.getAttribute('aria-pressed')).toBe('true');
  });
});
