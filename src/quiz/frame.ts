// What every answer of the quiz has in common.
import type { Answer } from '../answer/answer.ts';

/** A card about no code in particular: whatever is asked, its frame looks the same. */
export function frame(title: string, audience: Answer['audience']): Omit<Answer, 'blocks' | 'choices'> {
  return { title, tone: 'neutral', links: [], audience, about: { kind: 'quiz', codes: [], class: null } };
}
