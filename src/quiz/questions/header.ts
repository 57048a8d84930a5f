// "Which header field must a 405 response carry?"
import { registered, titled, written } from '../../catalog/index.ts';
import type { HeaderRule, RegisteredStatus } from '../../catalog/status.ts';
import type { Difficulty, Item, Option } from '../item.ts';
import { askable, levelOf, nearby, within } from './codes.ts';

const LURES = 4;
const difficulties: Readonly<Record<HeaderRule['level'], Difficulty>> = { MUST: 1, SHOULD: 2, MAY: 3 };

/** Fields of nearly any response: as a wrong option they could be right, too. */
const everywhere: ReadonlySet<string> = new Set([
  'Cache-Control',
  'Connection',
  'Content-Length',
  'Content-Type',
  'Date',
  'Vary',
]);

/** The first word of a rule that holds only sometimes; such a rule is asked by what the field says. */
const CONDITIONAL = /^(?:if|for|only|when|after|in|unlike|with|without|of|usually)\b/i;

/** A rule that names further fields with the same duty says too little about its own. */
const LISTS_OTHERS = /, as also /;

interface Field {
  readonly status: RegisteredStatus;
  readonly rule: HeaderRule;
}

const fields: readonly Field[] = registered.flatMap((status) => status.headers.map((rule) => ({ status, rule })));

export function headerItems(): readonly Item[] {
  return fields
    .filter(({ status, rule }) => askable.includes(status) && !everywhere.has(rule.name))
    .flatMap((field) => asked(field));
}

function asked({ status, rule }: Field): readonly Item[] {
  const lures = luresOf({ status, rule });
  if (lures.length < 2 || rule.why.includes(rule.name) || LISTS_OTHERS.test(rule.why)) return [];
  const { code } = status;
  return [
    {
      id: `header:${code}:${rule.on === 'request' ? 'request-' : ''}${rule.name.toLowerCase()}`,
      kind: 'header',
      level: levelOf([code]),
      codes: [code],
      prompt: promptOf({ status, rule }),
      answer: rule.name,
      alsoAcceptable: [],
      lures,
      explanation: `${rule.name}: ${rule.why}`,
      source: rule.source,
      difficulty: difficulties[rule.level],
    },
  ];
}

function promptOf({ status, rule }: Field): string {
  const name = calledWithout(rule.name, status.code);
  const plain = rule.level !== 'MAY' && !CONDITIONAL.test(rule.why) && onlyOne({ status, rule });
  if (rule.on === 'response')
    return plain
      ? `Which header field ${rule.level === 'MUST' ? 'must' : 'should'} a ${name} response carry?`
      : `Which header field of a ${name} response means this? “${rule.why}”`;
  return plain && rule.level === 'MUST'
    ? `Which header field must a request carry to be answered with ${name}?`
    : `Which header field of the request belongs to ${name} and means this? “${rule.why}”`;
}

/** "405 Method Not Allowed", or "426" alone where its name, Upgrade Required, would say the field. */
function calledWithout(field: string, code: number): string {
  const name = titled(code);
  return name.toLowerCase().split(' ').includes(field.toLowerCase()) ? written(code) : name;
}

/** Whether no other field of this code is asked for as strongly. */
function onlyOne({ status, rule }: Field): boolean {
  return status.headers.filter(({ on, level }) => on === rule.on && level === rule.level).length === 1;
}

/** Fields that codes nearby ask for on the same side, and this code does not know at all. */
function luresOf({ status, rule }: Field): readonly Option[] {
  const own = new Set(status.headers.map(({ name }) => name));
  const near = nearby(status.code);
  const distance = ({ status: { code } }: Field) => (near.includes(code) ? near.indexOf(code) : near.length);
  const byName = new Map<string, Field>();
  const known = fields.filter(
    ({ status: { code, standing } }) => standing === 'registered' && within(levelOf([code]), levelOf([status.code])),
  );
  for (const field of known.toSorted((a, b) => distance(a) - distance(b))) {
    const { name, on } = field.rule;
    if (on === rule.on && !own.has(name) && !everywhere.has(name) && !byName.has(name)) byName.set(name, field);
  }
  return [...byName.values()]
    .filter((field) => !spansClass(field, status))
    .slice(0, LURES)
    .map(({ status: { code }, rule: { name, why } }) => ({
      text: name,
      why: `${name} belongs to ${titled(code)}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    }));
}

/** Location and Retry-After fit every redirect (RFC 9110 §10.2.2 and §10.2.3), so neither is a wrong option there. */
function spansClass({ rule: { name } }: Field, { code }: RegisteredStatus): boolean {
  return (name === 'Location' || name === 'Retry-After') && written(code).startsWith('3');
}
