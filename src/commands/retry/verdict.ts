// Whether a request may be sent again after a code: by what the code says, the method, and an idempotency key.
import { classOf, isRegistered, meaningsOf, registeredStatus } from '../../catalog/index.ts';
import { methodNamed } from '../../catalog/methods.ts';
import type { RetryRule, StatusClass } from '../../catalog/status.ts';
import type { RequestFacts } from '../../query/request.ts';

/** `idempotent`: only if it is; `changed`: not as it is. */
export type Verdict = 'yes' | 'idempotent' | 'changed' | 'no';

/** What is known of sending it again, by the code alone. */
export interface Basis {
  readonly rule: RetryRule['rule'];
  /** One sentence: after what, or what to change first. */
  readonly after: string;
  /** Where no specification speaks of the code: whose rule it is, in one sentence. */
  readonly borrowed?: string;
}

/** What a class says of its codes that nobody has registered (RFC 9110 §15). */
const firstOf: Readonly<Record<StatusClass, number>> = { 1: 100, 2: 200, 3: 300, 4: 400, 5: 500 };

/** A vendor's code without a rule of its own borrows that of its class; one without a class proves nothing of what was done. */
export function basisOf(code: number): Basis {
  const own = registeredStatus(code);
  if (own !== undefined) return own.retry;
  const owners = meaningsOf(code).filter((status) => !isRegistered(status));
  const [owner] = owners;
  const logged = owners.every((status) => 'seen' in status && status.seen !== 'response');
  if (owner !== undefined && 'seen' in owner && owner.retry !== undefined)
    return {
      ...owner.retry,
      borrowed: `${logged ? 'It stands in a log: no client receives it' : 'No specification defines it'}. This goes by what it means to ${owner.owner}.`,
    };
  const after = owner?.received[0] ?? '';
  const statusClass = classOf(code);
  const first = statusClass === null ? undefined : registeredStatus(firstOf[statusClass]);
  if (statusClass === null || first === undefined)
    return {
      rule: 'idempotent',
      after,
      borrowed: 'It has no class of HTTP, so nobody knows what became of the request.',
    };
  return {
    rule: first.retry.rule,
    after,
    borrowed: logged
      ? `It stands in a log: no client receives it. By its class it would count as a ${first.code}.`
      : `No specification defines it: a client treats it as a ${first.code}.`,
  };
}

export function judge(code: number, { method, key, retryAfter }: RequestFacts): Verdict {
  const { rule } = basisOf(code);
  switch (rule) {
    case 'any':
      return 'yes';
    case 'idempotent':
      return isIdempotent(method) || key === true ? 'yes' : 'idempotent';
    case 'changed':
      return comesBack(code) && retryAfter !== undefined && retryAfter !== 'unreadable' ? 'yes' : 'changed';
    case 'pointless':
      return 'no';
    default:
      return rule satisfies never;
  }
}

function isIdempotent(method: string | undefined): boolean {
  return method !== undefined && methodNamed(method)?.idempotent === true;
}

/** With Retry-After, a 413 says that the refusal is only for a while (RFC 9110 §15.5.14). */
function comesBack(code: number): boolean {
  const rules = registeredStatus(code)?.headers ?? [];
  return rules.some(({ name, on }) => name === 'Retry-After' && on === 'response');
}

/** The verdict in a few words, after "Retry POST after 504:". */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  yes: 'yes',
  idempotent: 'only if it is idempotent',
  changed: 'not unless you change it',
  no: 'no',
};

/** Why, in a sentence or two. */
export function reasonFor(verdict: Verdict, code: number, { method, key }: RequestFacts): string {
  const { rule } = basisOf(code);
  const one = method === undefined ? 'request' : method;
  switch (verdict) {
    case 'yes':
      if (rule !== 'idempotent')
        return 'It was not carried out, so sending it again does nothing twice, whatever the method.';
      if (isIdempotent(method))
        return `${one} is ${methodNamed(one)?.safe ? 'safe' : 'idempotent'}: sent twice, it has the effect of once.`;
      return key === true
        ? 'With the same idempotency key, a server that knows such keys carries it out once.'
        : 'It is idempotent.';
    case 'idempotent':
      return method === undefined
        ? 'Nobody knows whether it was carried out. GET, HEAD, OPTIONS, PUT and DELETE bear a repetition; POST and PATCH may do it twice.'
        : `Nobody knows whether the first ${one} was carried out, and a second one may do it again.`;
    case 'changed':
      return 'The same request would get the same answer.';
    case 'no':
      return 'Another try would change nothing.';
    default:
      return verdict satisfies never;
  }
}
