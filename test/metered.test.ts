// A bot whose answers are counted answers the same, and tells nobody what was asked.
import { expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import { metered } from '../src/metered.ts';
import type { Ask, Happening } from '../src/port.ts';

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
