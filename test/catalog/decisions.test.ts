// The way to a code: every path ends after three to five answers, and what the rows say is what the catalog says.
import { describe, expect, it } from 'vitest';
import { decidedCodes, decisions, walk, type YesNo } from '../../src/catalog/decisions.ts';
import { classOf, decidingQuestion, neighbours, registeredStatus } from '../../src/catalog/index.ts';
import { headerRule } from '../../src/catalog/selection.ts';
import type { Fault, RegisteredStatus } from '../../src/catalog/status.ts';
import { read } from '../../src/query/read.ts';

/** What authors of APIs choose from. */
const needed = [
  ...[200, 201, 202, 204],
  ...[301, 302, 303, 304, 307, 308],
  ...[400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429],
  ...[500, 501, 502, 503, 504],
];

const FEWEST = 3;
const MOST = 5;
/** Characters of a question (those of the neighbours have the same limit), and of an example. */
const QUESTION = 100;
const EXAMPLE = 90;
const clause = /^(?:[a-z]|[A-Z]{2,5}\b).*[^.!?;:]$/;

/** Every way through the questions, as its answers. */
function paths(begun: readonly YesNo[] = []): readonly (readonly YesNo[])[] {
  if (typeof walk(begun).at === 'number' || begun.length > MOST) return [begun];
  return [...paths([...begun, 'yes']), ...paths([...begun, 'no'])];
}

const ways = paths();
const rows = Object.entries(decisions);

describe('the way to a code', () => {
  it('ends on every path after three to five answers', () => {
    for (const answers of ways) {
      expect(walk(answers).at, answers.join(' ')).toBeTypeOf('number');
      expect(answers.length).toBeGreaterThanOrEqual(FEWEST);
      expect(answers.length).toBeLessThanOrEqual(MOST);
    }
  });

  it('leads to every code that an author of an API needs, to each on one path', () => {
    const ends = ways.map((answers) => Number(walk(answers).at));
    expect(ends.toSorted((a, b) => a - b)).toEqual(needed);
    expect(decidedCodes.toSorted((a, b) => a - b)).toEqual(needed);
  });

  it('asks every question on some path, and none with the words of another', () => {
    const asked = ways.flatMap((answers) => walk(answers).steps.map(({ decision }) => decision));
    expect(new Set(asked)).toEqual(new Set(rows.map(([, decision]) => decision)));
    expect(new Set(rows.map(([, { question }]) => question)).size).toBe(rows.length);
    const examples = rows.flatMap(([, { yes, no }]) => [yes.when, no.when]);
    expect(new Set(examples).size).toBe(examples.length);
  });

  it('says at each question how many answers it may still take', () => {
    for (const answers of ways)
      for (let given = 0; given <= answers.length; given += 1) {
        const { left } = walk(answers.slice(0, given));
        const through = ways.filter((way) => answers.slice(0, given).every((answer, at) => way[at] === answer));
        expect(left).toBe(Math.max(...through.map((way) => way.length)) - given);
      }
  });

  it('leaves out what comes after its end', () => {
    const [first = []] = ways;
    expect(walk([...first, 'no', 'yes'])).toEqual(walk(first));
  });
});

/** Codes that are left after an answer to a question. */
function leftAfter(name: keyof typeof decisions, answer: YesNo): readonly RegisteredStatus[] {
  const through = ways
    .map(walk)
    .filter(({ steps }) => steps.some((step) => step.decision === decisions[name] && step.answer === answer));
  return through.flatMap(({ at }) => registeredStatus(Number(at)) ?? []);
}

const header = (name: string) => (status: RegisteredStatus) => headerRule(status, name) !== undefined;
const fault = (side: Fault) => (status: RegisteredStatus) => status.fault === side;

/** What the catalog says of all codes that an answer leaves. */
const facts: readonly (readonly [keyof typeof decisions, YesNo, (status: RegisteredStatus) => boolean])[] = [
  // A method that no address knows is told with a server error, though the request has to change.
  ['request', 'yes', ({ fault: side, code }) => side === 'client' || code === 501],
  ['request', 'yes', ({ retry, code }) => retry.rule === 'changed' || code === 429 || code === 410],
  ['done', 'yes', fault('nobody')],
  ['started', 'yes', ({ body }) => body.rule !== 'never'],
  ['copy', 'yes', ({ body }) => body.rule === 'never'],
  ['content', 'yes', ({ body }) => body.rule === 'expected'],
  ['content', 'no', ({ body }) => body.rule === 'never'],
  ['finished', 'yes', header('Location')],
  ['elsewhere', 'yes', header('Location')],
  ['elsewhere', 'yes', ({ code }) => classOf(code) === 3],
  ['lasting', 'yes', ({ cache }) => cache.rule === 'default'],
  ['lasting', 'no', ({ cache }) => cache.rule === 'explicit'],
  ['elsewhere', 'no', ({ code, retry }) => classOf(code) === 5 && retry.rule === 'idempotent'],
  ['behind', 'yes', fault('between')],
  ['behind', 'no', fault('server')],
  ['waiting', 'yes', header('Retry-After')],
  ['limit', 'yes', ({ retry }) => retry.rule === 'any'],
  ['identity', 'no', (status) => headerRule(status, 'WWW-Authenticate')?.level === 'MUST'],
  ['method', 'yes', (status) => headerRule(status, 'Allow')?.level === 'MUST'],
  ['gone', 'yes', ({ retry }) => retry.rule === 'pointless'],
];

describe('what the catalog says', () => {
  it.each(facts)('agrees with “%s: %s” (%#)', (name, answer, agrees) => {
    const left = leftAfter(name, answer);
    expect(left).not.toEqual([]);
    expect(left.filter((status) => !agrees(status)).map(({ code }) => code)).toEqual([]);
  });
});

describe.each(rows)('the question %s', (_, { question, yes, no }) => {
  it('is one, and short', () => {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(question.length).toBeLessThanOrEqual(QUESTION);
  });

  it.each([yes, no])('has an example that completes a sentence: $when', ({ when }) => {
    expect(when).toMatch(clause);
    expect(when.length).toBeLessThanOrEqual(EXAMPLE);
    expect(when).not.toMatch(/\b[1-5]\d\d\b/);
  });

  it('decides at its end between two codes whose difference the catalog knows', () => {
    if (typeof yes.to !== 'number' || typeof no.to !== 'number') return;
    expect(yes.to).not.toBe(no.to);
    expect(decidingQuestion([yes.to, no.to])?.codes).toHaveLength(2);
  });

  it('is asked for the codes that the catalog asks it for, where it is one of its own', () => {
    const own = neighbours.find((entry) => entry.question === question);
    if (own === undefined || typeof yes.to !== 'number' || typeof no.to !== 'number') return;
    expect([yes.to, no.to].toSorted()).toEqual([...own.codes].toSorted());
  });

  it.each([yes, no])('reads, where it ends, as a case of the code: $when', ({ when, to }) => {
    if (typeof to !== 'number') return;
    const reading = read(`which code when ${when}`);
    expect(reading, when).toMatchObject({ kind: 'situation' });
    if (reading.kind === 'situation') expect(reading.candidates[0]?.code).toBe(to);
  });
});
