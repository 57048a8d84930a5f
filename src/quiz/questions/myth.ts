// True or false about bodies, caches and retries: the catalog's rules, put as statements.
import { registered, titled, written } from '../../catalog/index.ts';
import type { RegisteredStatus, Source } from '../../catalog/status.ts';
import type { Item } from '../item.ts';
import { levelOf } from './codes.ts';

export const TRUE = 'True';
export const FALSE = 'False';

/** 413 comes with Retry-After where its condition is temporary. */
const SOMETIMES_WORTH_WAITING = 413;

/** A statement, whether it is true, and where that is written. */
interface Claim {
  readonly id: 'body' | 'cache' | 'retry';
  readonly says: string;
  readonly holds: boolean;
  readonly because: string;
  readonly source: Source | undefined;
}

export function mythItems(): readonly Item[] {
  return registered
    .filter(({ standing, code }) => standing === 'registered' && code >= 200)
    .flatMap((status) => claimsAbout(status).flatMap((claim) => itemOf(status, claim)));
}

function itemOf({ code }: RegisteredStatus, { id, says, holds, because, source }: Claim): readonly Item[] {
  if (source === undefined) return [];
  return [
    {
      id: `myth:${code}:${id}`,
      kind: 'myth',
      level: levelOf([code]),
      codes: [code],
      prompt: `True or false? ${says}`,
      answer: holds ? TRUE : FALSE,
      alsoAcceptable: [],
      lures: [{ text: holds ? FALSE : TRUE, why: because }],
      explanation: because,
      source,
      difficulty: 2,
    },
  ];
}

function claimsAbout(status: RegisteredStatus): readonly Claim[] {
  const name = titled(status.code);
  return [bodyClaim(status, name), cacheClaim(status, name), retryClaim(status, name)].filter(
    (claim) => claim !== null,
  );
}

/** Only where there is never a body is there something to get wrong. */
function bodyClaim({ body: { rule, note, source } }: RegisteredStatus, name: string): Claim | null {
  if (rule !== 'never') return null;
  return { id: 'body', says: `A ${name} response may carry a short body.`, holds: false, because: note, source };
}

function cacheClaim({ cache: { rule, note, source } }: RegisteredStatus, name: string): Claim {
  const says =
    rule === 'never'
      ? `A cache may store a ${name} when Cache-Control allows it.`
      : `A cache may keep a ${name} for a while although nothing in the response says so.`;
  return { id: 'cache', says, holds: rule === 'default', because: note, source };
}

function retryClaim({ code, retry, sources: [source] }: RegisteredStatus, name: string): Claim | null {
  const claim = (says: string, holds: boolean): Claim => ({ id: 'retry', says, holds, because: retry.after, source });
  switch (retry.rule) {
    case 'any':
      return claim(`A POST that got a ${name} was not carried out, so it may be sent again in time.`, true);
    case 'idempotent':
      return claim(`After a ${name}, a client can safely repeat any request, a POST too.`, false);
    case 'changed':
      return written(code).startsWith('4') && code !== SOMETIMES_WORTH_WAITING
        ? claim(`After a ${name}, sending the very same request again in a minute is the way to go.`, false)
        : null;
    case 'pointless':
      return null;
    default:
      return retry.rule satisfies never;
  }
}
