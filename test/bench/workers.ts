// `npm run bench`, third part: deliveries a second of 2, 4 and 8 processes on one PostgreSQL, as ratios to one process.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { openStore } from '../../src/store/open.ts';
import { MINUTE, MORNING, place, schedule } from '../store/sample.ts';
import type { Begin, Posted } from './workers-process.ts';

const PROCESSES = [1, 2, 4, 8];
const CHANNELS = 2_000;
/** Late enough that what is spread over some minutes is due. */
const NOW = MORNING + 10 * MINUTE;

const server = fork(new URL('../store/postgres-server.ts', import.meta.url));
const [{ url }] = (await once(server, 'message')) as [{ url: string }];

/** A database with so many channels, each of a workspace of its own, all due now. */
async function prepare(name: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = Object.assign(new URL(url), { pathname: name }).href;
  const store = await openStore(address);
  for (let number = 0; number < CHANNELS; number += 1)
    await store.schedules.set(schedule(place('slack'), { skips: [], digest: false }));
  await store.close();
  return address;
}

async function tell<Answer>(worker: ChildProcess, what: unknown): Promise<Answer> {
  worker.send(what as object);
  const [answer] = (await once(worker, 'message')) as [Answer];
  return answer;
}

let alone = 0;
for (const of of PROCESSES) {
  const address = await prepare(`workers_${of}`);
  const workers = Array.from({ length: of }, () => fork(new URL('workers-process.ts', import.meta.url)));
  await Promise.all(
    workers.map((worker, index) => tell(worker, { url: address, index, of, now: NOW } satisfies Begin)),
  );
  const began = performance.now();
  const posted = await Promise.all(workers.map((worker) => tell<Posted>(worker, 'go')));
  const perSecond = CHANNELS / ((performance.now() - began) / 1000);
  if (of === 1) alone = perSecond;
  const channels = posted.flatMap((one) => one.channels);
  const work = posted.reduce((sum, one) => sum + one.work, 0);
  process.stdout.write(
    `${String(of).padStart(2)} processes: ${perSecond.toFixed(0)} deliveries a second, ${(perSecond / alone).toFixed(1)} times one; ` +
      `${channels.length} of ${CHANNELS} posted, ${channels.length - new Set(channels).size} twice; ${(work / CHANNELS).toFixed(1)} ms of work each\n`,
  );
}
server.disconnect();
