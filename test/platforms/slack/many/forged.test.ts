// Payloads that name more than one workspace, as those of shared channels do, or somebody who tampers with them: what
// counts is the one whose installation Slack says it is for, everywhere the same.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeRequest, sign } from '../../../../src/playground/slack/delivery.ts';
import type { SimulatedWorkspace } from '../../../../src/playground/slack/tenant.ts';
import type { Ask } from '../../../../src/port.ts';
import { engines } from '../../../store/engines.ts';
import { createStreet, type Street } from './street.ts';

const [engine] = engines;
if (engine === undefined) throw new Error('no engine');

let street: Street;
let here: SimulatedWorkspace;
let there: SimulatedWorkspace;
const asked: Ask[] = [];
let uses = 0;

beforeAll(async () => {
  const heard = (ask: Ask) => asked.push(ask);
  street = await createStreet({
    engine,
    transport: 'http',
    bot: (bot) => ({
      ...bot,
      ask: (ask) => {
        heard(ask);
        return bot.ask(ask);
      },
    }),
  });
  ({ here, there } = street);
  for (const town of [here, there]) {
    town.channel('general');
    await street.install(town);
  }
});
afterAll(() => street.stop());
beforeEach(() => {
  asked.length = 0;
  uses += 1;
});

async function post(type: 'events_api' | 'interactive' | 'slash_commands', payload: object, secret?: string) {
  const { contentType, body } = encodeRequest({ type, payload: { ...payload } });
  const at = Math.floor(Date.now() / 1000);
  const signature = sign(secret ?? street.slack.signingSecret, at, body);
  const headers = { 'content-type': contentType, 'x-slack-request-timestamp': `${at}`, 'x-slack-signature': signature };
  return fetch(`http://127.0.0.1:${street.port}/slack/events`, { method: 'POST', body, headers });
}

function mention(team: string, authorized: readonly object[]) {
  const general = here.channel('general').id;
  const ts = `${uses}.1`;
  return {
    type: 'event_callback',
    team_id: team,
    event_id: `Ev${uses}`,
    event_time: 1,
    authorizations: authorized,
    event: { type: 'app_mention', user: here.person('bob').id, text: '<@U1> 404', channel: general, ts, event_ts: ts },
  };
}

describe('a payload', () => {
  it('of an event is for the installation that Slack names first, whatever workspace it came from', async () => {
    const replied = here.next(({ route }) => route === 'chat.postMessage');
    const before = there.history().length;
    await post('events_api', mention(there.team.id, [{ team_id: here.team.id, user_id: 'U1', is_bot: true }]));
    await replied;
    expect(asked).toMatchObject([{ by: { team: here.team.id, user: `${here.team.id}/${here.person('bob').id}` } }]);
    expect(there.history().length).toBe(before);
  });

  it('of an event without that is for the workspace it names', async () => {
    const replied = there.next(({ route }) => route === 'chat.postMessage');
    await post('events_api', mention(there.team.id, []));
    await replied;
    expect(asked).toMatchObject([{ by: { team: there.team.id } }]);
  });

  it('of a click is for the workspace it names, not for the one that the person is from', async () => {
    await post('interactive', {
      type: 'block_actions',
      user: { id: 'U7', team_id: there.team.id },
      team: { id: here.team.id },
      channel: { id: 'C1' },
      container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
      trigger_id: `click ${uses}`,
      response_url: `${street.slack.apiUrl}none`,
      actions: [{ type: 'button', action_id: 'ask:0', value: '404', action_ts: '1.1' }],
    });
    await expect.poll(() => asked).toMatchObject([{ by: { team: here.team.id, user: `${here.team.id}/U7` } }]);
  });

  it('of a form is for the installation that opened it', async () => {
    const metadata = { template: '404', fields: [], origin: {} };
    const response = await post('interactive', {
      type: 'view_submission',
      user: { id: 'U7', team_id: there.team.id },
      team: { id: there.team.id },
      trigger_id: `form ${uses}`,
      view: {
        callback_id: 'form',
        app_installed_team_id: here.team.id,
        private_metadata: JSON.stringify(metadata),
        state: { values: {} },
      },
    });
    expect(response.status).toBeLessThan(500);
    for (const { by } of asked) expect(by.team).toBe(here.team.id);
  });

  it.each(['T9', '', "T1' or 1=1", '../T1', undefined])(
    'of a workspace that is none (%j) asks nothing',
    async (team) => {
      const command = { command: '/http', text: '404', user_id: 'U7', channel_id: 'C1', trigger_id: `typed ${uses}` };
      const response = await post('slash_commands', { ...command, ...(team !== undefined && { team_id: team }) });
      expect(await response.text()).toContain('has to be installed again');
      expect(asked).toEqual([]);
    },
  );

  it.each(['app_uninstalled', 'tokens_revoked'])('%s takes no token away without Slack’s signature', async (type) => {
    const event = { type, tokens: { bot: ['U1'] } };
    const body = { ...mention(here.team.id, []), event, event_time: Math.floor(Date.now() / 1000) + 9999 };
    expect((await post('events_api', body, 'another secret')).status).toBe(401);
    expect(await street.vault.teams()).toContain(here.team.id);
  });

  it('of an organisation, which has no workspace, is nobody’s', async () => {
    await post('events_api', {
      ...mention(here.team.id, [{ team_id: null, enterprise_id: 'E1', is_enterprise_install: true }]),
      team_id: null,
    });
    await expect.poll(() => street.problems().at(-1)?.message).toContain('not installed');
    expect(asked).toEqual([]);
  });
});
