// The deeper sides of a registered code: when to use it, what to test, how it looks, and its names in code.
import type { Answer, Block, Text } from '../answer/answer.ts';
import { constantPlaces, constants } from '../catalog/index.ts';
import { rfc } from '../catalog/sources.ts';
import type { Caution, HeaderRule, RegisteredStatus, Source } from '../catalog/status.ts';
import type { Facet } from '../query/reading.ts';
import { about, card, compareWithNeighbours, facetLabel, facetLine, openFacet, otherFacets, section } from './card.ts';
import { chooseTool, lineFor } from './snippets/answer.ts';
import { tools } from './snippets/tools.ts';
import { bodyWords, cacheWords, cited, either, retryWords, titleOf, titleOfCode, toneOf } from './wording.ts';

/** For API authors: the cases it is meant for, and which code is better in the others. */
export function useCard(status: RegisteredStatus): Answer {
  return facetCard(status, 'use', [
    ...section('Use it when', status.use),
    { kind: 'heading', text: 'Rather not when' },
    { kind: 'list', items: status.avoid.map(caution) },
  ]);
}

/**
 * For testers: how to get it, what to look at when it comes, and what its specification asks for.
 * @param method the one it is tested with, in capitals
 */
export function testersCard(status: RegisteredStatus, method?: string): Answer {
  const { body, cache, retry } = status;
  const never = method === 'HEAD' && body.rule !== 'never';
  const bodyFact: Text = never
    ? ['never, as HEAD has none. ', cited(headHasNoBody)]
    : [`${bodyWords[body.rule]}. ${body.note} `, cited(body.source)];
  return facetCard(
    status,
    'testers',
    [
      ...section('How to provoke it', status.provoke),
      ...section('What to check', status.check),
      ...headerBlocks(status),
      { kind: 'heading', text: 'Rules' },
      {
        kind: 'facts',
        facts: [
          { label: 'Body', value: bodyFact },
          { label: 'Cacheable', value: [`${cacheWords[cache.rule]}. ${cache.note} `, cited(cache.source)] },
          { label: 'Retry', value: [`${retryWords[retry.rule]}. ${retry.after}`] },
        ],
      },
    ],
    status.sources,
    {
      line: method === undefined ? facetLine(status, 'testers') : `${facetLine(status, 'testers')} ${method}`,
      choices: [
        chooseTool(status.code, method),
        ...[tools.curl, tools.msw].map((tool) => ({ label: tool.name, line: lineFor(status.code, method, tool) })),
        openFacet(status, 'overview'),
        ...otherFacets(status.code, 'testers').filter(({ label }) => label === facetLabel('retry')),
      ],
    },
  );
}

const headHasNoBody = rfc(9110, '9.3.2');

const levelWords = [
  ['MUST', 'Required headers'],
  ['SHOULD', 'Recommended headers'],
  ['MAY', 'Optional headers'],
] as const;

/** The header rules as a checklist, the strictest first. */
function headerBlocks({ headers }: RegisteredStatus): readonly Block[] {
  if (headers.length === 0) return section('Headers', ['No header is prescribed for it.']);
  return levelWords.flatMap(([level, heading]): readonly Block[] => {
    const items = headers.filter((rule) => rule.level === level).map(headerRule);
    return items.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'list', items },
        ];
  });
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
  own: Partial<Pick<Answer, 'line' | 'choices'>> = {},
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
    ...own,
  });
}

function caution({ text, instead }: Caution): Text {
  if (instead.length === 0) return [text];
  return [`${text} Use `, { strong: either(instead.map((code) => titleOfCode({ code }))) }, ' instead.'];
}

function headerRule({ name, on, level, why, source }: HeaderRule): Text {
  return [{ code: name }, ` in the ${on}, `, { strong: level }, `: ${why} `, cited(source)];
}
