// What supervisors and load balancers are told.
import { describe, expect, it } from 'vitest';
import { createHealth, type Troubles } from '../../src/ops/health.ts';

const request = { query: '', headers: {}, body: Buffer.alloc(0) };

function watched(look: () => Promise<Troubles>, within?: number, notes?: () => Readonly<Record<string, string>>) {
  const said: string[] = [];
  const log = {
    info: (_: object, message: string) => said.push(message),
    warn: (fields: object, message: string) => said.push(`${message} ${JSON.stringify(fields)}`),
    error: () => {},
  };
  const health = createHealth({ look, log, ...(within !== undefined && { within }), ...(notes && { notes }) });
  const ask = async (path: string) => {
    const { status, body = '' } =
      (await health.routes.find((one) => one.path === path)?.answer(request)) ?? expect.unreachable();
    return { status, body: path === '/readyz' ? JSON.parse(String(body)) : String(body) };
  };
  return { health, said, ask };
}

describe('/livez', () => {
  it('is well as long as the process turns, whatever else is wrong', async () => {
    const { ask, health } = watched(() => Promise.reject(new Error('hush')));
    health.stopping();
    expect(await ask('/livez')).toEqual({ status: 200, body: 'ok\n' });
  });
});

describe('/readyz', () => {
  it.each<[string, Troubles, number, object]>([
    ['all is well', { database: null, slack: null }, 200, { ready: true, checks: { database: 'ok', slack: 'ok' } }],
    [
      'one thing is not',
      { database: null, slack: 'the socket is not connected' },
      503,
      { ready: false, checks: { database: 'ok', slack: 'the socket is not connected' } },
    ],
  ])('names each check: %s', async (_, troubles, status, body) => {
    expect(await watched(async () => troubles).ask('/readyz')).toEqual({ status, body });
  });

  it('says what is worth knowing of what is well, and of nothing else', async () => {
    const notes = () => ({ discord: 'standing by', slack: 'hush' });
    const look = async () => ({ database: null, discord: null, slack: 'the socket is not connected' });
    expect(await watched(look, undefined, notes).ask('/readyz')).toMatchObject({
      status: 503,
      body: { checks: { database: 'ok', discord: 'standing by', slack: 'the socket is not connected' } },
    });
    expect(await watched(async () => ({ discord: null }), undefined, notes).ask('/readyz')).toEqual({
      status: 200,
      body: { ready: true, checks: { discord: 'standing by' } },
    });
  });

  it('never says of one moment what was worth knowing at another', async () => {
    let note: Readonly<Record<string, string>> = { discord: 'standing by' };
    const { ask } = watched(
      async () => ({ discord: null }),
      undefined,
      () => note,
    );
    await ask('/readyz');
    note = {};
    expect(await ask('/readyz')).toMatchObject({ body: { checks: { discord: 'standing by' } } });
  });

  it('is red from the moment on when the process stops, however lately it was looked at', async () => {
    const { ask, health, said } = watched(async () => ({ database: null }));
    expect(await ask('/readyz')).toMatchObject({ status: 200 });
    health.stopping();
    expect(await ask('/readyz')).toEqual({
      status: 503,
      body: { ready: false, checks: { database: 'ok', process: 'stopping' } },
    });
    // Whoever stops it knows.
    expect(said).toEqual([]);
  });

  it.each([
    ['hangs', () => new Promise<Troubles>(() => {})],
    ['fails', () => Promise.reject(new Error('hush'))],
  ])('is red, and answers, where looking %s', async (_, look) => {
    const { status, body } = await watched(look, 20).ask('/readyz');
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('hush');
  });

  it('looks once, however many ask at a time', async () => {
    let looks = 0;
    const { ask } = watched(async () => {
      looks += 1;
      return {};
    });
    await Promise.all([ask('/readyz'), ask('/readyz'), ask('/readyz')]);
    expect(looks).toBe(1);
  });

  it('tells the log when it changes, and not each time', async () => {
    const troubles: Troubles[] = [
      { slack: null },
      { slack: 'gone' },
      { slack: 'gone' },
      { slack: null },
      { slack: null },
    ];
    let clock = 0;
    const now = performance.now;
    performance.now = () => {
      clock += 10_000;
      return clock;
    };
    try {
      const { ask, said } = watched(async () => troubles.shift() ?? {});
      while (troubles.length > 0) await ask('/readyz');
      expect(said).toEqual(['not ready {"checks":{"slack":"gone"}}', 'ready again']);
    } finally {
      performance.now = now;
    }
  });
});
