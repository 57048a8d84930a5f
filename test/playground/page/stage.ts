// A whole playground for a test: the simulators, the real adapters in their thread, and the page’s server.
import type {
  Deed,
  Json,
  Member,
  Message,
  Outcome,
  Room,
  Side,
  Snapshot,
} from '../../../src/playground/page/protocol.ts';
import { type Playground, startPlayground } from '../../../src/playground.ts';
import { type Listener, listenTo } from './listener.ts';

export interface Stage {
  readonly playground: Playground;
  /** What went wrong, as the log says it. */
  readonly warnings: string[];
  room(side: Side): Room;
  member(side: Side, name: string): Member;
  /** The id of a channel, or of somebody's direct messages. */
  channel(side: Side, name: string): string;
  /** Does it as the page does. */
  do(deed: Deed): Promise<Outcome>;
  /** What a page that opens now would be told. */
  snapshot(): Promise<Snapshot>;
  /** Everything that is told from now on. */
  listen(): Promise<Listener>;
  stop(): Promise<void>;
}

export async function openStage(options: { readonly keep?: number } = {}): Promise<Stage> {
  const warnings: string[] = [];
  const warn = (fields: object, message: string) => void warnings.push(`${message} ${JSON.stringify(fields)}`);
  const log = { info: () => undefined, warn, error: warn };
  const playground = await startPlayground({ port: 0, commands: ['/http', '/httpstatus'], log, ...options });
  await playground.ready;
  const { address } = playground;

  async function snapshot(): Promise<Snapshot> {
    const listener = await listenTo(address);
    await listener.stop();
    return listener.snapshot;
  }
  const rooms = (await snapshot()).rooms;
  const room = (side: Side) => rooms.find((one) => one.side === side) ?? missing(side);
  return {
    playground,
    warnings,
    room,
    member: (side, name) => room(side).members.find((one) => one.name === name) ?? missing(name),
    channel: (side, name) => room(side).channels.find((one) => one.name === name)?.id ?? missing(name),
    do: async (deed) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/do`, { method: 'POST', headers, body: JSON.stringify(deed) });
      return (await answer.json()) as Outcome;
    },
    snapshot,
    listen: () => listenTo(address),
    stop: playground.stop,
  };
}

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** What a message says, in the raw. */
export function saying(words: string): (message: Message) => boolean {
  return ({ payload }) => JSON.stringify(payload).includes(words);
}

/** The ids of a message's buttons with this label. */
export function buttonsOf(payload: Json): readonly { readonly label: string; readonly id: string }[] {
  const found: { label: string; id: string }[] = [];
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { label, text, custom_id, action_id } = part as Record<string, unknown>;
    const id = custom_id ?? action_id;
    const words = label ?? (text as { text?: unknown } | undefined)?.text;
    if (typeof id === 'string' && typeof words === 'string') found.push({ label: words, id });
    for (const inner of Object.values(part)) look(inner);
  };
  look(payload);
  return found;
}

export function buttonOf(payload: Json, label: string): string {
  return buttonsOf(payload).find((button) => button.label === label)?.id ?? missing(`button ${label}`);
}
