// What the digest and the end of a season have in common.
import type { Share } from '../quiz/insights.ts';

/** "68 % of 57 answers were right" */
export function shareIn({ answered, right }: Share): string {
  if (answered === 1) return right === 1 ? 'the one answer was right' : 'the one answer was not right';
  return `${Math.round((right * 100) / answered)} % of ${answered} answers were right`;
}
