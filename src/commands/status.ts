// "404", "404 for testers", "404 in code": one side of one code.
import type { Answer } from '../answer/answer.ts';
import { classOf, isRegistered, meaningsOf } from '../catalog/index.ts';
import type { RegisteredStatus, VendorStatus } from '../catalog/status.ts';
import type { CodeRef, Facet, Reading } from '../query/reading.ts';
import { constantsCard, exampleCard, testersCard, useCard } from './facets.ts';
import { registeredOverview, vendorOverview } from './overview.ts';
import { answerUnassigned } from './unassigned.ts';
import { knownOf, unknownSubstatus } from './wording.ts';

/** A substatus that nobody lists is answered with its code, and the answer admits it. */
export function answerStatus(asked: Extract<Reading, { kind: 'status' }>): Answer {
  const answer = answerKnown(knownOf(asked), asked.facet);
  return { ...answer, blocks: [...unknownSubstatus(asked), ...answer.blocks] };
}

function answerKnown({ code, sub }: CodeRef, facet: Facet): Answer {
  const [first, ...others] = meaningsOf(code, sub);
  if (first === undefined) return answerUnassigned({ kind: 'unassigned', code, class: classOf(code) });
  if (isRegistered(first)) return sideOf(first, facet);
  const vendors = others.filter((status): status is VendorStatus => !isRegistered(status));
  return vendorOverview([first, ...vendors], facet);
}

function sideOf(status: RegisteredStatus, facet: Facet): Answer {
  switch (facet) {
    case 'overview':
      return registeredOverview(status);
    case 'use':
      return useCard(status);
    case 'testers':
      return testersCard(status);
    case 'example':
      return exampleCard(status);
    case 'constants':
      return constantsCard(status);
    default:
      return facet satisfies never;
  }
}
