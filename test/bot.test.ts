import { describe, expect, it } from 'vitest';
import { createBot } from '../src/bot.ts';
import type { Ask, Log } from '../src/port.ts';
import { by } from './commands/ask.ts';

const sixDigits = /^[0-9a-f]{6}$/;
const lowerCase = /^[a-z]{1,32}$/;

/** An ask that fails where nobody expects it: its text cannot be read, and the failure quotes it. */
const poisoned: Ask = {
  kind: 'line',
  by,
  get line(): string {
    throw new TypeError('cannot read “my password is hunter2”');
  },
};

function recording(): { log: Log; lines: { fields: object; message: string }[] } {
  const lines: { fields: object; message: string }[] = [];
  const write = (fields: object, message: string) => {
    lines.push({ fields, message });
  };
  return { log: { info: write, warn: write, error: write }, lines };
}

describe('the bot', () => {
  it.each<[string, Ask, string]>([
    ['a line', { kind: 'line', by, line: '404' }, 'status'],
    ['a mention', { kind: 'mention', by, text: 'what is 404?' }, 'status'],
    ['a message to explain', { kind: 'explain', by, text: 'GET /x 404' }, 'paste'],
    ['the words of a message to explain', { kind: 'explain', by, text: 'the user is not logged in' }, 'none'],
  ])('reads %s as what it is', async (_, ask, kind) => {
    expect((await createBot().ask(ask))?.about.kind).toBe(kind);
  });

  it('answers a message to explain for the asker only, everything else for the room', async () => {
    expect((await createBot().ask({ kind: 'explain', by, text: 'HTTP/1.1 404 Not Found' }))?.audience).toBe('asker');
    expect((await createBot().ask({ kind: 'line', by, line: 'HTTP/1.1 404 Not Found' }))?.audience).toBe('room');
  });

  it('apologises with an id when something fails, and logs the place under that id without what was typed', async () => {
    const { log, lines } = recording();
    const answer = await createBot({ log }).ask(poisoned);
    const [logged] = lines;
    expect(lines).toHaveLength(1);
    expect(logged?.fields).toMatchObject({
      id: expect.stringMatching(sixDigits),
      kind: 'line',
      failure: 'TypeError',
    });
    expect(JSON.stringify(logged)).toContain('bot.ts');
    expect(JSON.stringify(logged)).not.toContain('hunter2');
    const id = logged !== undefined && 'id' in logged.fields ? String(logged.fields.id) : 'none';
    expect(JSON.stringify(answer)).toContain(id);
    expect(answer).toMatchObject({ audience: 'asker', about: { kind: 'error', codes: [], class: null } });
  });

  it('apologises without a log too', async () => {
    expect((await createBot().ask(poisoned))?.about.kind).toBe('error');
  });

  it('describes its command and menu within the limits of platforms', () => {
    const { commands, menu } = createBot();
    for (const { name, description } of commands) {
      expect(name).toMatch(lowerCase);
      expect(description.length).toBeLessThanOrEqual(100);
    }
    expect(menu.name.length).toBeLessThanOrEqual(24);
    expect(menu.description.length).toBeLessThanOrEqual(150);
  });
});
