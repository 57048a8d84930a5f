// Rules and own codes as plain records, and the face of what keeps them. Times are epoch milliseconds.
import type { Person, Place, Written } from './records.ts';

/** A workspace or server. */
export type Team = Pick<Place, 'platform' | 'team'>;

/** What a rule says. */
export interface RuleWords {
  readonly text: string;
  readonly link: string | null;
}

export interface KeptRule extends RuleWords {
  readonly code: number;
  /** Null once that person asked to be forgotten. */
  readonly setBy: string | null;
  readonly setAt: number;
}

export interface CodeWords {
  readonly code: string;
  readonly name: string;
  readonly meaning: string;
  readonly advice: readonly string[];
  readonly status: number | null;
  readonly link: string | null;
  readonly aliases: readonly string[];
}

export interface KeptCode extends CodeWords {
  readonly setBy: string | null;
  readonly setAt: number;
}

/** Something that was done to a rule or an own code. */
export interface HouseEvent extends RuleWords {
  /** What it is about: "422", or the key of an own code. */
  readonly subject: string;
  readonly what: 'set' | 'edit' | 'remove' | 'import';
  readonly by: string | null;
  readonly at: number;
}

/** Who does something, and when. */
export interface Doer {
  /** Null for whoever runs Teapot. */
  readonly user: string | null;
  readonly at: number;
}

/** An own code with the key that it is known by, and the keys of everything it is called. */
export interface KeyedCode {
  readonly key: string;
  readonly words: CodeWords;
  readonly names: readonly string[];
}

export interface Imported {
  /** How many are new or were changed. */
  readonly rules: number;
  readonly codes: number;
}

export interface House {
  /** Whether a team says nothing at all: asked with every question. */
  isEmpty(team: Team): Promise<boolean>;
  /** The rules for these codes, by an index look-up. */
  rulesFor(team: Team, codes: readonly number[]): Promise<readonly KeptRule[]>;
  /** The own codes that are called by one of these keys, by an index look-up. */
  codesCalled(team: Team, keys: readonly string[]): Promise<readonly KeptCode[]>;
  /** All of a team's, in order. */
  rules(team: Team): Promise<readonly KeptRule[]>;
  codes(team: Team): Promise<readonly KeptCode[]>;
  /** What was done to one of them, the last first. @param most how many of it */
  history(team: Team, subject: string, most: number): Promise<readonly HouseEvent[]>;
  /**
   * Changes a rule in view of what it is, in one transaction.
   * @param decide pure, and quick: null leaves it as it is, `remove` removes it; perhaps asked more than once
   * @returns what was decided
   */
  change<Decided extends { readonly change: RuleWords | 'remove' | null }>(
    team: Team,
    code: number,
    doer: Doer,
    decide: (current: KeptRule | null) => Decided,
  ): Promise<Decided>;
  /**
   * Adds rules and own codes, and changes those that are there; what is not named stays.
   * @param most own codes that a team may have; null is returned, and nothing is changed, where there would be more
   */
  add(
    team: Team,
    content: {
      readonly rules: readonly (RuleWords & { readonly code: number })[];
      readonly codes: readonly KeyedCode[];
    },
    doer: Doer,
    most: number,
  ): Promise<Imported | null>;
  /** @returns what was removed; null where there is no such code */
  removeCode(team: Team, key: string, doer: Doer): Promise<KeptCode | null>;
  /** The rules and own codes that somebody wrote last. */
  writtenBy(person: Person): Promise<readonly Written[]>;
}
