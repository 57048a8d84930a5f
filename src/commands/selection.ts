// "Which codes are cacheable by default", "nginx codes": all codes with a fact in common, and what that fact says of each.
import { type Answer, flatten, type Text } from '../answer/answer.ts';
import { isRegistered, refOf, written } from '../catalog/index.ts';
import { headerRule, type Selection, select, vendors, WEBDAV } from '../catalog/selection.ts';
import { registry, rfc } from '../catalog/sources.ts';
import type { RegisteredStatus, Source, VendorStatus } from '../catalog/status.ts';
import { about, card, listClass, openCard } from './card.ts';
import { bestKnown, CARDS, LEGEND, marked } from './list.ts';
import { substatusRanges } from './substatuses.ts';
import { titleOf, titleOfCode, toneOf } from './wording.ts';

/** Characters of a list with a word on each code; a longer one only names them. It stays one passage on Slack (3,000). */
const READABLE = 2_700;

export function answerSelection(only: Selection): Answer {
  const statuses = select(only);
  const ofRegistry = statuses.filter(isRegistered);
  const ofVendors = statuses.filter((status): status is VendorStatus => !isRegistered(status));
  const codes = [...new Set(statuses.map(({ code }) => code))];
  const line = phrase(only);
  const laidDown = sourcesOf(only);
  return card({
    // A product is written as it writes itself.
    title: only.owners?.length === 1 ? line : line.charAt(0).toUpperCase() + line.slice(1),
    subtitle: `${codes.length} ${codes.length === 1 ? 'code' : 'codes'}${only.owners === undefined ? '' : ', not registered'}`,
    tone: toneOf(codes),
    blocks: [
      { kind: 'list', items: [...registeredItems(ofRegistry, only), ...vendorItems(ofVendors)] },
      { kind: 'text', text: ofRegistry.some(({ common }) => common) ? [LEGEND] : [] },
    ],
    choices: [
      ...[...bestKnown(ofRegistry), ...ofVendors.slice(0, CARDS)].map((status) => openCard(refOf(status))),
      ...(only.class === undefined ? [] : [listClass(only.class)]),
    ],
    sources: laidDown.length > 0 ? laidDown : statuses.flatMap(({ sources }) => sources.slice(0, 1)),
    about: { ...about('class', codes), class: only.class ?? null },
    line,
  });
}

/** The words that ask for it: title and line at once. */
function phrase({
  class: statusClass,
  owners,
  common,
  body,
  cache,
  retry,
  header,
  rfcs,
  deprecated,
}: Selection): string {
  return [
    deprecated && 'deprecated',
    common && 'common',
    statusClass && `${statusClass}xx`,
    owners && nameOf(owners),
    rfcs === WEBDAV && 'WebDAV',
    'codes',
    body && (body === 'never' ? 'without a body' : 'with a body'),
    cache && (cache === 'default' ? 'cacheable by default' : 'never cached'),
    retry && (retry.includes('any') ? 'safe to retry' : 'not worth retrying'),
    header && `with a ${header} header`,
    rfcs && rfcs !== WEBDAV && `of RFC ${rfcs.join(', RFC ')}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function nameOf(owners: readonly string[]): string {
  const [only, second] = owners;
  if (only === undefined || owners.length === vendors.length) return 'vendor';
  return second === undefined ? only : 'Microsoft';
}

/** Where the fact itself is laid down, rather than each of its codes. */
function sourcesOf({ body, cache, retry, header, rfcs, deprecated }: Selection): readonly Source[] {
  return [
    ...(body === undefined ? [] : [rfc(9110, '6.4.1')]),
    ...(cache === undefined ? [] : [rfc(9110, '15.1')]),
    ...(retry === undefined ? [] : [rfc(9110, '9.2.2')]),
    ...(header === undefined
      ? []
      : select({ header })
          .filter(isRegistered)
          .flatMap((status) => headerRule(status, header)?.source ?? [])),
    ...(rfcs ?? []).map((number) => rfc(number)),
    ...(deprecated === undefined ? [] : [registry]),
  ];
}

/** What a code has to do with the list, in one sentence. */
function factOf(status: RegisteredStatus, { body, cache, retry, header, deprecated }: Selection): string {
  const rule = header === undefined ? undefined : headerRule(status, header);
  if (rule !== undefined) return `${rule.level} in the ${rule.on}: ${rule.why}`;
  if (deprecated !== undefined) return status.deprecated?.note ?? status.meaning;
  if (cache !== undefined) return status.cache.note;
  if (body !== undefined) return status.body.note;
  return retry === undefined ? status.meaning : status.retry.after;
}

function registeredItems(statuses: readonly RegisteredStatus[], only: Selection): readonly Text[] {
  return readable(
    statuses.map((status): Text => [...marked(status), ` – ${factOf(status, only)}`]),
    statuses.map(marked),
  );
}

/** A vendor's codes one by one; of several vendors, and of IIS with its many numbers behind the dot, what belongs together. */
function vendorItems(statuses: readonly VendorStatus[]): readonly Text[] {
  const byOwner = [...Map.groupBy(statuses, ({ owner }) => owner)];
  if (byOwner.length > 1)
    return byOwner.map(
      ([owner, rows]): Text => [
        { strong: `${owner}:` },
        ` ${[...new Set(rows.map(({ code }) => written(code)))].join(', ')}`,
      ],
    );
  return readable(
    itemsByCode(statuses, ({ meaning }) => [` – ${meaning}`]),
    itemsByCode(statuses, () => []),
  );
}

function itemsByCode(statuses: readonly VendorStatus[], word: (status: VendorStatus) => Text): readonly Text[] {
  return [...Map.groupBy(statuses, ({ code }) => code)].flatMap(([code, rows]): readonly Text[] => {
    const whole = rows
      .filter(({ sub }) => sub === undefined)
      .map((status): Text => [{ strong: titleOf(status) }, ...word(status)]);
    if (rows.length === whole.length) return whole;
    return [...whole, [{ strong: `${titleOfCode({ code })}:` }, ' ', ...substatusRanges(code)]];
  });
}

function readable(full: readonly Text[], short: readonly Text[]): readonly Text[] {
  return full.reduce((sum, item) => sum + flatten(item).length, 0) <= READABLE ? full : short;
}
