// Who answered: what the signs in a text say together, how sure that is, and what to check next.
import type { Source } from '../../catalog/status.ts';
import { layers, type ProducerId, type ProducerKind, producerOf } from './producers.ts';
import type { Strength, Witness } from './sign.ts';

/** `certain`: a proof; `likely`: more speaks for it than against it; `unknown`: the text proves nothing. */
export type Confidence = 'certain' | 'likely' | 'unknown';

export interface Verdict {
  readonly producer: ProducerKind;
  /** The product; null where the text tells at most the layer. */
  readonly name: string | null;
  readonly confidence: Confidence;
  /** Why, the strongest first: what is seen, and the piece of text that shows it. */
  readonly because: readonly { readonly seen: string; readonly proof: string; readonly source: Source }[];
  /** Products that only passed the answer on. */
  readonly passed: readonly string[];
  /** What the code means in this case, where the signs tell more than the code; else null. */
  readonly here: string | null;
  /** What to look at next: one sentence. */
  readonly next: string;
  /** Others for whom the text speaks just as much: whoever knows what the request passes can choose among them. */
  readonly equal?: readonly Verdict[];
}

const weights: Readonly<Record<Strength, number>> = { proof: 9, strong: 5, hint: 3 };
/** What a second sign of the same producer adds. */
const AGAIN = 0.5;
/** Weight of "it came from behind": any maker that the text names stands there. */
const FROM_BEHIND = 2.9;
/** Weight of a body as only an application writes one: a little more than the mere name of a proxy. */
const ANY_APPLICATION = 3.2;
/** Reasons that are told. */
const REASONS = 3;

interface Candidate {
  readonly who: ProducerId;
  readonly weight: number;
  readonly witnesses: readonly Witness[];
}

/**
 * The layer that made the answer wins over those that passed it on; among several the one with the best evidence, and of
 * equals the nearest to the client.
 */
export function judge(witnesses: readonly Witness[]): Verdict {
  const candidates = candidatesAmong(witnesses);
  const best = bestOf(candidates);
  if (best === undefined) return verdictOn(best, witnesses);
  const isEqual = ({ who, weight }: Candidate) => who !== best.who && weight === best.weight && weight < weights.proof;
  const equal = candidates.filter(isEqual).map((other) => verdictOn(other, witnesses));
  return { ...verdictOn(best, witnesses), ...(equal.length > 0 && { equal }) };
}

function verdictOn(best: Candidate | undefined, witnesses: readonly Witness[]): Verdict {
  const through = witnesses.filter(({ role, who }) => role !== 'made' && who !== best?.who);
  const passed = namesOf(through, best);
  if (best === undefined) return undecided(through, passed);
  const { kind, name, next } = producerOf(best.who);
  const reasons = best.witnesses.toSorted((a, b) => weights[b.strength] - weights[a.strength]);
  const telling = reasons.find((witness) => witness.here !== undefined);
  return {
    producer: kind,
    name,
    confidence: best.weight >= weights.proof && kind !== 'unknown' ? 'certain' : 'likely',
    because: told(reasons),
    passed,
    here: telling?.here ?? null,
    next: reasons.find((witness) => witness.next !== undefined)?.next ?? next,
  };
}

function candidatesAmong(witnesses: readonly Witness[]): readonly Candidate[] {
  const behind = witnesses.filter(({ role }) => role === 'behind');
  const ruledOut = new Set(behind.map(({ who }) => who));
  const makers = Map.groupBy(
    witnesses.filter(({ role, who, strength }) => role === 'made' && (!ruledOut.has(who) || strength === 'proof')),
    ({ who }) => who,
  );
  const named = [...makers].map(([who, found]): Candidate => ({ who, weight: weightOf(who, found), witnesses: found }));
  return behind.length === 0 ? named : [...named, { who: 'origin', weight: FROM_BEHIND, witnesses: behind }];
}

/** A second sign adds a little. A body of an application tells no name, so any name of one is better. */
function weightOf(who: ProducerId, found: readonly Witness[]): number {
  if (who === 'body' || who === 'problem') return ANY_APPLICATION;
  return Math.max(...found.map(({ strength }) => weights[strength])) + AGAIN * (found.length - 1);
}

/** Any name tells more than the layer alone, and a framework's more than that of the server that runs it. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const nearness = ({ who }: Candidate) => layers.indexOf(producerOf(who).kind);
  const [best, ...others] = candidates.toSorted((a, b) => b.weight - a.weight || nearness(a) - nearness(b));
  if (best === undefined) return undefined;
  const { kind, name, runs } = producerOf(best.who);
  if (name !== null && runs !== true) return best;
  const named = others.filter(({ who }) => producerOf(who).kind === kind && producerOf(who).name !== null);
  return named.find(({ who }) => producerOf(who).runs !== true) ?? (name === null ? named[0] : undefined) ?? best;
}

function namesOf(witnesses: readonly Witness[], best: Candidate | undefined): readonly string[] {
  const own = best === undefined ? null : producerOf(best.who).name;
  const names = witnesses.flatMap(({ who }) => producerOf(who).name ?? []).filter((name) => name !== own);
  return [...new Set(names)];
}

/** The first reasons, each said once. */
function told(witnesses: readonly Witness[]): Verdict['because'] {
  const each = [...new Map(witnesses.map((witness) => [witness.seen, witness])).values()];
  return each.slice(0, REASONS).map(({ seen, proof, source }) => ({ seen, proof, source }));
}

function undecided(through: readonly Witness[], passed: readonly string[]): Verdict {
  return {
    producer: 'unknown',
    name: null,
    confidence: 'unknown',
    because: told(through),
    passed,
    here: null,
    next:
      passed.length > 0
        ? `Ask the server behind ${passed.join(' and ')} directly, and compare status, Server and body.`
        : 'Repeat the request with curl -sSi and look at Server, Via, X-Cache and the body: they tell who answered.',
  };
}
