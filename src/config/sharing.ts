// What several processes need that share the work.

const POSTGRES = /^postgres(?:ql)?:/;
const NEEDS = 'it needs PostgreSQL, as in DATABASE_URL=postgres://teapot:password@localhost:5432/teapot';

/** What is set for several processes, and cannot be with the database that is set. @returns one line a problem */
export function sharingProblems(set: ReadonlyMap<string, string>): readonly string[] {
  // What is wrong with the address itself is said elsewhere.
  if (POSTGRES.test(set.get('DATABASE_URL') ?? '')) return [];
  const problems: string[] = [];
  if (Number(set.get('REPLICAS')) > 1)
    problems.push(`REPLICAS: several processes cannot share a file of SQLite; ${NEEDS}, or set REPLICAS=1`);
  if (set.get('DISCORD_SHARD_ID') === 'auto')
    problems.push(`DISCORD_SHARD_ID: auto asks the database what is free; ${NEEDS}, or set DISCORD_SHARD_ID=0`);
  if (Number(set.get('DISCORD_SHARD_COUNT')) > 1)
    problems.push(
      `DISCORD_SHARD_COUNT: is for several processes, which cannot share a file of SQLite; ${NEEDS}, or leave both DISCORD_SHARD_… out`,
    );
  return problems;
}
