// What is wrong with a store, in a few words for whoever watches over it, and soon, however silent its database is.
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from './store.ts';

/** Whoever asks has two seconds for this and all the rest. In milliseconds. */
const LOOK_WITHIN = 1_500;

/** Null for what is well. The address and the rest are for the log. Never rejects. */
export async function troublesOf(
  store: Pick<Store, 'check' | 'schemaTrouble' | 'trouble'>,
): Promise<{ readonly database: string | null; readonly migrations: string | null }> {
  const answers = store.check().then(() => null);
  const [database, migrations] = await Promise.all([
    inTime(answers, 'it does not answer'),
    inTime(store.schemaTrouble(), 'they cannot be read'),
  ]);
  return { database: store.trouble() ?? database, migrations };
}

/** What is found out, or `otherwise` where that fails or takes too long. */
async function inTime(looking: Promise<string | null>, otherwise: string): Promise<string | null> {
  const late = new AbortController();
  const silence = pause(LOOK_WITHIN, otherwise, { signal: late.signal }).catch(() => otherwise);
  return await Promise.race([looking.catch(() => otherwise), silence]).finally(() => late.abort());
}
