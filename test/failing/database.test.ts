// The database goes away under a running process, and comes back; and what was confirmed is there, whatever came after.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { createBot } from '../../src/bot.ts';
import { type Message, show } from '../../src/playground/slack/message.ts';
import { type SimulatedSlack, startSlack } from '../../src/playground/slack/slack.ts';
import { openStore } from '../../src/store/open.ts';
import { troublesOf } from '../../src/store/troubles.ts';
import { createLines } from '../delivery/stage.ts';
import { postgres as engine, onPostgres } from '../store/engines.ts';
import { place, schedule } from '../store/sample.ts';
import { type AtEnd, type Life, live, pave } from './life.ts';

/** A process with its database, which can be taken away. */
interface Case {
  /** Where the database is, from here and as the process says it. */
  start(
    variables: Readonly<Record<string, string>>,
    atEnd: AtEnd,
  ): Promise<{ readonly life: Life; readonly url: string }>;
  breakIt(life: Life): Promise<void>;
  mendIt(life: Life): Promise<void>;
  /** What to do about it. */
  readonly says: RegExp;
  readonly trouble: string;
}

/** What comes from a tool of Linux: how long a file may get, for a process that runs. */
function limitFiles({ child }: Life, bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', `${child.pid}`, `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error(String(stderr));
}

async function overPostgres(atEnd: AtEnd) {
  const database = await engine.create();
  const way = await pave(Number(new URL(database.url).port));
  atEnd(database.drop);
  atEnd(way.stop);
  return { way, direct: database.url, url: Object.assign(new URL(database.url), { port: String(way.port) }).href };
}

function postgres(): Case {
  let way: Awaited<ReturnType<typeof pave>>;
  return {
    start: async (variables, atEnd) => {
      const over = await overPostgres(atEnd);
      way = over.way;
      return { life: live({ ...variables, DATABASE_URL: over.url }, atEnd), url: over.direct };
    },
    breakIt: () => way.close(),
    mendIt: () => way.open(),
    says: /Is PostgreSQL running\?|Was PostgreSQL stopped\?/,
    trouble: 'it does not answer',
  };
}

function sqlite(): Case {
  return {
    start: async (variables, atEnd) => {
      const life = live(variables, atEnd);
      return { life, url: `sqlite:${join(life.folder, 'data', 'teapot.db')}` };
    },
    // Less than a page more: what a full disk does, to this process only.
    breakIt: async (life) => limitFiles(life, '4096'),
    mendIt: async (life) => limitFiles(life, 'unlimited'),
    says: /fails, is full, or is at a limit/,
    trouble: 'its disk fails or is full',
  };
}

const hasLimits = existsSync('/proc/self/limits') && spawnSync('prlimit', ['--version']).status === 0;

async function press(slack: SimulatedSlack, name: string, question: Message): Promise<string> {
  const person = slack.person(name);
  const told = slack.next(({ only }) => only === person.id);
  await person.press(question, show(question).buttons[1]?.label ?? '');
  return show(await told).text;
}

describe.concurrent.each([
  ['PostgreSQL that goes away', postgres, true],
  ['a disk that is full', sqlite, hasLimits],
] as const)('%s', (_, make, possible) => {
  it.skipIf(!possible)(
    'is one line; codes are answered, no answer is confirmed that is not kept, and it goes on by itself',
    async ({ expect, onTestFinished }) => {
      // However busy the machine is.
      const slack = await startSlack({ patienceMs: 30_000 });
      onTestFinished(slack.stop);
      const { start, breakIt, mendIt, says, trouble } = make();
      const variables = {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
      };
      const { life, url } = await start(variables, onTestFinished);
      await life.line('slack: ready');
      const posted = slack.next((message) => show(message).text.includes('A question for in between'));
      await slack.person('ann').command('/http', 'quiz now');
      const question = await posted;
      expect(await press(slack, 'ann', question)).toContain('Locked in');
      expect(await life.troubles()).toEqual({});

      await breakIt(life);
      expect(await press(slack, 'bob', question)).toContain('nothing was saved and nothing was counted');
      expect(JSON.stringify(await slack.person('bob').command('/http', '404'))).toContain('404 Not Found');
      await expect.poll(life.troubles, { timeout: 5_000 }).toMatchObject({ database: trouble });
      const said = life.problems().filter(({ msg }) => msg.startsWith('store:'));
      expect(said).toMatchObject([{ level: 'error', reason: expect.stringMatching(says) }]);
      expect(life.problems().map(({ msg }) => msg)).not.toContain('could not answer');
      // Also when it has been looked at once more: what can be read cannot be written yet.
      await pause(1_500);
      expect(await life.troubles()).toMatchObject({ database: trouble });
      expect(life.child.exitCode).toBeNull();

      await mendIt(life);
      await life.line('store: the database can be used again');
      await expect.poll(life.troubles, { timeout: 5_000 }).toEqual({});
      expect(await press(slack, 'bob', question)).toContain('Locked in');
      expect(life.problems().filter(({ msg }) => msg.startsWith('store:'))).toHaveLength(1);

      // Killed as the confirmation arrives, before anything that could still come after it.
      slack.watch(({ message }) => void (show(message).text.includes('Locked in') && life.child.kill('SIGKILL')));
      const cleo = slack.person('cleo');
      await cleo.press(question, show(question).buttons[1]?.label ?? '').catch(() => undefined);
      expect(await life.ended()).toMatchObject({ code: null });
      const store = await openStore(url);
      onTestFinished(store.close);
      const answers = await Promise.all(
        ['ann', 'bob', 'cleo'].map((name) =>
          store.answers.ofPerson({ platform: 'slack', user: slack.person(name).id }),
        ),
      );
      expect(answers.map(({ length }) => length)).toEqual([1, 1, 1]);
    },
  );
});

/** A disk of this process’s own, which only Linux gives to anybody. */
const OWN_DISK = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
const mount = (disk: string, then: string) => [...OWN_DISK, `mount -t tmpfs -o size=12m none ${disk} && ${then}`];
const hasDisks = spawnSync('unshare', mount('/mnt', 'true')).status === 0;

describe.concurrent('a disk without any room', () => {
  it.skipIf(!hasDisks)(
    'is one line, also while a little can be written over what is there',
    async ({ expect, onTestFinished }) => {
      const folder = mkdtempSync(join(tmpdir(), 'teapot-full-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const script = new URL('full-disk.ts', import.meta.url).pathname;
      const { stdout } = await promisify(execFile)(
        'unshare',
        mount(folder, `exec ${process.execPath} ${script} ${folder}`),
      );
      const { titles, ...rest } = JSON.parse(stdout);
      expect(titles).toContain('I cannot remember anything right now');
      expect(titles).not.toContain('Sorry, I could not answer that');
      expect(rest).toEqual({
        trouble: 'its disk is full',
        after: 'The rule is changed',
        said: [
          expect.stringContaining('schema brought up to date'),
          'error store: the database cannot be used, trying again until it can',
          'info store: the database can be used again',
        ],
      });
    },
  );
});

describe.concurrent('a network to PostgreSQL that dies without a word', () => {
  it('costs no answer about a code, is one line, and no connection is kept in it', async ({
    expect,
    onTestFinished,
  }) => {
    const { way, url } = await overPostgres(onTestFinished);
    const log = createLines();
    const store = await openStore(url, { log, patience: 2_000 });
    onTestFinished(store.close);
    const bot = createBot({ store, log });
    const by = { platform: 'slack', team: 'T1', channel: 'C1', user: 'U1', manages: async () => true } as const;
    expect(await bot.ask({ kind: 'line', by, line: '404' })).not.toBeNull();

    way.block();
    const hanging = store.schedules.earliestNextRun().catch(({ message }: Error) => message);
    const since = performance.now();
    expect((await bot.ask({ kind: 'line', by, line: '404' }))?.title).toContain('404');
    // Slack waits for three seconds, and the database is still waited for.
    expect(performance.now() - since).toBeLessThan(1_900);
    // Whoever asks what is wrong waits no longer than for anything else.
    const asked = performance.now();
    expect(await troublesOf(store)).toEqual({ database: 'it does not answer', migrations: 'they cannot be read' });
    expect(performance.now() - asked).toBeLessThan(1_900);
    expect(await hanging).toBe('Query read timeout');
    await expect(store.check()).rejects.toThrow('does not answer in time');
    expect(store.trouble()).toBe('it does not answer');
    const known = performance.now();
    await bot.ask({ kind: 'line', by, line: '404' });
    expect(performance.now() - known).toBeLessThan(1_000);

    await way.close();
    await way.open();
    await expect.poll(store.trouble, { timeout: 15_000 }).toBeNull();
    await store.check();
    expect(log.lines.filter(({ message }) => message.startsWith('store: the database'))).toMatchObject([
      { level: 'error' },
      { level: 'info' },
    ]);
  });
});

describe.concurrent('a PostgreSQL that takes no changes, as one that became a standby', () => {
  it('is one line, and it goes on once it takes them again', async ({ expect, onTestFinished }) => {
    const { url } = await overPostgres(onTestFinished);
    const log = createLines();
    const store = await openStore(url, { log });
    onTestFinished(store.close);
    const name = new URL(url).pathname.slice(1);
    const readOnly = async (on: boolean) => {
      await onPostgres(`alter database ${name} set default_transaction_read_only = ${on}`);
      await onPostgres(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    const at = place();
    await readOnly(true);
    const write = () =>
      store.schedules.set(schedule(at)).then(
        () => 'written',
        ({ message }: Error) => message,
      );
    // First it hears that its connection was closed.
    await expect.poll(write).toContain('read-only');
    expect(store.trouble()).toBe('it takes no changes');
    await readOnly(false);
    await expect.poll(store.trouble, { timeout: 5_000 }).toBeNull();
    expect(await write()).toBe('written');
    // Between the closed connections, before and after, exactly one line says it.
    const said = log.lines.filter(({ fields }) => JSON.stringify(fields).includes('takes no changes'));
    expect(said).toMatchObject([{ level: 'error' }]);
  });
});

describe.concurrent('a database that is not there', () => {
  it.for([
    ['nobody listens', 'postgres://teapot:hush@127.0.0.1:9/teapot', 'nothing listens there. Is PostgreSQL running?'],
    ['nothing can be written', 'sqlite:/proc/teapot.db', 'cannot be opened for writing'],
  ] as const)(
    'is one line at the start, and the process ends with 1: %s',
    async ([, url, words], { expect, onTestFinished }) => {
      const variables = {
        SLACK_BOT_TOKEN: 'xoxb-1-hush',
        SLACK_APP_TOKEN: 'xapp-1-hush',
        SLACK_API_URL: 'http://127.0.0.1:9/',
      };
      const life = live({ ...variables, DATABASE_URL: url }, onTestFinished);
      expect(await life.ended()).toMatchObject({ code: 1 });
      expect(life.problems()).toMatchObject([
        { level: 'error', msg: 'cannot open the database', reason: expect.stringContaining(words) },
      ]);
      expect(JSON.stringify(life.problems())).not.toContain('hush');
    },
  );
});
