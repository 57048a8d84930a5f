// "404", "404 for testers", "404 in code": one side of one code.
import type { Answer } from '../answer/answer.ts';
import { classOf, isRegistered, meaningsOf } from '../catalog/index.ts';
import type { RegisteredStatus, VendorStatus } from '../catalog/status.ts';
import type { Facet, Reading } from '../query/reading.ts';
import { constantsCard, exampleCard, testersCard, useCard } from './facets.ts';
import { inStackFirst, type Stack } from './in-stack.ts';
import { registeredOverview, vendorOverview } from './overview.ts';
import { answerRetry } from './retry/index.ts';
import { answerTool } from './snippets/answer.ts';
import { answerUnassigned } from './unassigned.ts';
import { knownOf, unknownSubstatus } from './wording.ts';

/**
 * A substatus that nobody lists is answered with its code, and the answer admits it.
 * @param now in milliseconds since 1970 UTC, for what is to be waited for
 */
export function answerStatus(asked: Extract<Reading, { kind: 'status' }>, now: number, stack: Stack = []): Answer {
  const { sub: _, ...rest } = asked;
  const answer = answerKnown({ ...rest, ...knownOf(asked) }, now, stack);
  return { ...answer, blocks: [...unknownSubstatus(asked), ...answer.blocks] };
}

/** The short card of a code. */
export function answerOverview(code: number): Answer {
  return answerKnown({ kind: 'status', code, facet: 'overview', why: 'code' }, 0);
}

function answerKnown(asked: Extract<Reading, { kind: 'status' }>, now: number, stack: Stack = []): Answer {
  const { code, sub, facet } = asked;
  const [first, ...others] = inStackFirst(meaningsOf(code, sub), stack);
  if (first === undefined) return answerUnassigned({ kind: 'unassigned', code, class: classOf(code) });
  if (facet === 'retry') return answerRetry(asked, now, stack);
  if (isRegistered(first)) return sideOf(first, asked, facet, stack);
  const vendors = others.filter((status): status is VendorStatus => !isRegistered(status));
  return vendorOverview([first, ...vendors], facet, stack);
}

function sideOf(
  status: RegisteredStatus,
  { request, tool }: Extract<Reading, { kind: 'status' }>,
  facet: Exclude<Facet, 'retry'>,
  stack: Stack,
): Answer {
  switch (facet) {
    case 'overview':
      return registeredOverview(status, stack);
    case 'use':
      return useCard(status);
    case 'testers':
      return tool === undefined ? testersCard(status, request?.method) : answerTool(status, tool, request?.method);
    case 'example':
      return exampleCard(status);
    case 'constants':
      return constantsCard(status);
    default:
      return facet satisfies never;
  }
}
