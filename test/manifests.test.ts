import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import { manifestFiles, staleFiles } from '../src/cli/manifests.ts';
import { readCommands } from '../src/config.ts';
import { validateCommands } from '../src/platforms/slack/commands.ts';

const commands = readCommands({}, validateCommands);
const files = await manifestFiles(createBot(), commands.ok ? commands.value : []);
const slackTokens = /xox[a-z]-|xapp-/;

describe('manifests/', () => {
  it('is what the command list says (else: npm run manifests)', async () => {
    expect(await staleFiles(files)).toEqual([]);
  });

  it('would be found out of date after any change, and when a file is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teapot-manifests-'));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const there = pathToFileURL(`${folder}/`);
    expect(await staleFiles(files, there)).toEqual([]);
    writeFileSync(join(folder, 'discord.json'), (files.get('discord.json') ?? '').replace('\n', ''));
    expect(await staleFiles(files, there)).toEqual(['discord.json']);
    expect(await staleFiles(new Map([...files, ['new.json', '{}']]), there)).toEqual(['discord.json', 'new.json']);
  });

  it('has Slack in both variants: without an address for Socket Mode, with one to fill in for HTTP', () => {
    const socket = JSON.parse(files.get('slack.json') ?? '');
    const http = JSON.parse(files.get('slack-http.json') ?? '');
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(files.get('slack.json')).not.toContain('https://');
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://HOST/slack/events' },
    });
    for (const manifest of [socket, http])
      expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
        '/http',
        '/httpstatus',
      ]);
  });

  it('names the same commands on Discord', () => {
    const named = JSON.parse(files.get('discord.json') ?? '').commands.map(({ name }: { name: string }) => name);
    expect(named).toEqual(['status', 'quiz', 'Explain status codes']);
  });

  it('has the address of Teapot in it where that is set, and where people are sent back to when they install it', async () => {
    const address = 'https://teapot.example';
    const named = await manifestFiles(createBot(), ['/http'], 'anyone', { slack: false, discord: false }, address);
    for (const name of ['slack.json', 'slack-http.json'])
      expect(JSON.parse(named.get(name) ?? '').oauth_config.redirect_urls).toEqual([`${address}/slack/oauth_redirect`]);
    expect(named.get('slack-http.json')).toContain(`"request_url": "${address}/slack/events"`);
    expect(named.get('slack-http.json')).not.toContain('HOST');
    for (const text of files.values()) expect(text).not.toContain('redirect_urls');
  });

  it('holds no token', () => {
    for (const text of files.values()) expect(text).not.toMatch(slackTokens);
  });
});
