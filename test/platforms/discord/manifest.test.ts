import { describe, expect, it } from 'vitest';
import { discordCommands, discordManifest } from '../../../src/platforms/discord/manifest.ts';
import { checkCommands } from '../../../src/playground/discord/limits.ts';
import { contractBot } from '../contract.ts';

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

describe('the manifest', () => {
  it('asks for no privileged intent and the least permissions', () => {
    const { intents, permissions, install } = discordManifest(bot);
    expect(intents).toBe(4609);
    expect(permissions).toBe('274877975552');
    expect(install.server).toBe(
      'https://discord.com/oauth2/authorize?client_id=CLIENT_ID&scope=bot+applications.commands&permissions=274877975552',
    );
  });
});
