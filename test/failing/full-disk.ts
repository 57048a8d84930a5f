// A bot on a small disk that fills up, and gets room again. Prints what it said.
// node test/failing/full-disk.ts FOLDER
import { appendFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createBot } from '../../src/bot.ts';
import { openStore } from '../../src/store/open.ts';
import { createLines } from '../delivery/stage.ts';

/** Bytes. */
const PAGE = 4_096;

const [folder = ''] = process.argv.slice(2);
const fat = join(folder, 'fat');
const log = createLines();
const store = await openStore(`sqlite:${join(folder, 'teapot.db')}`, { log });
const bot = createBot({ store, log, cooldown: { hold: () => null, completes: () => true } });
const by = { platform: 'slack', team: 'T1', channel: 'C1', user: 'U1', manages: async () => true } as const;
let asked = 0;
const writes = async () => {
  asked += 1;
  const line = `rule ${400 + (asked % 30)} "${'see ADR-12 '.repeat(20)}${asked}"`;
  return (await bot.ask({ kind: 'line', by, line }))?.title;
};

/** Pieces of this many bytes, for as long as there is room. */
function fill(bytes: number): void {
  try {
    for (;;) appendFileSync(fat, Buffer.alloc(bytes));
  } catch {}
}

for (let at = 0; at < 30; at += 1) await writes();
fill(PAGE);
fill(1);
// Room for a page or two, but not for what is asked.
truncateSync(fat, statSync(fat).size - 2 * PAGE);
const titles = new Set<string | undefined>();
for (let at = 0; at < 25; at += 1) {
  titles.add(await writes());
  await pause(100);
}
const trouble = store.trouble();
rmSync(fat);
while (store.trouble() !== null) await pause(50);
const after = await writes();
await store.close();
const said = log.lines.map(({ level, message }) => `${level} ${message}`);
process.stdout.write(JSON.stringify({ titles: [...titles], trouble, after, said }));
