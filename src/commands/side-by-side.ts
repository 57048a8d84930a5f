// Codes beside each other: a table of what differs, and one line with what is the same.
import type { Block, Text } from '../answer/answer.ts';
import { isRegistered, written } from '../catalog/index.ts';
import type { RegisteredStatus, Status } from '../catalog/status.ts';
import { bodyWords, cacheWords, faultWords, retryWords, titleOf } from './wording.ts';

interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

/** What is said of one code; undefined where there is nothing to say, which leaves the row out for all of them. */
type Say = (status: Status) => string | undefined;

const attributes: readonly (readonly [label: string, say: Say])[] = [
  ['Meaning', ({ meaning }) => meaning],
  ['Use when', (status) => (isRegistered(status) ? status.use[0] : undefined)],
  ['Body', ofRegistered(({ body }) => bodyWords[body.rule])],
  ['Cacheable', ofRegistered(({ cache }) => cacheWords[cache.rule])],
  ['Retry', ofRegistered(({ retry }) => retryWords[retry.rule])],
  ['Fault', ({ fault }) => faultWords[fault]],
  ['Key header', ofRegistered((status) => keyHeader(status) ?? 'none')],
];

/** Vendors wrote no rules for their codes. */
function ofRegistered(say: (status: RegisteredStatus) => string): Say {
  return (status) => (isRegistered(status) ? say(status) : undefined);
}

/** Two to four meanings. A single one, whose company means nothing, has its rows as facts; none leaves nothing. */
export function sideBySide(statuses: readonly Status[]): readonly Block[] {
  const [first, second] = statuses;
  if (first === undefined) return [];
  const rows = attributes.flatMap(([label, say]): readonly Row[] => {
    const values = statuses.map(say).filter((value) => value !== undefined);
    return values.length === statuses.length ? [{ label, values }] : [];
  });
  if (second === undefined)
    return [
      { kind: 'heading', text: titleOf(first) },
      { kind: 'facts', facts: rows.map(({ label, values }) => ({ label, value: values })) },
    ];
  const same = rows.filter(({ values }) => new Set(values).size === 1);
  const different = rows.filter((row) => !same.includes(row));
  return [
    table(
      statuses.map(({ code }) => code),
      different,
    ),
    {
      kind: 'text',
      text: same.length === 0 ? [] : [`The same for ${everyone(statuses)}: ${same.map(asWords).join('; ')}.`],
    },
  ];
}

/** A table with a column for each code. */
export function table(codes: readonly number[], rows: readonly Row[]): Block {
  return {
    kind: 'table',
    head: ['', ...codes.map((code) => written(code))],
    rows: rows.map(({ label, values }) => [[label], ...values.map((value): Text => [value])]),
  };
}

export function everyone(those: readonly unknown[]): string {
  return those.length === 2 ? 'both' : 'all';
}

function asWords({ label, values: [value = ''] }: Row): string {
  return `${label.toLowerCase()} ${value}`;
}

/** The header field of the response that is asked for most strongly: "WWW-Authenticate (MUST)". */
export function keyHeader({ headers }: RegisteredStatus): string | undefined {
  const ofResponse = headers.filter(({ on }) => on === 'response');
  const strongest = (['MUST', 'SHOULD', 'MAY'] as const)
    .map((wanted) => ofResponse.find(({ level }) => level === wanted))
    .find((header) => header !== undefined);
  return strongest === undefined ? undefined : `${strongest.name} (${strongest.level})`;
}
