// Where a text proves nothing: which products of a stack usually answer with such a code, and who stands behind whom.
import { registeredStatus, vendorStatusesOf } from '../../catalog/index.ts';
import type { ProducerKind } from '../producer/producers.ts';
import type { Product } from './products.ts';
import type { Stack } from './stack-line.ts';

/** Codes by which somebody says that what is behind failed. RFC 9110 §15.6.3 to 15.6.5 */
const ofWhatIsBehind: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Codes that a layer in front often sends by itself; all others come from the application, as a rule. Sizes and times of
 * requests are limited by proxies, rates by gateways and CDNs, and a firewall says 403. Ours, from the defaults of the
 * products that the table of producers has.
 */
const usual: ReadonlyMap<number, readonly ProducerKind[]> = new Map([
  [403, ['cdn', 'application']],
  [408, ['load-balancer', 'reverse-proxy']],
  [411, ['reverse-proxy', 'load-balancer']],
  [413, ['reverse-proxy', 'gateway', 'cdn']],
  [414, ['reverse-proxy', 'load-balancer', 'cdn']],
  [421, ['reverse-proxy', 'cdn']],
  [429, ['gateway', 'cdn', 'application']],
  [431, ['reverse-proxy', 'load-balancer', 'cdn']],
  [505, ['reverse-proxy', 'load-balancer']],
]);

/** Suspects that are named: more would be the whole stack. */
const NAMED = 2;

/** The product that stands right behind another, seen from the client. */
export function behindIn(stack: Stack, product: Product): Product | undefined {
  const at = stack.indexOf(product);
  return at === -1 ? undefined : stack[at + 1];
}

/** Whether a code says that what stands behind failed, so that the next check lies there. */
export function blamesBehind(code: number): boolean {
  return ofWhatIsBehind.has(code);
}

/**
 * The products of a stack that usually answer with a code: whoever owns it, whoever says it of what is behind, or the layer
 * that sends it most; the nearest to the application first. Nobody where the code is no error.
 * @param passed products that a text names as passed on the way: the answer comes from the last of them or from behind it
 */
export function suspectsOf(code: number, stack: Stack, passed: readonly Product[] = []): readonly Product[] {
  if (code < 400) return [];
  const from = Math.max(0, ...passed.map((product) => stack.indexOf(product)));
  const left = stack.slice(from);
  return candidates(code, stack, left).toReversed().slice(0, NAMED);
}

function candidates(code: number, stack: Stack, left: Stack): Stack {
  const owned = vendorStatusesOf(code).map(({ owner }) => owner);
  const owning = left.filter(({ owners }) => owners.some((owner) => owned.includes(owner)));
  if (registeredStatus(code) === undefined) return owning;
  const last = stack.at(-1);
  if (ofWhatIsBehind.has(code)) return left.filter((product) => product !== last && product.kind !== 'application');
  const kinds = usual.get(code);
  if (kinds !== undefined) return left.filter(({ kind }) => kinds.includes(kind));
  // A server that runs the application answers only where that did not.
  return left.filter(({ kind }) => kind === 'application').slice(-1);
}
