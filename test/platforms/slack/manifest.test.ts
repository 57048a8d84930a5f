import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { slackManifest } from '../../../src/platforms/slack/manifest.ts';
import { listeningBot } from './stage.ts';

// slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json; its licence stands beside it.
const schema: object = JSON.parse(readFileSync(new URL('manifest.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

const bot = listeningBot();
const commands = ['/http', '/httpstatus'];
const overHttp = slackManifest(bot, { commands, url: 'https://teapot.example' });
const overSocket = slackManifest(bot, { commands, url: null });

function errors(manifest: object): unknown {
  validate(manifest);
  return validate.errors;
}

describe('the manifest', () => {
  it('passes Slack’s published schema, over HTTP and in Socket Mode', () => {
    expect(errors(overHttp)).toBeNull();
    expect(errors(overSocket)).toBeNull();
    expect(errors(slackManifest(bot, { commands: [], url: null }))).toBeNull();
  });

  it('would not pass with what the schema forbids', () => {
    expect(errors({ ...overHttp, features: { ...overHttp.features, slash_commands: [] } })).not.toBeNull();
  });

  it('registers the commands in the order of the setting, the first with the description', () => {
    expect(overHttp.features?.slash_commands).toMatchObject([
      { command: '/http', description: 'Explain a status code', usage_hint: '404 | 401 vs 403 | help' },
      { command: '/httpstatus', description: 'Same as /http' },
    ]);
  });

  it('has one address for everything over HTTP, and none in Socket Mode', () => {
    expect(JSON.stringify(overHttp).match(/https:\/\/teapot\.example\/slack\/events/g)).toHaveLength(4);
    expect(JSON.stringify(overSocket)).not.toContain('://');
    expect(overSocket.settings?.socket_mode_enabled).toBe(true);
  });

  it('asks for the least: no history of channels, no list of people', () => {
    expect(overHttp.oauth_config?.scopes).toEqual({
      bot: ['app_mentions:read', 'chat:write', 'commands', 'im:history'],
      bot_optional: ['im:history'],
    });
    expect(overHttp.settings?.event_subscriptions?.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'message.im',
      'app_uninstalled',
      'tokens_revoked',
    ]);
  });

  it('asks to see who is an admin only where that is wanted, and then as something that can be refused', () => {
    const withAdmins = slackManifest(bot, { commands, url: null, quizAdmins: 'admins' });
    expect(withAdmins.oauth_config?.scopes).toEqual({
      bot: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'],
      bot_optional: ['im:history', 'users:read'],
    });
    expect(errors(withAdmins)).toBeNull();
    expect(slackManifest(bot, { commands, url: null, quizAdmins: 'anyone' })).toEqual(overSocket);
  });

  it('asks to listen only where that is wanted, and then with scopes that can be refused', () => {
    const listening = slackManifest(bot, { commands, url: null, passive: true });
    const scopes = ['channels:history', 'groups:history', 'reactions:read', 'reactions:write'];
    expect(listening.oauth_config?.scopes?.bot_optional).toEqual(['im:history', ...scopes]);
    expect(listening.oauth_config?.scopes?.bot).toEqual(expect.arrayContaining(scopes));
    expect(listening.settings?.event_subscriptions?.bot_events).toEqual(
      expect.arrayContaining(['message.channels', 'message.groups', 'reaction_added']),
    );
    expect(errors(listening)).toBeNull();
    expect(slackManifest(bot, { commands, url: null, passive: false })).toEqual(overSocket);
  });

  it('offers the message shortcut under the id that is listened to', () => {
    expect(overHttp.features?.shortcuts).toMatchObject([{ type: 'message', callback_id: 'explain_status_codes' }]);
  });
});
