// "Add to Slack", from the link to a token that is kept: who comes back, and who must not get through.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../../src/playground/slack/faults.ts';
import { engines } from '../../../store/engines.ts';
import { createStreet, PUBLIC_URL, type Seen, type Street } from './street.ts';

const [engine] = engines;
if (engine === undefined) throw new Error('no engine');

let street: Street;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-25T09:00:00Z');
  street = await createStreet({ engine, transport: 'http', now: () => now });
});
afterEach(async () => {
  await street.stop();
  const log = JSON.stringify(street.log.lines);
  expect(log).not.toMatch(/xox[a-z]-|"code":|state=/);
  expect(log).not.toContain(street.slack.installs.clientSecret);
});

function expectStrict({ headers }: Seen): void {
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
}

function expectPage(seen: Seen, status: number, words: string): void {
  expect([seen.status, seen.text]).toEqual([status, expect.stringContaining(words)]);
  expectStrict(seen);
  const policy = seen.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
}

async function expectNothingKept(): Promise<void> {
  expect(await street.vault.teams()).toEqual([]);
}

describe('adding Teapot to a workspace', () => {
  it('leads to Slack with every scope of the manifest, and back to a sealed token', async () => {
    const browser = street.openBrowser();
    const begun = await browser.get('/slack/install');
    expectStrict(begun);
    expect(begun.status).toBe(302);
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-teapot-install=[\w-]{22}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const address = new URL(begun.headers.get('location') ?? '');
    expect(address.pathname).toBe('/oauth/v2/authorize');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: street.slack.installs.clientId,
      scope: 'app_mentions:read,chat:write,commands,im:history',
      redirect_uri: `${PUBLIC_URL}/slack/oauth_redirect`,
      state: expect.stringMatching(/^[\w-]{22}\.[0-9a-z]+\.[\w-]{43}$/),
    });
    const ada = street.there.person('ada');
    const done = await browser.get(street.slack.installs.allow(address.href, street.there, ada.id));
    expectPage(done, 200, 'Teapot is in your workspace');
    expect(done.text).toContain('/http 404');
    const team = street.there.team.id;
    expect(await street.vault.find(team)).toMatchObject({
      token: street.there.token(),
      botUser: street.there.bot.id,
      scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history'],
      installedBy: `${team}/${ada.id}`,
      installedAt: now,
      enterprise: null,
    });
    expect(street.log.lines).toContainEqual({
      level: 'info',
      message: 'slack: installed in a workspace',
      fields: { team },
    });
    expect(street.problems()).toEqual([]);
  });

  it('can be begun in two windows of one browser, and both get through', async () => {
    const browser = street.openBrowser();
    const [one, other] = [await street.begin(street.here, browser), await street.begin(street.there, browser)];
    expect(browser.cookies.size).toBe(1);
    expectPage(await browser.get(one), 200, 'in your workspace');
    expectPage(await browser.get(other), 200, 'in your workspace');
    expect((await street.vault.teams()).length).toBe(2);
  });

  it('may be begun at one replica and ended at another', async () => {
    const { port } = await street.startReplica();
    const [browser, other] = [street.openBrowser(), street.openBrowser(port)];
    const back = await street.begin(street.here, browser);
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    expectPage(await other.get(back), 200, 'in your workspace');
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    expectPage(await browser.get(back), 400, 'was open before');
  });

  it('counts once: of many requests with one state, one gets through', async () => {
    const browser = street.openBrowser();
    const back = await street.begin(street.here, browser);
    const cookies = new Map(browser.cookies);
    const seen = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const copy = street.openBrowser();
        for (const [name, value] of cookies) copy.cookies.set(name, value);
        return (await copy.get(back)).status;
      }),
    );
    expect(seen.sort()).toEqual([200, 400, 400, 400, 400]);
    expect(street.slack.calls().filter(({ method }) => method === 'oauth.v2.access')).toHaveLength(1);
  });

  it('is declined by somebody: nothing changes', async () => {
    const browser = street.openBrowser();
    const { headers } = await browser.get('/slack/install');
    const back = street.slack.installs.decline(headers.get('location') ?? '');
    expectPage(await browser.get(back), 403, 'Teapot was not added');
    await expectNothingKept();
  });

  it('takes no longer than ten minutes', async () => {
    const browser = street.openBrowser();
    const back = await street.begin(street.here, browser);
    now += 10 * 60_000;
    expectPage(await browser.get(back), 400, 'more than ten minutes');
    await expectNothingKept();
  });

  it('ends in no other browser', async () => {
    const [mallory, victim] = [street.openBrowser(), street.openBrowser()];
    const back = await street.begin(street.there, mallory);
    expectPage(await victim.get(back), 400, 'belongs to another visit');
    await victim.get('/slack/install');
    expectPage(await victim.get(back), 400, 'belongs to another visit');
    await expectNothingKept();
    // Nor is it used up by that.
    expectPage(await mallory.get(back), 200, 'in your workspace');
  });

  const forged: readonly [string, (back: URL) => void][] = [
    ['without a state', (back) => back.searchParams.delete('state')],
    ['with an empty state', (back) => back.searchParams.set('state', '')],
    [
      'with a state of one’s own',
      (back) => back.searchParams.set('state', `${'A'.repeat(22)}.zzzzzzzz.${'A'.repeat(43)}`),
    ],
    [
      'with a later time',
      (back) =>
        back.searchParams.set('state', (back.searchParams.get('state') ?? '').replace(/\.[0-9a-z]+\./, '.zzzzzzzz.')),
    ],
    [
      'with another nonce',
      (back) => back.searchParams.set('state', `${'A'.repeat(22)}${(back.searchParams.get('state') ?? '').slice(22)}`),
    ],
  ];
  it.each(forged)('is refused %s', async (_, forge) => {
    const browser = street.openBrowser();
    const back = new URL(await street.begin(street.here, browser));
    forge(back);
    expectPage(await browser.get(back.href), 400, 'belongs to another visit');
    expect(street.slack.calls()).toEqual([]);
    await expectNothingKept();
  });

  it.each(['', '<script>alert(1)</script>', 'x'.repeat(301), 'a b'])(
    'is refused with the code %j, which is not repeated',
    async (code) => {
      const browser = street.openBrowser();
      const back = new URL(await street.begin(street.here, browser));
      back.searchParams.set('code', code);
      const seen = await browser.get(back.href);
      expectPage(seen, 400, 'does not know this visit');
      expect(seen.text).not.toContain('alert');
      expect(street.slack.calls()).toEqual([]);
    },
  );

  it('repeats nothing of a refusal that anybody could have written', async () => {
    const seen = await street.openBrowser().get('/slack/oauth_redirect?error=%3Cb%3Epwned&error_description=pwned');
    expectPage(seen, 400, 'does not know this visit');
    expect(seen.text).not.toContain('pwned');
  });

  const refusals: readonly [string, Fault, number, string, 'warn' | 'error'][] = [
    ['a code that is used', { kind: 'error', error: 'code_already_used' }, 400, 'does not know this visit', 'warn'],
    [
      'a workspace that is not allowed',
      { kind: 'error', error: 'invalid_team_for_non_distributed_app' },
      403,
      'cannot be added to this workspace',
      'warn',
    ],
    [
      'a secret that is wrong',
      { kind: 'error', error: 'bad_client_secret' },
      500,
      'Slack refused this Teapot',
      'error',
    ],
    [
      'an address that is not listed',
      { kind: 'error', error: 'bad_redirect_uri' },
      500,
      'refused this Teapot',
      'error',
    ],
    ['a name that nobody knows', { kind: 'error', error: 'something_new' }, 500, 'refused this Teapot', 'error'],
    ['an error that is none', { kind: 'error', error: '<b>' }, 500, 'refused this Teapot', 'error'],
    ['a Slack in trouble', { kind: 'status', status: 503 }, 503, 'Slack did not answer', 'warn'],
    ['too many installations', { kind: 'status', status: 429, retryAfter: 9 }, 503, 'Slack did not answer', 'warn'],
    ['an answer that is lost', { kind: 'lost' }, 503, 'Slack did not answer', 'warn'],
  ];
  it.each(refusals)('meets %s', async (_, fault, status, words, level) => {
    street.slack.faults.next('oauth.v2.access', fault);
    const browser = street.openBrowser();
    const seen = await browser.get(await street.begin(street.here, browser));
    expectPage(seen, status, words);
    expect(seen.text).not.toContain('<b>');
    expect(street.problems()).toEqual([
      { level, message: 'slack: could not be installed', fields: { reason: expect.any(String) } },
    ]);
    await expectNothingKept();
    // The next try is a new one.
    await street.install(street.here, browser);
  });

  it('is not for crowds that invent codes: ten at a time reach Slack', async () => {
    const hang = { kind: 'hang' } as const;
    street.slack.faults.next('oauth.v2.access', ...Array.from({ length: 10 }, () => hang));
    const browsers = Array.from({ length: 10 }, () => street.openBrowser());
    const backs = await Promise.all(browsers.map((browser) => street.begin(street.here, browser)));
    const hung = browsers.map((browser, index) => browser.get(backs[index] ?? ''));
    const late = street.openBrowser();
    const back = await street.begin(street.there, late);
    // They have been taken by now: this one has been there and back since.
    expectPage(await late.get(back), 503, 'Slack did not answer');
    street.slack.faults.release();
    for (const seen of await Promise.all(hung)) expectPage(seen, 503, 'Slack did not answer');
    // Its state was not used up.
    expectPage(await late.get(back), 200, 'in your workspace');
  });

  it('is for one workspace, not for an organisation', async () => {
    street.slack.installs.forOrganisation = true;
    const browser = street.openBrowser();
    expectPage(await browser.get(await street.begin(street.here, browser)), 403, 'choose one workspace');
    await expectNothingKept();
  });

  it('says so where the token cannot be kept', async () => {
    const browser = street.openBrowser();
    const back = await street.begin(street.here, browser);
    await street.store.close();
    expectPage(await browser.get(back), 500, 'could not note that');
    expect(street.problems()).toMatchObject([{ level: 'warn', message: 'slack: could not be installed' }]);
  });
});

describe('the pages', () => {
  it('answer nothing but GET', async () => {
    for (const path of ['/slack/install', '/slack/oauth_redirect']) {
      const response = await fetch(`http://127.0.0.1:${street.port}${path}`, { method: 'POST' });
      expect(response.status).toBe(405);
    }
  });
});
