import { describe, expect, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { productsOf } from '../../src/query/stack/products.ts';
import { askExplain, askLine, by } from './ask.ts';

describe('answers that follow from the catalog alone', () => {
  it.each(['404', '401 vs 403', '4xx', 'help', '404 for testers', 'test 429 POST'])(
    'are made once: %s',
    async (line) => {
      expect(await askLine(line)).toBe(await askLine(line));
    },
  );

  it.each(['retry 503 GET Retry-After: 120', 'which code when a job was queued'])(
    'are made anew where more goes into them: %s',
    async (line) => {
      expect(await askLine(line)).not.toBe(await askLine(line));
    },
  );

  it('hold nothing that was pasted', async () => {
    const paste = 'HTTP/1.1 502 Bad Gateway\nServer: nginx';
    expect(await askExplain(paste)).not.toBe(await askExplain(paste));
  });

  it('are told apart by what the channel’s requests pass', async () => {
    const ask = async (...words: string[]) =>
      createBot({ stack: productsOf(words) }).ask({ kind: 'line', by, line: '499' });
    const [nginx, other] = [await ask('nginx'), await ask('cloudflare')];
    expect(nginx).not.toEqual(other);
    expect(await ask('nginx')).toBe(nginx);
  });

  it('give way to others in the end', async () => {
    const first = await askLine('404');
    for (let low = 400; low < 418; low += 1)
      for (let high = 500; high < 509; high += 1) await askLine(`${low} vs ${high} vs 404`);
    for (let low = 400; low < 418; low += 1)
      for (let high = 500; high < 509; high += 1) await askLine(`${low} vs ${high}`);
    expect(await askLine('404')).not.toBe(first);
  });
});
