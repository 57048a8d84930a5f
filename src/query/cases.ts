// Every line of the catalog that tells when a code is right, as features: what questions are compared with.
import { isRegistered, registered, vendorStatuses } from '../catalog/index.ts';
import type { Status } from '../catalog/status.ts';
import { type Features, featuresOf } from './features.ts';

export interface CaseLine {
  /** Index into `owners`. */
  readonly owner: number;
  /** The case it belongs to: completes "when …". */
  readonly when: string;
  /** A code that experts also defend for that case. */
  readonly rival?: number;
  /** 1 for what people say, less for what the rest of the row says. */
  readonly weight: number;
  readonly features: Features;
}

/** Every row of the catalog: one per code and owner. */
export const owners: readonly Status[] = [...registered, ...vendorStatuses];

const DESCRIPTION = 0.7;

interface Told extends Omit<CaseLine, 'owner' | 'features'> {
  readonly text: string;
}

/** A vendor's name is part of each of its lines, so that naming the vendor helps. */
function tell(status: Status): readonly Told[] {
  const owner = isRegistered(status) ? '' : `${status.owner} `;
  const cases = status.situations.flatMap(({ when, said, rival }) => {
    const about = { when, weight: 1, ...(rival === undefined ? {} : { rival }) };
    return [when, ...said].map((text) => ({ ...about, text: owner + text }));
  });
  const described = isRegistered(status)
    ? [...status.use, ...status.provoke, ...status.headers.map(({ name, why }) => `${name}: ${why}`)]
    : status.causes;
  const when = status.situations[0]?.when ?? status.meaning;
  const rest = [status.meaning, ...described, status.name, ...status.aliases];
  return [...cases, ...rest.map((text) => ({ text: owner + text, when, weight: DESCRIPTION }))];
}

let told: readonly CaseLine[] | undefined;

/** All lines, built at the first sentence: whoever only asks for numbers does not wait for them. */
export function caseLines(): readonly CaseLine[] {
  told ??= owners.flatMap((status, owner) =>
    tell(status).map(({ text, ...line }): CaseLine => ({ ...line, owner, features: featuresOf(text) })),
  );
  return told;
}
