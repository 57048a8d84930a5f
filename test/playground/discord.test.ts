// The simulated Discord's gateway and what comes over it, heard by a bot that is no more than a socket.
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type DiscordRules, type SimulatedDiscord, startDiscord } from '../../src/playground/discord/discord.ts';

interface Event {
  readonly op: number;
  readonly s: number | null;
  readonly t: string | null;
  readonly d: Readonly<Record<string, unknown>>;
}

const OP = { identify: 2, resume: 6, invalid: 9 } as const;
/** Servers, and messages in them. */
const INTENTS = (1 << 0) | (1 << 9);

const open: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});

async function begin(rules: DiscordRules = {}): Promise<SimulatedDiscord> {
  const discord = await startDiscord(rules);
  open.push(discord);
  return discord;
}

/** Connects, and says this first. */
async function connect(discord: SimulatedDiscord, op: number, d: object) {
  const socket = new WebSocket(discord.apiUrl.replace('http', 'ws'));
  open.push({ stop: () => socket.terminate() });
  const heard: Event[] = [];
  const told = new EventTarget();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    told.dispatchEvent(new globalThis.Event('event'));
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ op, d: { token: discord.token, ...d } }));
  const until = async (matches: (event: Event) => boolean): Promise<Event> => {
    for (;;) {
      const found = heard.find(matches);
      if (found !== undefined) return found;
      await once(told, 'event');
    }
  };
  return { socket, heard, until, event: (name: string) => until(({ t }) => t === name) };
}

async function login(discord: SimulatedDiscord) {
  const bot = await connect(discord, OP.identify, { intents: INTENTS, shard: [0, 1] });
  const { d } = await bot.event('READY');
  return { ...bot, session: String(d['session_id']) };
}

/** Cuts the connection, and waits until Discord has noticed. */
async function lose(discord: SimulatedDiscord, { socket }: { readonly socket: WebSocket }): Promise<void> {
  const closes = () =>
    discord.happenings.filter((one) => one.kind === 'gateway' && one.what.startsWith('closed')).length;
  const before = closes();
  socket.terminate();
  await expect.poll(closes).toBe(before + 1);
}

describe('a message from a menu', () => {
  it('is the real one, with its author', async () => {
    const discord = await begin();
    const bot = await login(discord);
    const [ada, linus] = [discord.person('Ada'), discord.person('Linus')];
    const said = linus.say('npm ERR! 403 Forbidden');
    const registered = [{ type: 3, name: 'Explain', contexts: [0], integration_types: [0] }];
    await fetch(`${discord.apiUrl}/v10/applications/1/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${discord.token}` },
      body: JSON.stringify(registered),
    });
    const used = ada.menu('Explain', said);
    const { d } = await bot.event('INTERACTION_CREATE');
    expect(d['data']).toMatchObject({
      target_id: said.id,
      resolved: {
        messages: { [said.id]: { content: 'npm ERR! 403 Forbidden', author: { id: linus.id, username: 'Linus' } } },
      },
    });
    await expect(used).rejects.toThrow('The application did not respond');
  });
});

describe('a session', () => {
  it('is resumed with what was missed', async () => {
    const discord = await begin();
    const bot = await login(discord);
    const seq = bot.heard.at(-1)?.s;
    await lose(discord, bot);
    discord.person('Ada').say('while you were away');
    const again = await connect(discord, OP.resume, { session_id: bot.session, seq });
    await again.event('RESUMED');
    expect((await again.event('MESSAGE_CREATE')).d['channel_id']).toBe(discord.channels.general.id);
  });

  it('cannot be resumed once more was missed than is remembered', async () => {
    const discord = await begin({ keep: 3 });
    const bot = await login(discord);
    const seq = bot.heard.at(-1)?.s;
    await lose(discord, bot);
    for (let said = 0; said < 5; said += 1) discord.person('Ada').say('while you were away');
    const again = await connect(discord, OP.resume, { session_id: bot.session, seq });
    expect(await again.until(({ op }) => op === OP.invalid)).toMatchObject({ d: false });
  });

  it('is forgotten when its bot begins a new one', async () => {
    const discord = await begin();
    const bot = await login(discord);
    await lose(discord, bot);
    await login(discord);
    const again = await connect(discord, OP.resume, { session_id: bot.session, seq: 1 });
    expect(await again.until(({ op }) => op === OP.invalid)).toMatchObject({ d: false });
  });
});

describe('a fault on the first of some routes', () => {
  it('comes once, on whichever is asked first', async () => {
    const discord = await begin();
    discord.faults.first(['GET /gateway/bot', 'POST /channels/:channel/messages'], { status: 500 });
    const headers = { authorization: `Bot ${discord.token}` };
    const post = `${discord.apiUrl}/v10/channels/${discord.channels.general.id}/messages`;
    const body = JSON.stringify({ content: 'x' });
    expect((await fetch(post, { method: 'POST', headers, body })).status).toBe(500);
    expect((await fetch(`${discord.apiUrl}/v10/gateway/bot`, { headers })).status).toBe(200);
    expect((await fetch(post, { method: 'POST', headers, body })).status).toBe(200);
  });
});
