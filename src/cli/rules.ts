// `teapot rules`: checks a file of rules and own codes, and moves those of a workspace or server out of the database and in.
import { type Environment, type Outcome, readDatabaseUrl } from '../config.ts';
import { checkTeam } from '../house/fields.ts';
import { contentFor, MOST, type Section, type Team } from '../house/house.ts';
import { writeHouse } from '../house/writing.ts';
import { readHouseFile } from '../house-file.ts';
import type { Store } from '../store/store.ts';
import { DONE, STALE, type Streams, UNKNOWN } from './streams.ts';

const USAGE = `Usage:
  teapot rules check <file>           say what is in it, or what is wrong with it
  teapot rules export <team>          write the rules of a Slack workspace (T…) or Discord server (its id) as such a file
  teapot rules import <team> <file>   add what the file says to them

The last two work on the database of DATABASE_URL.
`;

/** @returns the exit code: 0 done, 1 something is wrong with file or database, 2 not understood */
export async function rules(
  words: readonly string[],
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const [deed, first = '', second = ''] = words;
  const refuse = (problem: string, code: number) => {
    stderr.write(`${problem}\n`);
    return code;
  };
  const wanted = { check: 2, export: 2, import: 3 }[deed ?? ''];
  if (wanted === undefined || words.length !== wanted) return refuse(USAGE.trimEnd(), UNKNOWN);
  if (deed === 'check') {
    const read = await readHouseFile(first);
    if (!read.ok) return refuse(read.problems.join('\n'), STALE);
    stdout.write(`${sayCounts(read.value)}\n`);
    return DONE;
  }
  const team = checkTeam(first);
  if ('problem' in team) return refuse(`${first} ${team.problem}`, UNKNOWN);
  try {
    const said = await withStore(environment, (store) =>
      deed === 'export' ? exportTo(store, team.value) : importFrom(store, team.value, second),
    );
    if (!said.ok) return refuse(said.problems.join('\n'), STALE);
    stdout.write(said.value);
    return DONE;
  } catch (thrown) {
    return refuse(thrown instanceof Error ? thrown.message : String(thrown), STALE);
  }
}

/** Rules and codes over all documents. */
function sayCounts(sections: readonly Section[]): string {
  const count = (size: (section: Section) => number) => sections.reduce((sum, section) => sum + size(section), 0);
  const [rules, codes] = [count((section) => section.rules.length), count((section) => section.codes.length)];
  return `It is fine: rules ${rules}, own codes ${codes}, documents ${sections.length}.`;
}

async function withStore<Result>(environment: Environment, work: (store: Store) => Promise<Result>): Promise<Result> {
  const url = readDatabaseUrl(environment);
  if (!url.ok) throw new Error(url.problems.join('\n'));
  const { openStore } = await import('../store/open.ts');
  const store = await openStore(url.value);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function exportTo({ house }: Store, team: Team): Promise<Outcome<string>> {
  const [rules, codes] = [await house.rules(team), await house.codes(team)];
  return { ok: true, value: writeHouse({ rules, codes }) };
}

async function importFrom({ house }: Store, team: Team, path: string): Promise<Outcome<string>> {
  const read = await readHouseFile(path);
  if (!read.ok) return read;
  const { others, ...content } = contentFor(team, read.value);
  const imported = await house.add(team, content, { user: null, at: Date.now() }, MOST.codes);
  if (imported === null) return { ok: false, problems: [`${path}: more than ${MOST.codes} codes are too many`] };
  const left = others === 0 ? '' : ` Documents for others, left out: ${others}.`;
  return { ok: true, value: `New or changed: rules ${imported.rules}, own codes ${imported.codes}.${left}\n` };
}
