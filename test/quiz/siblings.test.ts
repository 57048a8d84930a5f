// Pairs that wait for their sibling: whose turn it is, and what may be asked until then.
import { describe, expect, it } from 'vitest';
import type { Item, QuestionKind } from '../../src/quiz/item.ts';
import type { Waiting } from '../../src/quiz/lesson.ts';
import { leaveRoom, type Past, siblingDue, unservedOf } from '../../src/quiz/siblings.ts';

const item = (id: string, kind: QuestionKind, pair?: readonly [number, number]): Item => ({
  id,
  kind,
  level: 'common',
  codes: [401],
  prompt: '?',
  answer: '401 Unauthorized',
  alsoAcceptable: [],
  lures: [],
  explanation: '.',
  source: { title: '', href: '' },
  difficulty: 1,
  ...(pair !== undefined && { pair }),
});

const wrong = item('pair:401-403:401', 'pair', [401, 403]);
const sibling = item('pair:401-403:403', 'pair', [401, 403]);
const otherPair = item('pair:404-410:404', 'pair', [404, 410]);
const name = item('name:409', 'name');
const items = [wrong, sibling, otherPair, name];

const wait = (quizzes: number, since = 10): Waiting => ({ pair: [401, 403], item: wrong.id, since, quizzes });
const asked = (...put: readonly Item[]): readonly Past[] =>
  put.map(({ id, kind, pair }, index) => ({ itemId: id, kind, at: 11 + index, ...(pair !== undefined && { pair }) }));
const ids = (some: readonly Item[]) => some.map(({ id }) => id);

describe('a pair that went wrong', () => {
  it.each([
    ['not yet', 2, asked(name), undefined],
    ['its turn', 2, asked(name, name), sibling.id],
    ['overdue', 1, asked(name, name, name), sibling.id],
    ['served already', 1, asked(name, sibling), undefined],
  ])('is %s', (_, quizzes, past, due) => {
    expect(siblingDue(items, unservedOf([wait(quizzes)], past), () => 0)?.id).toBe(due);
  });

  it('never comes back as the very item that was wrong', () => {
    for (const chance of [0, 0.5, 0.99])
      expect(siblingDue(items, unservedOf([wait(0)], []), () => chance)?.id).toBe(sibling.id);
    expect(siblingDue([wrong], unservedOf([wait(0)], []), () => 0)).toBeUndefined();
  });

  it('lets the one go first that waits longer', () => {
    const later: Waiting = { pair: [404, 410], item: 'pair:404-410:410', since: 9, quizzes: 0 };
    expect(siblingDue(items, unservedOf([wait(0), later], []), () => 0)?.id).toBe(otherPair.id);
  });

  it('is not asked about in between', () => {
    expect(ids(leaveRoom(items, unservedOf([wait(3)], asked(name)), asked(name)))).toEqual([otherPair.id, name.id]);
    expect(leaveRoom(items, [], asked(name))).toEqual(items);
  });

  it('keeps its kind free just before its turn', () => {
    const past = asked(otherPair);
    expect(ids(leaveRoom(items, unservedOf([wait(2)], past), past))).toEqual([name.id]);
    expect(ids(leaveRoom(items, unservedOf([wait(3)], past), past))).toEqual([otherPair.id, name.id]);
  });

  it('gives way where nothing else is left', () => {
    const past = asked(otherPair);
    expect(ids(leaveRoom([sibling, otherPair], unservedOf([wait(2)], past), past))).toEqual([otherPair.id]);
    expect(ids(leaveRoom([sibling], unservedOf([wait(2)], past), past))).toEqual([sibling.id]);
  });
});
