// The Home tab on the page, in a real browser, with the real adapter behind it: what somebody sees who opens and uses it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from './chromium.ts';
import { openStage, type Stage } from './stage.ts';

/** How long an answer may take on a busy machine, in milliseconds. */
const PATIENCE = 30_000;
vi.setConfig({ testTimeout: 2 * PATIENCE });

let stage: Stage;
let browser: Browser;
/** Errors, and anything that the content security policy stopped. */
const failures: string[] = [];

async function openPage(bypassCSP = false): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (line) => line.type() === 'error' && failures.push(line.text()));
  await page.goto(stage.playground.address);
  return page;
}

async function openHome(page: Page, as: string) {
  const slack = page.locator('.pane.slack');
  await slack.getByRole('radio', { name: as }).check();
  await slack.locator('nav').getByRole('button', { name: 'Teapot' }).click();
  await slack.getByRole('button', { name: 'Home', exact: true }).click();
  const home = slack.getByRole('region', { name: 'Home' });
  await home.getByRole('heading', { name: 'Ask me about HTTP status codes' }).waitFor();
  return { slack, home };
}

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  // A sentence waits until the engine has learned, and so does whatever comes after it: longer than a window may be opened for.
  const sentence = {
    do: 'command',
    side: 'slack',
    as: stage.member('slack', 'Linus').id,
    channel: stage.channel('slack', 'general'),
    name: 'http',
    text: 'which code when a job was queued',
    options: {},
  } as const;
  while (!(await stage.do(sentence)).ok) await pause(500);
}, 3 * PATIENCE);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});
afterEach(() => {
  expect(failures.splice(0)).toEqual([]);
});

describe('the Home tab', () => {
  it('opens the answer to an example over the page, and in it the next one', async () => {
    const page = await openPage();
    const { home } = await openHome(page, 'Ada');
    await home.getByRole('button', { name: '404', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: '404 Not Found' }).waitFor();
    // Only there to be read.
    expect(await dialog.getByRole('button', { name: 'Submit' }).count()).toBe(0);
    await dialog
      .getByRole('button', { name: /^Compare with/ })
      .first()
      .click();
    await dialog.getByRole('heading', { name: '404 Not Found vs' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await page.close();
  });

  it('shows the settings of a channel that was chosen, and changes them with a form', async () => {
    const page = await openPage();
    const { home } = await openHome(page, 'Ada');
    await home.getByRole('combobox', { name: 'Choose a channel' }).selectOption({ label: '#general' });
    await home.getByRole('heading', { name: 'Settings of this channel' }).waitFor();
    await home.getByRole('button', { name: 'Set the stack' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('nginx rails');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByRole('heading').nth(1).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(() => home.textContent()).toContain('nginx → Rails');
    await page.close();
  });

  it('is each person’s own', async () => {
    const page = await openPage();
    const { slack, home } = await openHome(page, 'Grace');
    expect(await home.getByRole('heading', { name: 'Settings of this channel' }).count()).toBe(0);
    await slack.getByRole('button', { name: 'Messages', exact: true }).click();
    await home.waitFor({ state: 'detached' });
    await page.close();
  });

  it('has no barrier that axe finds, with an answer over it and without', async () => {
    // axe writes styles into the page, which its policy stops.
    const page = await openPage(true);
    const { home } = await openHome(page, 'Ada');
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const barriers = () =>
      page.evaluate<readonly string[]>(`axe
        .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
        .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
    expect(await barriers()).toEqual([]);
    await home.getByRole('button', { name: '404', exact: true }).click();
    await page.getByRole('dialog').getByRole('heading', { name: '404 Not Found' }).waitFor();
    expect(await barriers()).toEqual([]);
    await page.close();
  });
});
