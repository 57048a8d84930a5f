import { describe, expect, it } from 'vitest';
import { toQuestion } from '../../src/query/question.ts';
import { QUESTION_LIMIT } from '../../src/query/words.ts';

describe('a question', () => {
  // U+FDFA is one sign, and 18 letters once it is cleaned.
  it.each(['which code? ', '\uFDFA', '\uFDFA ', '㌖'])('of many “%s” is read up to its limit', (text) => {
    const { raw, cleaned } = toQuestion(text.repeat(QUESTION_LIMIT));
    expect(raw.length).toBe(QUESTION_LIMIT);
    expect(cleaned.length).toBeLessThanOrEqual(QUESTION_LIMIT);
  });
});
