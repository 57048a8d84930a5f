// Codes of vendors: those that people meet are there, each under its owner.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { meaningsOf, registered, vendorStatuses, vendorStatusesOf, written } from '../../src/catalog/index.ts';

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

const owned: readonly (readonly [owner: string, codes: readonly number[]])[] = [
  ['nginx', [444, ...range(494, 499)]],
  ['Cloudflare', [...range(520, 527), 530]],
  ['AWS ELB', [0, 460, 463, 464, 561]],
  ['IIS', [440, 449]],
  ['Microsoft', [450]],
  ['Apache', [218, 509]],
  ['Laravel', [419]],
  ['Twitter', [420]],
  ['Shopify', [430, 530, 540, 783]],
  ['Esri', [498, 499]],
  ['Pantheon', [530]],
  ['Qualys SSL Labs', [529]],
  ['LinkedIn', [999]],
  ['Fastly', [503]],
  ['Proxies', [598, 599]],
  ['cPanel', [508, 509]],
  ['Akamai', [0]],
  ['curl', [0]],
  ['Browsers', [0]],
];

/** Substatuses that Microsoft documents for IIS. */
const substatuses: readonly (readonly [code: number, subs: readonly number[]])[] = [
  [400, [...range(1, 11), ...range(601, 606)]],
  [401, [...range(1, 5), ...range(501, 504)]],
  [403, [...range(1, 22), ...range(501, 504)]],
  [404, [...range(0, 20), ...range(501, 504)]],
  [405, [0]],
  [406, [0]],
  [412, [0]],
  [413, [0, 1]],
  [500, [0, ...range(11, 16), 19, ...range(21, 24), ...range(30, 38), ...range(50, 53), 100]],
  [502, range(1, 7)],
  [503, [0, 2, 3, 4]],
];

/** Numbers that mean something else to each of several owners; the registry counts as one. */
const contested: readonly (readonly [code: number, owners: readonly string[]])[] = [
  [0, ['AWS ELB', 'Akamai', 'Browsers', 'Envoy', 'curl']],
  [308, ['Google', 'IANA']],
  [420, ['Spring', 'Twitter']],
  [449, ['Exchange ActiveSync', 'IIS']],
  [451, ['Exchange ActiveSync', 'IANA']],
  [494, ['Vercel', 'nginx']],
  [498, ['Esri', 'nginx']],
  [499, ['Azure Application Gateway', 'Esri', 'Google', 'nginx']],
  [503, ['Fastly', 'IANA']],
  [508, ['IANA', 'cPanel']],
  [509, ['Apache', 'cPanel']],
  [529, ['Anthropic', 'Qualys SSL Labs']],
  [530, ['Cloudflare', 'Pantheon', 'Shopify']],
  [599, ['Proxies', 'Tornado']],
];

/** nginx and balancers write these to their logs; no client ever receives them. */
const onlyInLogs = [
  'Akamai 000',
  'AWS ELB 000',
  'AWS ELB 460',
  'Azure Application Gateway 499',
  'Envoy 000',
  'nginx 444',
  'nginx 498',
  'nginx 499',
  'Tornado 599',
];

const cases = owned.flatMap(([owner, codes]) => codes.map((code) => [owner, code] as const));

describe('the codes of vendors', () => {
  it.each(cases)('include %s %i', (owner, code) => {
    expect(vendorStatusesOf(code).map((status) => status.owner)).toContain(owner);
  });

  it.each(substatuses)('include the substatuses of IIS %i', (code, subs) => {
    const found = vendorStatuses.filter((status) => status.code === code && status.sub !== undefined);
    expect(found.map(({ sub }) => sub)).toEqual(subs);
    expect(new Set(found.map(({ owner }) => owner))).toEqual(new Set(['IIS']));
  });

  it.each(contested)('show every owner of %i', (code, owners) => {
    expect(
      meaningsOf(code)
        .map(({ owner }) => owner)
        .toSorted(),
    ).toEqual(owners.toSorted());
  });

  it('stand once for each owner', () => {
    const keys = vendorStatuses.map(({ owner, code, sub }) => `${owner} ${written(code, sub)}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('have owners of one spelling', () => {
    const owners = new Set(vendorStatuses.map(({ owner }) => owner));
    expect(new Set([...owners].map((owner) => owner.toLowerCase())).size).toBe(owners.size);
    expect(owners.has('IANA')).toBe(false);
  });

  it('are as many as the README says', () => {
    const owners = new Set(vendorStatuses.map(({ owner }) => owner));
    expect(readFileSync('README.md', 'utf8')).toContain(
      `the ${registered.length} codes of the IANA registry and ${vendorStatuses.length} more from ${owners.size} products`,
    );
  });

  it('tell which of them are only seen in logs', () => {
    const inLogs = vendorStatuses
      .filter(({ seen }) => seen === 'log')
      .map(({ owner, code }) => `${owner} ${written(code)}`);
    expect(inLogs.toSorted()).toEqual(onlyInLogs.toSorted());
  });

  it('tell which of them only a client shows', () => {
    const shown = vendorStatuses.filter(({ seen }) => seen === 'client').map(({ owner, code }) => `${owner} ${code}`);
    expect(shown).toEqual(['curl 0', 'Browsers 0']);
  });
});
