// A real browser that comes with `npm ci`: Chromium without a window, driven by playwright-core.
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** One for all tests of a file, please: it takes a second to start. `CHROMIUM` names another one, where ours does not run (it is made for Linux). */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? (await sparticuz.executablePath());
  // No sandbox, because root cannot have one; the page comes from this machine.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote', '--disable-gpu'] });
}
