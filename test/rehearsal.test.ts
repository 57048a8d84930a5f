// The rehearsal for a crowd: it takes the whole way, and leaves nothing behind.
import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { rehearse } from '../src/rehearsal.ts';

const read = readConfig(
  {
    SLACK_BOT_TOKEN: 'xoxb-real',
    SLACK_SIGNING_SECRET: 'real',
    SLACK_API_URL: 'http://127.0.0.1:9/api/',
    SLACK_COMMANDS: '/real',
    SLACK_QUIZ_ADMINS: 'admins',
    DISCORD_BOT_TOKEN: 'MTIz.Abc123.real',
    DISCORD_API_URL: 'http://127.0.0.1:9/api',
    DATABASE_URL: 'postgres://127.0.0.1:9/real',
  },
  () => [],
);
const config = read.ok ? read.value : expect.unreachable();

function listen() {
  const lines: { level: string; message: string; fields: object }[] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, message, fields });
  return { lines, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}

it('locks in the answer of everybody who presses, and reaches nothing that is real', async () => {
  const { lines, log } = listen();
  await rehearse(config, { log, signal: new AbortController().signal, clicks: 60 });
  const fields = { told: 60, seconds: expect.any(Number) };
  expect(lines).toEqual([{ level: 'info', message: 'rehearsed for a crowd', fields }]);
});

it('ends at once where the process ends', async () => {
  const { lines, log } = listen();
  const ending = new AbortController();
  const since = performance.now();
  const rehearsed = rehearse(config, { log, signal: ending.signal, clicks: 1_000_000 });
  setTimeout(() => ending.abort(), 500);
  await rehearsed;
  expect(performance.now() - since).toBeLessThan(3_000);
  expect(lines.map(({ level }) => level)).toEqual(['info']);
});
