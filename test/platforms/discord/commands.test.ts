// Commands with parts: what is typed into their options, as the line it stands for.
import { describe, expect, it } from 'vitest';
import { look } from '../../../src/playground/discord/discord.ts';
import { started } from './setting.ts';

describe('a command with parts', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'quiz schedule',
      { time: '09:30', zone: 'Europe/Berlin', level: 'common' },
      'quiz schedule level common 09:30 Europe/Berlin',
    ],
    ['quiz schedule', { zone: 'UTC', time: '09:30' }, 'quiz schedule 09:30 UTC'],
    ['quiz schedule', { time: ' 09:30\n', zone: '  UTC ' }, 'quiz schedule 09:30 UTC'],
    ['quiz schedule', { time: '9', zone: 'UTC', level: ' ' }, 'quiz schedule 9 UTC'],
    ['quiz scores', { span: 'week' }, 'quiz scores week'],
    ['quiz scores', {}, 'quiz scores'],
    ['quiz now', {}, 'quiz now'],
  ])('/%s with %j is a line', async (typed, options, line) => {
    const { ann, asked } = await started();
    const post = await ann.command(typed, options);
    expect(asked.at(-1)).toMatchObject({ kind: 'line', line });
    expect(look(post)).toMatchObject({ text: `heard: ${line}\nSchedule`, private: false });
  });

  it('is read as far as a message could be long', async () => {
    const { ann, asked } = await started();
    await ann.command('quiz scores', { span: 'x'.repeat(6000) });
    expect(asked.at(-1)).toMatchObject({ line: 'quiz scores '.padEnd(4000, 'x') });
  });

  it('is answered privately where the answer is for the asker', async () => {
    const { ann, bot, platform } = await started();
    await platform.stop();
    await platform.start({
      ...bot,
      ask: async (ask) => {
        const answer = await bot.ask(ask);
        return answer && { ...answer, audience: 'asker' };
      },
    });
    expect(look(await ann.command('quiz scores', {})).private).toBe(true);
  });

  it('that no longer has the chosen part says which it was', async () => {
    const { ann, asked, bot, platform } = await started();
    await platform.stop();
    let commands = bot.commands;
    await platform.start({
      ...bot,
      get commands() {
        return commands;
      },
    });
    // Apps show what is registered until they are told otherwise.
    commands = [];
    await ann.command('quiz scores', { span: 'week' });
    expect(asked.at(-1)).toMatchObject({ line: 'quiz scores' });
  });

  it('is there in servers only, where it was not brought along by somebody', async () => {
    const { ann } = await started();
    for (const place of ['dm', 'elsewhere', 'between'] as const)
      await expect(ann.command('quiz now', {}, place)).rejects.toThrow('There is no command quiz');
  });
});

describe('suggestions', () => {
  it('are asked for by what the option is about', async () => {
    const { ann, topics } = await started();
    expect(await ann.complete('quiz schedule', 'zone', 'ber')).toEqual([{ name: '404 for ber', value: '404' }]);
    await ann.complete('status', 'query', 'not fo');
    expect(topics).toEqual(['zone', undefined]);
    await expect(ann.complete('quiz schedule', 'time', '09')).rejects.toThrow('Nothing is suggested for time');
  });
});
