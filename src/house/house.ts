// What a team says itself: a rule for a status code, and error codes of its own. Plain data, and how it is looked up.

/** What a team has agreed on for a status code: "validation errors; see ADR-12". */
export interface Rule {
  readonly code: number;
  /** One line. */
  readonly text: string;
  /** A web address. */
  readonly link: string | null;
}

/** An error code of a team's own: E1042, PAY-7. */
export interface OwnCode {
  readonly code: string;
  readonly name: string;
  /** What it means, in one or two sentences. */
  readonly meaning: string;
  /** What to do, one step each. */
  readonly advice: readonly string[];
  /** The HTTP status code it comes with. */
  readonly status: number | null;
  readonly link: string | null;
  /** What else it is called: in other systems, or by people. */
  readonly aliases: readonly string[];
}

export interface House {
  readonly rules: readonly Rule[];
  readonly codes: readonly OwnCode[];
}

/** A workspace on Slack or a server on Discord. */
export interface Team {
  readonly platform: 'slack' | 'discord';
  readonly team: string;
}

/** One document of a file: what it says, and for whom. */
export interface Section extends House {
  /** Null: for everybody who asks this Teapot. */
  readonly teams: readonly Team[] | null;
  /** The file's name, as people are told it: "codes.yaml". */
  readonly source: string;
  readonly ruleOf: ReadonlyMap<number, Rule>;
  /** Its codes by `keyOf` of what they are called. */
  readonly called: ReadonlyMap<string, readonly OwnCode[]>;
}

/** Most of each thing: far more than a team writes by hand, and a bound on what is read, kept and shown. */
export const MOST = {
  /** Characters of a file. */
  file: 256 * 1024,
  /** Of one that is typed in a chat: each takes a tenth of a second at worst (measured), in which nobody else is answered. */
  typed: 10_000,
  /** Documents in it, and workspaces or servers that one is for. */
  documents: 50,
  teams: 200,
  /** Own codes of a document, and of a team. */
  codes: 2_000,
  /** Characters: of a rule, a meaning, a step, a name or alias, an address. */
  text: 300,
  meaning: 600,
  step: 300,
  name: 80,
  link: 300,
  /** Steps of what to do, and other names. */
  steps: 5,
  aliases: 10,
  /** Characters of an own code. */
  code: 32,
} as const;

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** One spelling for all ways to type a code or a name: "PAY-7", "pay_7" and "Pay 7" are the same. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
}

/** Everything a code is called, as keys, each once. */
export function keysOf({ code, name, aliases }: Pick<OwnCode, 'code' | 'name' | 'aliases'>): readonly string[] {
  return [...new Set([code, name, ...aliases].map(keyOf))].filter((key) => key !== '');
}

/** A document with its look-ups. */
export function sectionOf(house: House, teams: Section['teams'], source: string): Section {
  const called = new Map<string, OwnCode[]>();
  for (const code of house.codes)
    for (const key of keysOf(code)) {
      const others = called.get(key);
      if (others === undefined) called.set(key, [code]);
      else others.push(code);
    }
  return { ...house, teams, source, called, ruleOf: new Map(house.rules.map((rule) => [rule.code, rule])) };
}

/**
 * The documents that hold where somebody asks, those for this team alone first.
 * @param team null in direct messages and in the terminal
 */
export function sectionsFor(
  sections: readonly Section[],
  platform: Team['platform'] | 'terminal',
  team: string | null,
): readonly Section[] {
  const own = sections.filter(({ teams }) => teams?.some((one) => one.platform === platform && one.team === team));
  return [...own, ...sections.filter(({ teams }) => teams === null)];
}

/** What of a file is for one workspace or server, each code once, with the keys that it is found by. */
export interface Content {
  readonly rules: readonly Rule[];
  readonly codes: readonly { readonly key: string; readonly words: OwnCode; readonly names: readonly string[] }[];
  /** Documents that are for others only. */
  readonly others: number;
}

/** What is for this team alone wins over what is for everybody. */
export function contentFor(team: Team, sections: readonly Section[]): Content {
  const here = sectionsFor(sections, team.platform, team.team).toReversed();
  const rules = new Map(here.flatMap((section) => section.rules.map((rule) => [rule.code, rule])));
  const codes = new Map(
    here.flatMap((section) => section.codes.map((words) => [keyOf(words.code), { words, names: keysOf(words) }])),
  );
  return {
    rules: [...rules.values()],
    codes: [...codes].map(([key, code]) => ({ key, ...code })),
    others: sections.length - here.length,
  };
}
