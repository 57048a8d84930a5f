// What a channel’s stack adds to an answer: its vendors first, whom to look at next, and a question where nothing is proved.
// It never overrides what a text proves.
import type { Fact } from '../answer/answer.ts';
import { clients, repeatRule } from '../catalog/clients/index.ts';
import { vendorStatusesOf, written } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import type { Verdict } from '../query/paste/read-paste.ts';
import { judge } from '../query/producer/verdict.ts';
import type { Finding, Reading } from '../query/reading.ts';
import { type Product, productNamed } from '../query/stack/products.ts';
import type { Stack } from '../query/stack/stack-line.ts';
import { behindIn, blamesBehind, suspectsOf } from '../query/stack/suspects.ts';

export type { Stack } from '../query/stack/stack-line.ts';

/** The owner of registered meanings. */
const REGISTRY: Status['owner'] = 'IANA';

/** Whether a stack can change the answer: nobody needs to look it up for the others. */
export function asksForStack(reading: Reading): boolean {
  switch (reading.kind) {
    case 'status':
      return reading.facet === 'retry' || vendorStatusesOf(reading.code, reading.sub).length > 0;
    case 'paste':
      return true;
    case 'other':
    case 'none':
      return reading.verdict !== undefined;
    default:
      return false;
  }
}

/** Whether the owner of a meaning stands in the stack. */
export function isInStack({ owner }: Pick<Status, 'owner'>, stack: Stack): boolean {
  return stack.some(({ owners }) => owners.includes(owner));
}

/** The registry’s meaning, then those whose owner stands in the stack, then the others in their order. */
export function inStackFirst<Row extends Pick<Status, 'owner'>>(rows: readonly Row[], stack: Stack): readonly Row[] {
  const rank = (row: Row) => (row.owner === REGISTRY ? 2 : Number(isInStack(row, stack)));
  return rows.toSorted((a, b) => rank(b) - rank(a));
}

/** "Cloudflare (in your stack)". */
export function ownerIn(stack: Stack, { owner }: Pick<Status, 'owner'>): string {
  return isInStack({ owner }, stack) ? `${owner} (in your stack)` : owner;
}

/** The same reading, its verdicts seen from a stack. */
export function seenFrom(stack: Stack, reading: Reading): Reading {
  if (stack.length === 0) return reading;
  switch (reading.kind) {
    case 'paste': {
      const findings = reading.findings.map(
        (finding): Finding =>
          finding.by === undefined ? finding : { ...finding, by: viewed(finding.by, stack, finding.code) },
      );
      const [first] = findings;
      const verdict = first?.by ?? openQuestion(first, stack);
      return { ...reading, findings, ...(verdict !== undefined && { verdict }) };
    }
    case 'other':
    case 'none':
      return reading.verdict === undefined ? reading : { ...reading, verdict: viewed(reading.verdict, stack, null) };
    default:
      return reading;
  }
}

/** Somebody’s words name a code and show nothing of who answered: then there is only what is usual. */
function openQuestion(finding: Finding | undefined, stack: Stack): Verdict | undefined {
  if (finding === undefined || suspectsOf(finding.code, stack).length === 0) return undefined;
  return viewed(judge([]), stack, finding.code);
}

function viewed(verdict: Verdict, stack: Stack, code: number | null): Verdict {
  if (verdict.confidence === 'unknown') return asked(verdict, stack, code);
  const chosen = chosenIn(stack, verdict);
  const product = productOf(chosen, stack);
  const behind = product === undefined ? undefined : behindIn(stack, product);
  if (product === undefined || behind === undefined || code === null || !blamesBehind(code)) return chosen;
  const look = behind.next === null ? '' : ` ${behind.next}`;
  return { ...chosen, next: `${chosen.next} Behind ${product.name}, your stack has ${behind.name}.${look}` };
}

/** Of several for whom a text speaks alike, the one that is in the stack. */
function chosenIn(stack: Stack, verdict: Verdict): Verdict {
  const all = [verdict, ...(verdict.equal ?? [])];
  return all.find((one) => productOf(one, stack) !== undefined) ?? verdict;
}

function productOf({ name }: Pick<Verdict, 'name'>, stack: Stack): Product | undefined {
  return name === null ? undefined : namedIn(stack, name);
}

/** The product of the stack that goes by the name of a verdict; one may go by several: Istio’s Envoy. */
function namedIn(stack: Stack, name: string): Product | undefined {
  const product = productNamed(name);
  if (product === undefined || stack.includes(product)) return product && stack.find((one) => one === product);
  const [id] = product.producers;
  return id === undefined ? undefined : stack.find(({ producers }) => producers.includes(id));
}

/** The text proves nothing: what is usual, as a question and not as a verdict. */
function asked(verdict: Verdict, stack: Stack, code: number | null): Verdict {
  const passed = verdict.passed.flatMap((name) => namedIn(stack, name) ?? []);
  const suspects = code === null ? [] : suspectsOf(code, stack, passed);
  const [first] = suspects;
  if (first === undefined || code === null) return verdict;
  const names = suspects.map(({ name }) => name).join(' or ');
  const usual = `In your stack, ${names} usually answers ${written(code)}.`;
  const look = first.next === null ? '' : ` ${first.next}`;
  return { ...verdict, next: `${usual} Was it ${first.name}?${look}` };
}

/** What those in the stack that repeat requests by themselves do after a code. */
export function habitsInStack(stack: Stack, answered: Parameters<typeof repeatRule>[1]): readonly Fact[] {
  // An application answers; it sends nobody’s request again.
  const between = stack.filter(({ kind }) => kind !== 'application');
  const said = between.flatMap((product) => {
    const client = clients.find(({ name }) => namedIn([product], name) === product);
    if (client === undefined) return [];
    const rule = repeatRule(client, answered);
    const condition = rule?.only === undefined ? '' : `, if ${rule.only}`;
    return [`${client.name} ${rule === undefined ? 'does not repeat it' : `repeats it, ${client.times}×${condition}`}`];
  });
  return said.length === 0 ? [] : [{ label: 'In your stack', value: [said.join('; ')] }];
}
