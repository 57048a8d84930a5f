// Where each fact is from, and that rows point only to rows there are.
import { describe, expect, it } from 'vitest';
import {
  classes,
  constantPlaces,
  isRegistered,
  meaningsOf,
  neighbours,
  registered,
  registeredStatus,
  vendorStatuses,
  written,
} from '../../src/catalog/index.ts';
import { mdn, page, rfc } from '../../src/catalog/sources.ts';
import type { Source, Status } from '../../src/catalog/status.ts';

const statuses: readonly Status[] = [...registered, ...vendorStatuses];
const label = ({ owner, code, ...rest }: Status) => `${owner} ${written(code, 'sub' in rest ? rest.sub : undefined)}`;

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const rfcTitle = /^RFC \d+(?: §[\dA-Z.]+)?$/;
const ownSection = /^RFC 9110 §15\.[2-6]\.\d+$/;
const draft = /^draft-ietf-/;
const elsewhere = /Wikipedia|http\.dev|Stack Overflow|KB 941201/;

/** Every source of a row. */
const facts = (status: Status): readonly Source[] =>
  isRegistered(status)
    ? [...status.sources, ...status.headers.map(({ source }) => source), status.body.source, status.cache.source]
    : status.sources;

function sourceProblems(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ title, href }) => {
    if (!URL.canParse(href) || new URL(href).protocol !== 'https:') return [`no https address: ${href}`];
    return title.trim() === '' || title !== title.trim() ? [`no title: ${href}`] : [];
  });
}

function dateProblem(reviewed: string, today: string): string | null {
  const date = new Date(`${reviewed}T00:00:00Z`);
  if (!isoDate.test(reviewed) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(reviewed))
    return 'no date';
  return reviewed > today ? 'future' : null;
}

describe('sources', () => {
  it.each(statuses.map((status) => [label(status), status] as const))('of %s can be opened', (_, status) => {
    expect(status.sources.length).toBeGreaterThan(0);
    expect(sourceProblems(facts(status))).toEqual([]);
  });

  it('of places, classes and deciding questions can be opened', () => {
    const all = [...constantPlaces, ...classes, ...neighbours].map(({ source }) => source);
    expect(sourceProblems(all)).toEqual([]);
  });

  it('begin with the specification for registered codes', () => {
    const others = registered.filter(({ sources: [first] }) => {
      const title = first?.title ?? '';
      return !rfcTitle.test(title) && !draft.test(title);
    });
    expect(others.map(({ code }) => code)).toEqual([]);
  });

  it('begin with the vendor’s own page, except where the vendor publishes none', () => {
    const undocumented = [
      '440 IIS',
      '450 Microsoft',
      '509 Apache',
      '598 Proxies',
      '599 Proxies',
      '999 LinkedIn',
      '000 Akamai',
    ];
    const found = vendorStatuses.filter(({ sources: [first] }) => elsewhere.test(first?.title ?? ''));
    expect(new Set(found.map(({ code, owner }) => `${written(code)} ${owner}`))).toEqual(new Set(undocumented));
  });

  it('name the section of this code and not of its neighbour', () => {
    const strays = registered.flatMap((row) => {
      const own = row.sources.find(({ title }) => ownSection.test(title))?.title;
      const rules = [...row.headers.map(({ source }) => source), row.body.source, row.cache.source];
      return rules
        .filter(({ title }) => ownSection.test(title) && title !== own)
        .map(({ title }) => `${row.code} ${title}`);
    });
    expect(strays).toEqual([]);
  });

  it('lead to MDN’s page of the same code', () => {
    const mixed = registered.filter(({ code, sources }) =>
      sources.some(
        ({ title, href }) => title.startsWith('MDN') && (title !== mdn(code).title || href !== mdn(code).href),
      ),
    );
    expect(mixed.map(({ code }) => code)).toEqual([]);
    // MDN has no page on 305, 306 and the draft code 104.
    const without = registered.filter(({ sources }) => !sources.some(({ title }) => title.startsWith('MDN')));
    expect(without.map(({ code }) => code)).toEqual([104, 305, 306]);
  });

  it.each([
    [rfc(9110, '15.5.5'), 'RFC 9110 §15.5.5', 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5'],
    [rfc(4918, 'F.3'), 'RFC 4918 §F.3', 'https://www.rfc-editor.org/rfc/rfc4918#appendix-F.3'],
    [rfc(2324), 'RFC 2324', 'https://www.rfc-editor.org/rfc/rfc2324'],
  ])('write a section as people cite it: $title', (source, title, href) => {
    expect(source).toEqual({ title, href });
  });

  it.each([
    [page('A page', 'http://example.com/'), 'no https'],
    [page('A page', 'example.com'), 'no https'],
    [page(' ', 'https://example.com/'), 'no title'],
  ])('are refused with a mistake: $href', (source, problem) => {
    expect(sourceProblems([source]).join()).toContain(problem);
  });
});

describe('the day of review', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('is a date that has come, in every row', () => {
    const wrong = statuses.filter(({ reviewed }) => dateProblem(reviewed, today) !== null);
    expect(wrong.map(label)).toEqual([]);
  });

  it.each([
    ['2026-11-25', null],
    ['2026-11-26', 'future'],
    ['2026-02-30', 'no date'],
    ['25.11.2026', 'no date'],
  ])('%s is judged %s on 25 November 2026', (reviewed, problem) => {
    expect(dateProblem(reviewed, '2026-11-25')).toBe(problem);
  });
});

describe('codes that a row sends people to', () => {
  it('exist, are not the code itself and are named once', () => {
    const wrong = registered.flatMap(({ code, avoid }) =>
      avoid
        .filter(
          ({ instead }) =>
            instead.length === 0 ||
            new Set(instead).size !== instead.length ||
            instead.some((other) => other === code || registeredStatus(other) === undefined),
        )
        .map(({ text }) => `${code} ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  it('as a rival exist and are not the code itself', () => {
    const wrong = statuses.flatMap((status) =>
      status.situations
        .filter(({ rival }) => rival !== undefined && (rival === status.code || meaningsOf(rival).length === 0))
        .map(({ when }) => `${label(status)} ${when}`),
    );
    expect(wrong).toEqual([]);
  });
});
