// Which rules and own codes hold where somebody asks: those of their workspace or server, and those of the file.
import { type OwnCode, type Rule, sectionsFor } from '../../house/house.ts';
import type { Asker } from '../../port.ts';
import type { KeptCode, KeptRule, Team } from '../../store/house-records.ts';
import type { Room } from '../visit.ts';

/** Where something is from: a file, or somebody who wrote it down in the workspace or server. */
export type From = { readonly file: string } | { readonly by: string | null; readonly at: number };

export interface RuleHere extends Rule {
  readonly from: From;
}

export interface CodeHere extends OwnCode {
  readonly from: From;
}

/** What is looked up, and for whom. */
export type Library = Pick<Room, 'store' | 'house'>;

/** The workspace or server of somebody; null in direct messages and in the terminal. */
export function teamOf({ platform, team }: Pick<Asker, 'platform' | 'team'>): Team | null {
  return platform === 'terminal' || team === null ? null : { platform, team };
}

/** Whether a rule or an own code may hold there at all. */
export async function isAnySaid(by: Asker, room: Library): Promise<boolean> {
  if (sectionsFor(room.house(), by.platform, by.team).length > 0) return true;
  const team = teamOf(by);
  return team !== null && room.store !== null && !(await room.store.house.isEmpty(team));
}

/** The rules for these codes, in their order: the team's own before that of the file. */
export async function rulesFor(by: Asker, codes: readonly number[], room: Library): Promise<readonly RuleHere[]> {
  const team = teamOf(by);
  const kept = team === null || room.store === null ? [] : await room.store.house.rulesFor(team, codes);
  const filed = sectionsFor(room.house(), by.platform, by.team).flatMap((section) =>
    codes.flatMap((code) => {
      const rule = section.ruleOf.get(code);
      return rule === undefined ? [] : [{ ...rule, from: { file: section.source } }];
    }),
  );
  const all = [...kept.map(ruleOf), ...filed];
  return codes.flatMap((code) => all.filter((rule) => rule.code === code));
}

/** The own codes that go by one of these keys: see `keyOf`. The team's own win over those of the file. */
export async function codesCalled(by: Asker, keys: readonly string[], room: Library): Promise<readonly CodeHere[]> {
  if (keys.length === 0) return [];
  const team = teamOf(by);
  const kept = team === null || room.store === null ? [] : await room.store.house.codesCalled(team, keys);
  const filed = sectionsFor(room.house(), by.platform, by.team).flatMap(({ called, source }) =>
    keys.flatMap((key) => (called.get(key) ?? []).map((code): CodeHere => ({ ...code, from: { file: source } }))),
  );
  return unique([...kept.map(codeOf), ...filed]);
}

export async function allRules(by: Asker, room: Library): Promise<readonly RuleHere[]> {
  const team = teamOf(by);
  const kept = team === null || room.store === null ? [] : await room.store.house.rules(team);
  const filed = sectionsFor(room.house(), by.platform, by.team).flatMap(({ rules, source }) =>
    rules.map((rule): RuleHere => ({ ...rule, from: { file: source } })),
  );
  return [...kept.map(ruleOf), ...filed].toSorted((one, other) => one.code - other.code);
}

export async function allCodes(by: Asker, room: Library): Promise<readonly CodeHere[]> {
  const team = teamOf(by);
  const kept = team === null || room.store === null ? [] : await room.store.house.codes(team);
  const filed = sectionsFor(room.house(), by.platform, by.team).flatMap(({ codes, source }) =>
    codes.map((code): CodeHere => ({ ...code, from: { file: source } })),
  );
  return unique([...kept.map(codeOf), ...filed]);
}

function ruleOf({ setBy: by, setAt: at, ...rule }: KeptRule): RuleHere {
  return { ...rule, from: { by, at } };
}

function codeOf({ setBy: by, setAt: at, ...code }: KeptCode): CodeHere {
  return { ...code, from: { by, at } };
}

/** The first of each code. */
function unique(codes: readonly CodeHere[]): readonly CodeHere[] {
  const seen = new Set<string>();
  return codes.filter(({ code }) => !seen.has(code.toLowerCase()) && seen.add(code.toLowerCase()));
}
