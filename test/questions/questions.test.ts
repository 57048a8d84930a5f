import { describe, expect, it } from 'vitest';
import { loadQuestions, meanOverKinds, scoreByKind } from './score.ts';

const questions = loadQuestions();

describe('the question set', () => {
  it('is large, unique and keeps a third away from tuning', () => {
    expect(questions.length).toBeGreaterThan(600);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
    const held = questions.filter(({ held }) => held).length / questions.length;
    expect(held).toBeGreaterThan(0.3);
  });

  // Floors a little under what was measured when they were set: a change that costs accuracy turns this red.
  const shares = scoreByKind(questions);
  it.each([
    ['status', 0.95],
    ['compare', 0.95],
    ['class', 0.95],
    ['unassigned', 0.95],
    ['paste', 0.95],
    ['none', 0.9],
    ['help', 0.9],
    ['situation', 0.85],
  ])('reads %s right in at least %d of the cases', (kind, floor) => {
    const share = shares.get(kind);
    expect((share?.right ?? 0) / (share?.of ?? 1)).toBeGreaterThanOrEqual(floor);
  });

  it('reads nine of ten right over all kinds', () => {
    expect(meanOverKinds(shares)).toBeGreaterThan(0.9);
  });
});
