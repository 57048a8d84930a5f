// A bot whose answers are counted answers the same, and tells nobody what was asked.
import { expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import { createCooldown } from '../src/cooldown/cooldown.ts';
import { metered } from '../src/metered.ts';
import type { Ask, Bot, Happening } from '../src/port.ts';

const by = { platform: 'slack', team: 'T1', channel: 'C1', user: 'U1', manages: async () => false } as const;

it.each<[string, Ask, object]>([
  ['a line', { kind: 'line', by, line: '404' }, { ask: 'line', about: 'status' }],
  [
    'small talk',
    { kind: 'mention', by, text: 'good morning everybody' },
    { ask: 'mention', about: expect.any(String) },
  ],
  ['a paste', { kind: 'explain', by, text: 'HTTP/1.1 502 Bad Gateway' }, { ask: 'explain', about: 'paste' }],
])('counts %s', async (_, ask, counted) => {
  const heard: Happening[] = [];
  const bot = createBot();
  expect(await metered(bot, (happening) => heard.push(happening)).ask(ask)).toEqual(await bot.ask(ask));
  expect(heard).toEqual([{ kind: 'answered', platform: 'slack', ms: expect.any(Number), ...counted }]);
});

it('counts silence', async () => {
  const heard: Happening[] = [];
  const bot = { ...createBot(), ask: async () => null };
  expect(await metered(bot, (happening) => heard.push(happening)).ask({ kind: 'mention', by, text: 'hm' })).toBeNull();
  expect(heard).toMatchObject([{ kind: 'answered', ask: 'mention', about: 'silence' }]);
});

const line: Ask = { kind: 'line', by, line: '404' };

/** Its text cannot be read, which nobody expects. */
const poisoned: Ask = {
  ...line,
  get line(): string {
    throw new TypeError('no');
  },
};

async function held(): Promise<Bot> {
  const bot = createBot({ cooldown: createCooldown(() => 0) });
  for (let asked = 0; asked < 60; asked += 1) await bot.ask(line);
  return bot;
}

it.each<[string, Ask, () => Bot | Promise<Bot>, string]>([
  ['a fault of Teapot’s', poisoned, createBot, 'fault'],
  ['what comes too fast', line, held, 'error'],
])('tells faults from what the asker can mend: %s', async (_, ask, create, about) => {
  const heard: Happening[] = [];
  const answer = await metered(await create(), (happening) => heard.push(happening)).ask(ask);
  expect(answer?.about.kind).toBe('error');
  expect(heard).toMatchObject([{ about }]);
});
