// Runs the bot in a thread of its own: there it can be killed as a process can, and everything else goes on.
import { Worker } from 'node:worker_threads';
import type { BotState, Json } from './page/protocol.ts';

/** What a clock that is moved on comes to. */
export type Moment = 'quiz' | 'reveal';

/** What the bot's thread is told. */
export type Order =
  | { readonly kind: 'stop' }
  /** Moves the clock to just past this moment, and does all that is due until then. */
  | { readonly kind: 'jump'; readonly to: Moment; readonly id: number };

/** What the bot's thread tells. */
export type Report =
  /** Connected to both platforms. `manifest`: what Slack is told of the app. */
  | { readonly kind: 'ready'; readonly manifest: Json }
  | { readonly kind: 'jumped'; readonly id: number; readonly arrived: boolean }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly message: string;
    };

export interface RunnerOptions {
  /** The module that the thread begins with. */
  readonly entry: URL;
  /** What it finds as `workerData`. */
  readonly data: unknown;
  readonly onState: (state: BotState) => void;
  readonly onReady: (manifest: Json) => void;
  readonly onLog: (line: Extract<Report, { readonly kind: 'log' }>) => void;
}

export interface Runner {
  state(): BotState;
  /** Resolves once it is connected, or has failed to. */
  start(): Promise<void>;
  /** Lets it finish what is under way. */
  stop(): Promise<void>;
  /** Ends it between two instructions: nothing is finished, nothing is let go of. */
  kill(): Promise<void>;
  /** @returns false where nothing of the kind is to come, null where it does not run */
  jump(to: Moment): Promise<boolean | null>;
}

/** As long as a supervisor waits, in milliseconds. */
const STOP_WITHIN = 9_000;

export function createRunner({ entry, data, onState, onReady, onLog }: RunnerOptions): Runner {
  let state: BotState = 'stopped';
  let thread: Worker | null = null;
  let begun: Promise<void> = Promise.resolve();
  let gone: Promise<void> = Promise.resolve();
  let jumps = 0;
  const jumping = new Map<number, (arrived: boolean | null) => void>();

  function enter(next: BotState): void {
    if (state === next) return;
    state = next;
    onState(next);
  }

  function hear(report: Report): void {
    switch (report.kind) {
      case 'ready':
        enter('running');
        onReady(report.manifest);
        return;
      case 'jumped':
        jumping.get(report.id)?.(report.arrived);
        jumping.delete(report.id);
        return;
      case 'log':
        onLog(report);
    }
  }

  function leave(): void {
    thread = null;
    for (const resolve of jumping.values()) resolve(null);
    jumping.clear();
    enter('stopped');
  }

  function order(what: Order): void {
    thread?.postMessage(what);
  }

  async function kill(): Promise<void> {
    await thread?.terminate();
    await gone;
  }

  return {
    state: () => state,
    start: () => {
      if (thread !== null) return begun;
      enter('starting');
      // None of the flags of this thread: a test runner's are not for it.
      const started = new Worker(entry, { workerData: data, execArgv: ['--disable-warning=ExperimentalWarning'] });
      thread = started;
      const { promise, resolve } = Promise.withResolvers<void>();
      started.on('message', (report: Report) => {
        hear(report);
        if (report.kind === 'ready') resolve();
      });
      started.on('error', (thrown) => {
        onLog({
          kind: 'log',
          level: 'error',
          fields: { reason: thrown },
          message: 'the bot stopped: nobody caught this',
        });
      });
      gone = new Promise((left) => {
        started.on('exit', () => {
          leave();
          resolve();
          left();
        });
      });
      begun = promise;
      return begun;
    },
    stop: async () => {
      order({ kind: 'stop' });
      const late = setTimeout(() => void thread?.terminate(), STOP_WITHIN);
      await gone;
      clearTimeout(late);
    },
    kill,
    jump: (to) => {
      if (state !== 'running') return Promise.resolve(null);
      jumps += 1;
      const { promise, resolve } = Promise.withResolvers<boolean | null>();
      jumping.set(jumps, resolve);
      order({ kind: 'jump', to, id: jumps });
      return promise;
    },
  };
}
