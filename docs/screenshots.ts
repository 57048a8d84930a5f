// `npm run screenshots`: takes the pictures of the playground in README.md and docs/, for light and dark pages, from a
// playground that runs.
import type { Locator, Page } from 'playwright-core';
import { startPlayground } from '../src/playground.ts';
import { openBrowser } from '../test/playground/page/chromium.ts';

const SIZE = { width: 1440, height: 860 };
/** For a picture of one platform. */
const NARROW = { width: 880, height: 742 };
const themes = ['light', 'dark'] as const;
const sides = ['slack', 'discord'] as const;
type Side = (typeof sides)[number];

const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: console.warn, error: console.error };

const pane = (page: Page, side: Side): Locator => page.locator(`.pane.${side}`);

/** @param what the page, or a part of it */
async function take(page: Page, name: string, what: Page | Locator = page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const path = new URL(`playground-${name}${theme === 'dark' ? '-dark' : ''}.png`, import.meta.url).pathname;
    await what.screenshot({ path, animations: 'disabled' });
  }
}

/** What is to be seen from now on. */
async function show(page: Page, panes: 'Both' | 'Slack' | 'Discord'): Promise<void> {
  await page.setViewportSize(panes === 'Both' ? SIZE : NARROW);
  await page.getByRole('group', { name: 'Panes' }).getByRole('radio', { name: panes }).check();
}

async function say(page: Page, side: Side, line: string, heading: RegExp): Promise<void> {
  await pane(page, side).locator('textarea').fill(line);
  await page.keyboard.press('Enter');
  const answer = pane(page, side).locator('.message').last();
  await answer.getByRole('heading', { name: heading }).waitFor();
  // Its beginning says more than its end.
  await answer.evaluate((element: { scrollIntoView(): void }) => element.scrollIntoView());
}

/** Everybody answers the open question, each in their own way. */
async function answerQuiz(page: Page): Promise<void> {
  for (const side of sides)
    for (const [at, person] of ['Ada', 'Grace', 'Linus'].entries()) {
      await pane(page, side).getByRole('radio', { name: person }).check();
      const buttons = pane(page, side).getByRole('button', { name: /^[A-E](?: ·|$)/ });
      await buttons.nth(at % Math.max(2, (await buttons.count()) - 1)).click();
      await pane(page, side).locator('.message', { hasText: 'Locked in' }).last().waitFor();
    }
}

const playground = await startPlayground({ port: 0, commands: ['/http', '/httpstatus'], log });
const browser = await openBrowser();
try {
  await playground.ready;
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(playground.address);
  await say(page, 'slack', '/http 401 vs 403', /^401/);
  await say(page, 'discord', '/status 404', /^404/);
  await take(page, 'answers');

  await show(page, 'Slack');
  await pane(page, 'slack').getByRole('button', { name: 'Teapot', exact: true }).click();
  await pane(page, 'slack').getByRole('button', { name: 'Home', exact: true }).click();
  const home = pane(page, 'slack').getByRole('region', { name: 'Home' });
  await home.getByRole('combobox', { name: 'Choose a channel' }).selectOption({ label: '#quiz' });
  await home.getByRole('heading', { name: 'Settings of this channel' }).waitFor();
  await take(page, 'home', pane(page, 'slack'));
  await show(page, 'Discord');
  await say(
    page,
    'discord',
    '/status rule 422 "validation errors; see ADR-12" https://wiki.example.com/adr-12',
    /rule/i,
  );
  await say(page, 'discord', '/status 422', /^422/);
  await take(page, 'rule', pane(page, 'discord'));

  await show(page, 'Both');
  await page.getByRole('button', { name: 'Jump to the next quiz' }).click();
  for (const side of sides) await pane(page, side).getByText('Question of the day').waitFor();
  await answerQuiz(page);
  await page.getByRole('button', { name: 'Jump to the reveal' }).click();
  for (const side of sides) {
    const reveal = pane(page, side).locator('.message', { hasText: 'The answer: ' }).last();
    await reveal.waitFor();
    await reveal.evaluate((element: { scrollIntoView(): void }) => element.scrollIntoView());
  }
  await take(page, 'quiz');
} finally {
  await browser.close();
  await playground.stop();
}
