// Codes of other protocols and programs: those that are documented are there, and every row says all that it should.
import { describe, expect, it } from 'vitest';
import { meaningsOf } from '../../src/catalog/index.ts';
import {
  type Family,
  families,
  familiesWith,
  familyOf,
  type OtherCode,
  otherCode,
} from '../../src/catalog/other-codes/index.ts';

const MEANING = 160;
const ITEM = 140;
const sentence = /^.*[.?!][”"]?$/;
const clause = /[^.!?]$/;
const spaces = /^\s|\s$|\s{2}|\n/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

const rows = families.flatMap((family) => family.rows.map((row) => ({ family, row })));

/** What is wrong with a row; empty when all is well. */
function problems({ id, carried }: Pick<Family, 'id' | 'carried'>, row: OtherCode, today: string): readonly string[] {
  const said: string[] = [];
  const complain = (what: string) => said.push(`${id} ${row.keys[0]}: ${what}`);
  if (row.meaning.length > MEANING) complain('long meaning');
  for (const text of [row.meaning, ...row.causes, ...row.received]) {
    if (text.length > (text === row.meaning ? MEANING : ITEM)) complain(`long: ${text}`);
    if (!sentence.test(text)) complain(`no full stop: ${text}`);
    if (spaces.test(text)) complain(`spaces: ${text}`);
  }
  // The meaning of Cloudflare’s pages says what is behind them.
  if (row.causes.length === 0 && id !== 'cloudflare') complain('no cause');
  if (row.received.length === 0) complain('nothing to do');
  if (row.name === '' || row.name.endsWith('.')) complain('name');
  for (const { code, when } of row.http) {
    if (meaningsOf(code).length === 0) complain(`no status code: ${code}`);
    if (!clause.test(when)) complain(`no clause: ${when}`);
  }
  if (new Set(row.http.map(({ code }) => code)).size !== row.http.length) complain('a status code twice');
  if (row.without !== undefined && (row.http.length > 0 || !clause.test(row.without))) complain('without');
  if (carried && row.http.some(({ code }) => code === 0)) complain('carried by nothing');
  if (row.sources.length === 0) complain('no source');
  for (const { title, href } of row.sources)
    if (title.trim() === '' || !URL.canParse(href) || new URL(href).protocol !== 'https:') complain(`source: ${href}`);
  if (!isoDate.test(row.reviewed) || row.reviewed > today) complain('day of review');
  return said;
}

function keysOf(id: Family['id']): readonly string[] {
  return familyOf(id).rows.map(({ keys: [key] }) => key);
}

function range(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

describe('the codes of others', () => {
  const today = new Date().toISOString().slice(0, 10);

  it.each(families.map((family) => [family.id, family] as const))('say all that they should: %s', (_, family) => {
    expect(family.rows.flatMap((row) => problems(family, row, today))).toEqual([]);
    for (const text of [family.note]) expect(text).toMatch(sentence);
    for (const text of [family.is, family.many, family.without]) expect(text).toMatch(clause);
  });

  it.each<[string, Partial<OtherCode>, string]>([
    ['a long meaning', { meaning: `${'so '.repeat(60)}long.` }, 'long meaning'],
    ['no full stop', { received: ['Do it'] }, 'no full stop'],
    ['no cause', { causes: [] }, 'no cause'],
    ['nothing to do', { received: [] }, 'nothing to do'],
    ['a status code that is none', { http: [{ code: 478, when: 'by chance' }] }, 'no status code'],
    ['no source', { sources: [] }, 'no source'],
    ['an address without TLS', { sources: [{ title: 'A page', href: 'http://example.com/' }] }, 'source'],
    ['a day that has not come', { reviewed: '9999-01-01' }, 'day of review'],
  ])('are refused with %s', (_, change, problem) => {
    const { family, row } = rows[0] ?? expect.unreachable('there are rows');
    expect(problems(family, { ...row, ...change }, today).join('\n')).toContain(problem);
  });

  it.each<[Family['id'], readonly string[]]>([
    ['grpc', range(0, 16)],
    ['websocket', [...range(1000, 1015), '3000', '3003', '3008', ...range(4000, 4005), ...range(4007, 4014)]],
    [
      'curl',
      [
        ...range(0, 19),
        ...['21', '22', '23', '25', '26', '27', '28', '30', '31', '33', '34', '35', '36', '37', '38', '39', '41', '42'],
        ...['43', '45', '47', '48', '49', '52', '53', '54', '55', '56', '58', '59', '60', '61'],
        ...range(63, 74),
        ...range(77, 102),
      ],
    ],
    [
      'envoy',
      'UH UF UO NR URX NC DT DC LH UT LR UR UC DI FI RL UAEX RLSE IH SI DPE UPE UMSDR RFCF NFCF OM DF DO UDO DR'.split(
        ' ',
      ),
    ],
    [
      'tls',
      [
        ...['0', '10', '20', '21', '22', '30', '40', '41', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51'],
        ...['60', '70', '71', '80', '86', '90', '100', ...range(109, 116), '120', '121'],
      ],
    ],
  ])('are all there: %s', (id, keys) => {
    expect(keysOf(id)).toEqual(keys);
  });

  it.each([
    ['socket', 'ECONNREFUSED'],
    ['socket', 'ECONNRESET'],
    ['socket', 'ETIMEDOUT'],
    ['socket', 'ENOTFOUND'],
    ['socket', 'EAI_AGAIN'],
    ['socket', 'EPIPE'],
    ['socket', 'EHOSTUNREACH'],
    ['socket', 'UND_ERR_CONNECT_TIMEOUT'],
    ['socket', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['socket', 'i/o timeout'],
    ['socket', 'context deadline exceeded'],
    ['browser', 'err_connection_reset'],
    ['discord', '10003'],
    ['discord', '50001'],
    ['discord', '50013'],
    ['discord', '40060'],
    ['slack', 'ratelimited'],
    ['slack', 'invalid_auth'],
    ['slack', 'not_in_channel'],
    ['cloudflare', '1020'],
    ['no-status', '(failed)'],
  ] as const)('know, of %s, %s', (family, key) => {
    expect(otherCode(family, key)).toBeDefined();
  });

  it('have each key once in a family, and each name of its own once over all', () => {
    for (const { id, rows: own } of families) {
      const keys = own.flatMap((row) => row.keys.map((key) => key.toLowerCase()));
      expect(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        id,
      ).toEqual([]);
    }
    const aliases = rows.flatMap(({ row }) => row.aliases.map((alias) => alias.toLowerCase()));
    expect(aliases.filter((alias, at) => aliases.indexOf(alias) !== at)).toEqual([]);
  });

  it('find all families that use a number', () => {
    expect(familiesWith('1006').map(({ id }) => id)).toEqual(['websocket', 'cloudflare']);
    expect(familiesWith('404')).toEqual([]);
  });
});

describe('gRPC and HTTP', () => {
  // https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
  it.each([
    ['0', 200],
    ['1', 499],
    ['2', 500],
    ['3', 400],
    ['4', 504],
    ['5', 404],
    ['6', 409],
    ['7', 403],
    ['8', 429],
    ['9', 400],
    ['10', 409],
    ['11', 400],
    ['12', 501],
    ['13', 500],
    ['14', 503],
    ['15', 500],
    ['16', 401],
  ])('map %s to %i by google.rpc.Code', (key, code) => {
    expect(otherCode('grpc', key)?.http[0]?.code).toBe(code);
  });

  // https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
  it.each([
    [400, 'INTERNAL'],
    [401, 'UNAUTHENTICATED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'UNIMPLEMENTED'],
    [429, 'UNAVAILABLE'],
    [431, 'INTERNAL'],
    [502, 'UNAVAILABLE'],
    [503, 'UNAVAILABLE'],
    [504, 'UNAVAILABLE'],
    [418, 'UNKNOWN'],
  ])('make of a bare %i %s', (status, name) => {
    const rule = familyOf('grpc').fromHttp;
    expect(otherCode('grpc', rule?.keys.get(status) ?? rule?.otherwise ?? '')?.name).toBe(name);
  });
});
