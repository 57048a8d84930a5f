// What can be done to the whole playground: the clock, faults, and the bot's life.
import { DONE } from './page/pane.ts';
import type { Deed, Fault, Outcome } from './page/protocol.ts';
import type { Moment, Runner } from './runner.ts';
import type { Town } from './town.ts';

export type Control = Extract<Deed, { readonly do: 'jump' | 'fault' | 'bot' }>;

export interface Controlled {
  readonly town: Town;
  readonly runner: Runner;
  /** What time it is, as people say it. */
  readonly saysTime: () => string;
}

/** How long the simulated Slack asks to wait, in seconds: long enough to be seen. */
const WAIT = 2;
const TOO_MANY = { kind: 'status', status: 429, retryAfter: WAIT } as const;
const BROKEN = { status: 500, message: '500: Internal Server Error' };
const NOT_RUNNING: Outcome = { ok: false, said: 'The bot is not running. Start it first.' };
const NOTHING_TO_COME: Readonly<Record<Moment, string>> = {
  quiz: 'No quiz is set up anywhere. In #quiz, Ada can do that: /quiz schedule on Discord, /http quiz schedule on Slack.',
  reveal: 'No question is open whose answer is still to come. Jump to the next quiz first.',
};

/** Makes the function that does such a thing. Who asks for what is under way waits for that: nobody jumps twice with a double click. */
export function createControls({ town, runner, saysTime }: Controlled): (control: Control) => Promise<Outcome> {
  const inTurn = createTurns();

  async function jump(to: Moment): Promise<Outcome> {
    const told = countPosts(town);
    const arrived = await runner.jump(to);
    const posts = told();
    if (arrived === null) return NOT_RUNNING;
    if (!arrived) return { ok: false, said: NOTHING_TO_COME[to] };
    const quiet = to === 'reveal' && posts === 0 ? ' Nobody had answered, so there was nothing to tell.' : '';
    return { ok: true, said: `It is ${saysTime()} now.${quiet}` };
  }

  async function kill(): Promise<Outcome> {
    if (runner.state() === 'stopped') return NOT_RUNNING;
    await runner.kill();
    return {
      ok: true,
      said: 'The bot was killed in the middle of what it did. Start it, and see what it still knows.',
    };
  }

  async function run(again: boolean): Promise<Outcome> {
    if (again) await runner.stop();
    await runner.start();
    return runner.state() === 'running' ? DONE : { ok: false, said: 'The bot did not start; the terminal says why.' };
  }

  return (control) => {
    switch (control.do) {
      case 'jump':
        return inTurn(`jump to ${control.to}`, () => jump(control.to));
      case 'fault':
        return Promise.resolve({ ok: true, said: fail(town, control.fault) });
      case 'bot':
        // What is killed need not finish first.
        return control.what === 'kill' ? kill() : inTurn(control.what, () => run(control.what === 'restart'));
    }
  };
}

/** One thing after the other; what is asked for again before it is done is done once. */
function createTurns(): (name: string, work: () => Promise<Outcome>) => Promise<Outcome> {
  const waiting = new Map<string, Promise<Outcome>>();
  let last: Promise<unknown> = Promise.resolve();
  return (name, work) => {
    const same = waiting.get(name);
    if (same !== undefined) return same;
    const turn = last.then(work).finally(() => waiting.delete(name));
    last = turn.catch(() => undefined);
    waiting.set(name, turn);
    return turn;
  };
}

/** Counts what the bot posts from now on; the result says how much it was, and stops. */
function countPosts({ slack, discord }: Town): () => number {
  let posts = 0;
  const unwatch = [
    slack.watch(({ kind, message }) => {
      if (kind === 'posted' && message.by === slack.bot.id) posts += 1;
    }),
    discord.watch(({ kind }) => {
      if (kind === 'posted') posts += 1;
    }),
  ];
  return () => {
    for (const stop of unwatch) stop();
    return posts;
  };
}

/** Lets something go wrong, and says what. */
function fail({ slack, discord }: Town, fault: Fault): string {
  switch (fault) {
    case 'slack-429':
      slack.faults.first(['chat.postMessage', 'chat.postEphemeral'], TOO_MANY);
      return `Slack will answer the next post with 429 Too Many Requests, Retry-After: ${WAIT}. Mention @Teapot to see it.`;
    case 'discord-500':
      discord.faults.first(['POST /channels/:channel/messages', 'POST /interactions/:id/:token/callback'], BROKEN);
      return 'Discord will answer the next post with 500 Internal Server Error. Ask Teapot something to see it.';
    case 'drop-slack':
      slack.dropConnections();
      return 'The connection to Slack was cut. The bot connects anew.';
    case 'drop-discord':
      discord.gateway.drop();
      return 'The connection to Discord was cut. The bot connects anew.';
  }
}
