// What a row of the outbox says.
import type { Delivery } from '../store/records.ts';
import type { Composed, Desk } from './composed.ts';
import { composeDigest } from './digest.ts';
import { composeQuestion } from './question.ts';
import { composeReveal } from './reveal.ts';
import { composeSeason } from './season.ts';

/** @param again whether it may stand there already: then it is said again as it was */
export function compose(desk: Desk, row: Delivery, again: boolean): Promise<Composed> {
  switch (row.kind) {
    case 'quiz':
      return composeQuestion(desk, row, again);
    case 'reveal':
      return composeReveal(desk, row);
    case 'digest':
      return composeDigest(desk, row);
    case 'season':
      return composeSeason(desk, row);
    default:
      return row.kind satisfies never;
  }
}
