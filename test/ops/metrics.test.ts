// What Prometheus reads: every metric of the table, of few labels, and nobody's id.
import { describe, expect, it } from 'vitest';
import { metrics as table, worthALook } from '../../src/ops/metric-table.ts';
import { createMetrics, type Sight } from '../../src/ops/metrics.ts';
import type { Happening } from '../../src/port.ts';

const request = { query: '', headers: {}, body: Buffer.alloc(0) };
const well: Sight = { backlog: async () => ({ due: 3, oldestMs: 4_500 }), troubles: async () => ({ database: null }) };

async function read(happenings: readonly Happening[], sight: Partial<Sight> = {}) {
  const { meter, route } = createMetrics({ ...well, ...sight });
  for (const one of happenings) meter(one);
  const { status, headers, body = '' } = await route.answer(request);
  expect([route.method, route.path, status]).toEqual(['GET', '/metrics', 200]);
  expect(headers?.['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  return String(body).split('\n');
}

const answered: Happening = { kind: 'answered', platform: 'slack', ask: 'line', about: 'quiz', ms: 20 };
const called: Happening = { kind: 'called', platform: 'discord', call: 'message', status: 200, ms: 70 };
const delivered: Happening = { kind: 'delivered', platform: 'slack', post: 'quiz', result: 'posted', lateMs: 3_000 };

describe('what happened is counted', () => {
  it.each<[string, readonly Happening[], readonly string[]]>([
    [
      'an answer',
      [answered, answered, { ...answered, about: 'silence' }],
      [
        'teapot_answers_total{platform="slack",ask="line",about="quiz"} 2',
        'teapot_answers_total{platform="slack",ask="line",about="silence"} 1',
        'teapot_answer_seconds_bucket{le="0.01",platform="slack",ask="line"} 0',
        'teapot_answer_seconds_bucket{le="0.025",platform="slack",ask="line"} 3',
      ],
    ],
    [
      'a post',
      [delivered, { kind: 'delivered', platform: 'slack', post: 'quiz', result: 'unknown' }],
      [
        'teapot_deliveries_total{platform="slack",post="quiz",result="posted"} 1',
        'teapot_deliveries_total{platform="slack",post="quiz",result="unknown"} 1',
        'teapot_delivery_lag_seconds_sum{platform="slack",post="quiz"} 3',
        'teapot_delivery_lag_seconds_count{platform="slack",post="quiz"} 1',
      ],
    ],
    [
      'a request',
      [called, { ...called, status: 'failed' }],
      [
        'teapot_api_calls_total{platform="discord",call="message",status="200"} 1',
        'teapot_api_calls_total{platform="discord",call="message",status="failed"} 1',
        'teapot_api_call_seconds_bucket{le="0.1",platform="discord",call="message"} 2',
        'teapot_discord_invalid_requests_total 0',
      ],
    ],
    [
      'a request too many',
      [{ ...called, status: 429, limit: 'global', invalid: true }],
      ['teapot_rate_limited_total{platform="discord",limit="global"} 1', 'teapot_discord_invalid_requests_total 1'],
    ],
    [
      'what is seen by looking',
      [],
      ['teapot_outbox_due 3', 'teapot_outbox_oldest_seconds 4.5', 'teapot_ready{check="database"} 1'],
    ],
  ])('%s', async (_, happenings, lines) => {
    expect(await read(happenings)).toEqual(expect.arrayContaining([...lines]));
  });

  it.each<[string, Partial<Sight>]>([
    ['not open yet', { backlog: async () => null }],
    ['broken', { backlog: () => Promise.reject(new Error('hush')) }],
  ])('and no old figure stands for a database that is %s', async (_, sight) => {
    const lines = await read([], { ...sight, troubles: async () => ({ database: 'it does not answer', slack: null }) });
    expect(lines.filter((line) => line.startsWith('teapot_outbox'))).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining(['teapot_ready{check="database"} 0', 'teapot_ready{check="slack"} 1']),
    );
  });

  it('under few names, whatever an address is made into', async () => {
    const odd = Array.from({ length: 1_000 }, (_, index): Happening => ({ ...called, call: `odd ${index}` }));
    const lines = await read(odd);
    expect(lines.filter((line) => line.startsWith('teapot_api_calls_total'))).toHaveLength(41);
    expect(lines).toContain('teapot_api_calls_total{platform="discord",call="other",status="200"} 960');
  });
});

describe('the table', () => {
  const rows = Object.values(table);
  const all: readonly Happening[] = [answered, delivered, { ...called, status: 429, limit: 'user', invalid: true }];
  const namesIn = (lines: readonly string[]) =>
    lines.flatMap((line) => /^# TYPE (\S+) (\S+)$/.exec(line)?.slice(1) ?? []);

  it('has every metric of ours, as it is told to Prometheus', async () => {
    const lines = await read(all);
    const told = lines.filter((line) => line.startsWith('# TYPE teapot_'));
    expect(told.sort()).toEqual(rows.map(({ name, type }) => `# TYPE ${name} ${type}`).sort());
    for (const { name, help } of rows) expect(lines).toContain(`# HELP ${name} ${help}`);
  });

  it('names every label that is told, and no other', async () => {
    const lines = await read(all);
    for (const { name, labels } of rows) {
      const told = lines.filter((line) => new RegExp(`^${name}(?:_sum)?[{ ]`).test(line));
      expect(told.length, name).toBeGreaterThan(0);
      for (const line of told)
        expect(
          [...line.matchAll(/(\w+)="/g)].map(([, label]) => label),
          name,
        ).toEqual(Object.keys(labels));
    }
  });

  it('names nobody’s team, channel or id', () => {
    const labels = rows.flatMap((row) => Object.keys(row.labels));
    expect(labels.filter((label) => /user|team|channel|server|guild|workspace|id$/.test(label))).toEqual([]);
  });

  it('says of everything when to worry', () => {
    for (const { help, worry } of [...rows, ...worthALook]) {
      expect(help).toMatch(/\.$/);
      expect(worry.length).toBeGreaterThan(20);
    }
  });

  it('knows what Node says by itself', async () => {
    const names = namesIn(await read([]));
    for (const { name } of worthALook) expect(names).toContain(name);
  });
});
