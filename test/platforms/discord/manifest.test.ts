import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { discordCommands, discordManifest } from '../../../src/platforms/discord/manifest.ts';
import { checkCommands } from '../../../src/playground/discord/limits.ts';
import { contractBot } from '../contract.ts';
import { quiz } from './setting.ts';

const bot = contractBot([]);

describe('the commands', () => {
  it('are taken by Discord', () => expect(checkCommands(discordCommands(bot))).toEqual([]));

  it('are taken however long the bot describes itself', () => {
    const commands = [
      { name: 'status', description: 'word '.repeat(50), hint: 'word '.repeat(50), where: 'anywhere' as const },
    ];
    expect(checkCommands(discordCommands({ ...bot, commands }))).toEqual([]);
  });

  it('work in servers, direct messages and as a user-installed app', () => {
    for (const command of discordCommands(bot))
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('are a slash command with suggestions and an entry in the menu of messages', () => {
    expect(discordCommands(bot)).toMatchObject([
      {
        type: 1,
        name: 'status',
        options: [
          { name: 'query', required: true, autocomplete: true },
          { name: 'private', type: 5 },
        ],
      },
      { type: 3, name: 'Explain status codes' },
    ]);
  });
});

describe('a command with parts', () => {
  const commands = discordCommands({ ...bot, commands: [quiz] });

  it('has them as subcommands with typed options, the required ones first', () => {
    expect(checkCommands(commands)).toEqual([]);
    expect(commands[0]).toEqual({
      type: 1,
      name: 'quiz',
      description: 'A question a day',
      options: [
        {
          type: 1,
          name: 'schedule',
          description: 'Ask here every day',
          options: [
            { type: 3, name: 'time', description: 'When', required: true },
            { type: 3, name: 'zone', description: 'Where', required: true, autocomplete: true },
            { type: 3, name: 'level', description: 'Which codes', required: false },
          ],
        },
        {
          type: 1,
          name: 'scores',
          description: 'Who leads',
          options: [{ type: 3, name: 'span', description: 'Of when', required: false }],
        },
        { type: 1, name: 'now', description: 'Ask at once', options: [] },
      ],
      contexts: [0],
      integration_types: [0],
    });
  });

  it('is open to everybody: who may use which part is for the bot to say', () => {
    expect(commands[0]).not.toHaveProperty('default_member_permissions');
  });
});

describe('the commands of Teapot', () => {
  it('are taken by Discord', () => expect(checkCommands(discordCommands(createBot()))).toEqual([]));
});

describe('the manifest', () => {
  it('where it listens asks for message content, reactions to hear of, and to react', () => {
    const { intents, permissions, install } = discordManifest(bot, true);
    expect(intents).toBe(4609 + (1 << 15) + (1 << 10));
    expect(BigInt(permissions)).toBe(274_877_975_552n + (1n << 6n));
    expect(install.server).toContain(`permissions=${permissions}`);
    expect(install.account).not.toContain('permissions');
  });

  it('asks for no privileged intent and the least permissions', () => {
    const { intents, permissions, install } = discordManifest(bot);
    expect(intents).toBe(4609);
    expect(permissions).toBe('274877975552');
    expect(install.server).toBe(
      'https://discord.com/oauth2/authorize?client_id=CLIENT_ID&scope=bot+applications.commands&permissions=274877975552',
    );
  });
});
