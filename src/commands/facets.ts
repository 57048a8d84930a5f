// The deeper sides of a registered code: when to use it, what to test, how it looks, and its names in code.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { constantPlaces, constants } from '../catalog/index.ts';
import type { Caution, HeaderRule, RegisteredStatus, Source } from '../catalog/status.ts';
import type { Facet } from '../query/reading.ts';
import { about, card, compareWithNeighbours, facetLabel, facetLine, otherFacets, section } from './card.ts';
import { bodyWords, cacheWords, cited, either, retryWords, titleOf, titleOfCode, toneOf } from './wording.ts';

/** For API authors: the cases it is meant for, and which code is better in the others. */
export function useCard(status: RegisteredStatus): Answer {
  return facetCard(status, 'use', [
    ...section('Use it when', status.use),
    { kind: 'heading', text: 'Rather not when' },
    { kind: 'list', items: status.avoid.map(caution) },
  ]);
}

/** For testers: how to get it, what to look at when it comes, and what its specification asks for. */
export function testersCard(status: RegisteredStatus): Answer {
  const { body, cache, retry, headers } = status;
  const none: Text = ['No header is prescribed for it.'];
  return facetCard(status, 'testers', [
    ...section('How to provoke it', status.provoke),
    ...section('What to check', status.check),
    { kind: 'heading', text: 'Headers' },
    { kind: 'list', items: headers.length === 0 ? [none] : headers.map(headerRule) },
    { kind: 'heading', text: 'Rules' },
    {
      kind: 'facts',
      facts: [
        { label: 'Body', value: [`${bodyWords[body.rule]}. ${body.note} `, cited(body.source)] },
        { label: 'Cacheable', value: [`${cacheWords[cache.rule]}. ${cache.note} `, cited(cache.source)] },
        { label: 'Retry', value: [`${retryWords[retry.rule]}. ${retry.after}`] },
      ],
    },
  ]);
}

/** The worked exchange, as it looks on the wire. */
export function exampleCard(status: RegisteredStatus): Answer {
  const { request, response } = status.example;
  return facetCard(status, 'example', [
    { kind: 'heading', text: 'Request' },
    { kind: 'code', source: request.trimEnd(), language: 'http' },
    { kind: 'heading', text: 'Response' },
    { kind: 'code', source: response.trimEnd(), language: 'http' },
  ]);
}

/** Its constant in every language and library that has one. */
export function constantsCard(status: RegisteredStatus): Answer {
  const row = constants.get(status.code) ?? [];
  const places = constantPlaces.map((place, at) => ({ ...place, constant: row[at] ?? null }));
  const without = places.filter(({ constant }) => constant === null).map(({ title }) => title);
  const rows = places.flatMap(({ title, source, constant }) =>
    constant === null ? [] : [[[{ link: title, href: source.href }], [{ code: constant }]]],
  );
  return facetCard(
    status,
    'constants',
    [
      { kind: 'table', head: ['Where', 'Constant'], rows },
      ...(without.length === 0 ? [] : [{ kind: 'text' as const, text: [noneIn(without)] }]),
    ],
    [],
  );
}

function noneIn(places: readonly string[]): string {
  return places.length === constantPlaces.length
    ? 'None of the usual languages and libraries has a constant for it: write the number.'
    : `None in ${either(places)}: write the number there.`;
}

function facetCard(
  status: RegisteredStatus,
  facet: Facet,
  blocks: readonly Block[],
  sources: readonly Source[] = status.sources,
): Answer {
  return card({
    title: titleOf(status),
    subtitle: facetLabel(facet),
    tone: toneOf([status.code]),
    blocks,
    choices: [...otherFacets(status.code, facet), ...compareWithNeighbours(status.code, 1)],
    sources,
    about: about('status', [status.code]),
    line: facetLine(status, facet),
  });
}

function caution({ text, instead }: Caution): Text {
  if (instead.length === 0) return [text];
  return [`${text} Use `, { strong: either(instead.map((code) => titleOfCode({ code }))) }, ' instead.'];
}

function headerRule({ name, on, level, why, source }: HeaderRule): Text {
  return [{ code: name }, ` in the ${on}, `, { strong: level }, `: ${why} `, cited(source)];
}
