// What clients do by themselves: all of them for one code, or one of them in full.
import type { Answer, Block, Fact, Text } from '../../answer/answer.ts';
import type { Client, CodeRange, Repeated } from '../../catalog/clients/client.ts';
import { type Answered, clients, repeatRule } from '../../catalog/clients/index.ts';
import { titled, written } from '../../catalog/index.ts';
import { about, card, openFacet } from '../card.ts';
import { toneOf } from '../wording.ts';

/** The label of the button to all of them. */
export const WHAT_CLIENTS_DO = 'What clients do';

interface Habit {
  readonly client: Client;
  readonly rule: Repeated | undefined;
}

function habits(answered: Answered): readonly Habit[] {
  return clients.map((client) => ({ client, rule: repeatRule(client, answered) }));
}

/** Who repeats the request as it comes out of the box, and who does not, by name. */
export function habitFacts(answered: Answered): readonly Fact[] {
  const all = habits(answered);
  const repeats = all.filter(({ rule }) => rule !== undefined && rule.only === undefined);
  const sometimes = all.filter(({ rule }) => rule?.only !== undefined);
  const never = all.filter(({ rule }) => rule === undefined);
  const facts: readonly Fact[] = [
    { label: 'Repeat it by default', value: [repeats.map(({ client }) => timed(client)).join(', ')] },
    { label: 'Only in some cases', value: [sometimes.map(({ client }) => client.name).join(', ')] },
    { label: 'Do not', value: [never.map(({ client }) => client.name).join(', ')] },
  ];
  return facts.filter(({ value: [names] }) => names !== '');
}

function timed({ name, times }: Client): string {
  return `${name} (${times}×)`;
}

const heeds: Readonly<Record<Client['retryAfter'], string>> = {
  heeded: 'heeded',
  ignored: 'ignored',
  unsaid: 'not said',
};

/** All clients in a table, each with its source. */
export function answerClients(answered: Answered): Answer {
  const { code, method } = answered;
  const rows = habits(answered).map(({ client, rule }): readonly Text[] => [
    [{ link: client.name, href: client.sources[0]?.href ?? '' }],
    [rule === undefined ? 'no' : `${client.times}×${rule.only === undefined ? '' : ', in some cases'}`],
    [rule === undefined ? '–' : heeds[client.retryAfter]],
  ]);
  return card({
    title: `Who repeats ${method ?? 'a request'} after ${written(code)} by default`,
    subtitle: titled(code),
    tone: toneOf([code]),
    blocks: [{ kind: 'table', head: ['Client', 'Repeats', 'Retry-After'], rows }, askForOne(code)],
    choices: [openFacet({ code }, 'retry'), openFacet({ code }, 'overview')],
    about: about('status', [code]),
    line: [`retry ${written(code)}`, method, 'clients'].filter((word) => word !== undefined).join(' '),
  });
}

function askForOne(code: number): Block {
  return {
    kind: 'text',
    text: [
      'As they come, without settings of yours. For one of them, ask ',
      { code: `does got retry ${written(code)}` },
      '.',
    ],
  };
}

/** One client: whether it repeats after this code, and all its habits. */
export function answerClient(client: Client, answered: Answered): Answer {
  const { code, method } = answered;
  const rule = repeatRule(client, answered);
  const after = `${method ?? 'a request'} after ${written(code)}`;
  return card({
    title: `${client.name}: ${verdictOn(client, rule, after)}`,
    subtitle: `${client.home} · ${client.version} · as it comes`,
    tone: toneOf([code]),
    blocks: [
      { kind: 'text', text: [...(rule?.only === undefined ? [] : [`Only if ${rule.only}. `]), client.note] },
      {
        kind: 'facts',
        facts: [
          {
            label: 'Repeats',
            value: [client.repeats.length === 0 ? 'no response' : client.repeats.map(sayRule).join('; ')],
          },
          ...(client.times === 0
            ? []
            : [
                {
                  label: 'How often',
                  value: [`${client.times} more ${client.times === 1 ? 'time' : 'times'} at most`],
                },
                { label: 'Waits', value: [client.wait] },
                { label: 'Retry-After', value: [heeds[client.retryAfter]] },
              ]),
          { label: 'Looked at', value: [client.reviewed] },
        ],
      },
    ],
    choices: [
      openFacet({ code }, 'retry'),
      { label: WHAT_CLIENTS_DO, line: `retry ${written(code)} clients` },
      openFacet({ code }, 'overview'),
    ],
    sources: client.sources,
    about: about('status', [code]),
    line: `does ${client.name} retry ${method === undefined ? '' : `${method} after `}${written(code)}`,
  });
}

function verdictOn({ times }: Client, rule: Repeated | undefined, after: string): string {
  if (rule === undefined) return `does not repeat ${after}`;
  if (rule.only !== undefined) return `repeats ${after} in some cases`;
  return `repeats ${after}, ${times} ${times === 1 ? 'time' : 'times'} at most`;
}

function sayRule({ codes, methods, only }: Repeated): string {
  const which = methods === 'any' ? 'any method' : methods.join(' ');
  return `${codes.map(sayRange).join(' ')} with ${which}${only === undefined ? '' : `, if ${only}`}`;
}

function sayRange(range: CodeRange): string {
  return typeof range === 'number' ? String(range) : `${range[0]}–${range[1]}`;
}
