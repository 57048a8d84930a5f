// "retry 504 POST": may I send it again, why, and after how long; who does it by default.
import type { Answer, Choice, Fact } from '../../answer/answer.ts';
import { clientNamed } from '../../catalog/clients/index.ts';
import { registeredStatus, titled, vendorStatusesOf, written } from '../../catalog/index.ts';
import { methodNamed, methodPromises } from '../../catalog/methods.ts';
import { page } from '../../catalog/sources.ts';
import type { Source } from '../../catalog/status.ts';
import type { Reading } from '../../query/reading.ts';
import type { RequestFacts } from '../../query/request.ts';
import { about, card, openFacet } from '../card.ts';
import { habitsInStack, type Stack } from '../in-stack.ts';
import { cited, toneOf } from '../wording.ts';
import { answerClient, answerClients, habitFacts, WHAT_CLIENTS_DO } from './habits.ts';
import { basisOf, judge, reasonFor, type Verdict, verdictWords } from './verdict.ts';
import { backOff, dateOf, sayRetryAfter } from './wait.ts';

const idempotencyKey = page(
  'Idempotency-Key (draft)',
  'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
);

/** Of the code’s own sources; the others are on its card. */
const OWN_SOURCES = 3;

/**
 * @param now in milliseconds since 1970 UTC
 * @param stack what a request passes in the channel
 */
export function answerRetry(
  { code, request = {}, client }: Extract<Reading, { kind: 'status' }>,
  now: number,
  stack: Stack = [],
): Answer {
  const { method } = request;
  const answered = { code, ...(method === undefined ? {} : { method }) };
  const one = client === undefined ? undefined : clientNamed(client);
  if (one !== undefined) return answerClient(one, answered);
  if (client === 'all') return answerClients(answered);
  const verdict = judge(code, request);
  const { after, borrowed } = basisOf(code);
  const most = borrowed === undefined ? '' : 'most likely ';
  const again = verdict === 'yes' || verdict === 'idempotent';
  return card({
    title: `Retry ${method === undefined ? '' : `${method} `}after ${written(code)}: ${most}${verdictWords[verdict]}`,
    subtitle: titled(code),
    tone: toneOf([code]),
    blocks: [
      { kind: 'text', text: [[reasonFor(verdict, code, request), borrowed ?? ''].join(' ').trim()] },
      {
        kind: 'facts',
        facts: [
          { label: 'Do', value: [after] },
          ...(request.retryAfter === undefined ? [] : [sayRetryAfter(request.retryAfter, now)]),
          ...(again ? [backOff] : []),
          ...methodFacts(method),
          ...keyFacts(verdict, request),
          ...(again ? habitFacts(answered) : []),
          ...habitsInStack(stack, answered),
        ].filter(({ value }) => value[0] !== ''),
      },
    ],
    choices: choicesFor(code, request, verdict),
    sources: sourcesFor(code, request),
    about: about('status', [code]),
    line: lineOf(code, request, now),
  });
}

function methodFacts(name: string | undefined): readonly Fact[] {
  const method = name === undefined ? undefined : methodNamed(name);
  if (method === undefined) return [];
  const promise = method.safe
    ? 'safe, and so idempotent'
    : method.idempotent
      ? 'not safe, but idempotent'
      : 'neither safe nor idempotent';
  return [{ label: method.name, value: [`${promise}. `, cited(methodPromises)] }];
}

/** A key matters only where the method promises nothing. */
function keyFacts(verdict: Verdict, { method, key }: RequestFacts): readonly Fact[] {
  const open = method === undefined || methodNamed(method)?.idempotent !== true;
  if (key === true)
    return [
      {
        label: 'Idempotency key',
        value: [
          'Send the same key with the same content; it helps only where the API says that it knows keys. ',
          cited(idempotencyKey),
        ],
      },
    ];
  if (verdict !== 'idempotent' || !open) return [];
  return [
    {
      label: 'Without a key',
      value: [
        'Look first whether it was done; next time send an Idempotency-Key, if the API knows them. ',
        cited(idempotencyKey),
      ],
    },
  ];
}

function choicesFor(code: number, request: RequestFacts, verdict: Verdict): readonly Choice[] {
  const number = written(code);
  const { method, key } = request;
  return [
    ...(method === undefined && verdict === 'idempotent'
      ? [
          { label: 'With GET', line: `retry ${number} GET` },
          { label: 'With POST', line: `retry ${number} POST` },
        ]
      : []),
    ...(method !== undefined && verdict === 'idempotent' && key !== true
      ? [{ label: 'With an idempotency key', line: `retry ${number} ${method} idempotency key` }]
      : []),
    {
      label: WHAT_CLIENTS_DO,
      line: ['retry', number, ...(method ?? '').split(' ').filter(Boolean), 'clients'].join(' '),
    },
    ...(registeredStatus(code) === undefined ? [] : [openFacet({ code }, 'testers')]),
    openFacet({ code }, 'overview'),
  ];
}

function sourcesFor(code: number, { key }: RequestFacts): readonly Source[] {
  const own = registeredStatus(code)?.sources ?? vendorStatusesOf(code).flatMap(({ sources }) => sources.slice(0, 1));
  return [...own.slice(0, OWN_SOURCES), methodPromises, ...(key === true ? [idempotencyKey] : [])];
}

/** Seconds are written as the moment they stand for, so that the line says the same whenever it is asked. */
function lineOf(code: number, { method, key, retryAfter }: RequestFacts, now: number): string {
  const date = dateOf(retryAfter, now);
  return [
    `retry ${written(code)}`,
    ...(method === undefined ? [] : [method]),
    ...(key === true ? ['idempotency key'] : []),
    ...(date === undefined ? [] : [`Retry-After: ${date}`]),
  ].join(' ');
}
