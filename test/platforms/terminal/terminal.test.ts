import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../../src/platforms/terminal/terminal.ts';
import type { Ask } from '../../../src/port.ts';
import { contractBot, type Person, platformContract, type Shown } from '../contract.ts';

const PROMPT = 'teapot> ';
const button = /(\d+) (.+?)(?: {3}|\n|$)/g;

/** Somebody at a keyboard: types lines, and has seen the answer when the next prompt is there. */
function personAtTerminal(): Person {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const terminal = createTerminal({ input, output, interactive: true, width: 80, colour: false });
  let screen = '';
  output.on('data', (text: string) => {
    screen += text;
  });

  async function type(text: string): Promise<string> {
    screen = '';
    input.write(text);
    while (!screen.endsWith(PROMPT)) await pause(1);
    return screen.slice(0, -PROMPT.length).trim();
  }

  async function see(text: string): Promise<Shown> {
    const shown = await type(`${text}\n`);
    const last = shown.split('\n\n').at(-1) ?? '';
    const buttons = [...last.matchAll(button)].map(([, number = '', label = '']) => ({
      label,
      press: () => see(number),
    }));
    // Nobody else looks at this screen.
    return { text: shown, private: true, buttons };
  }

  return {
    start: async (bot) => {
      await terminal.start(bot);
      while (!screen.endsWith(PROMPT)) await pause(1);
    },
    command: see,
    mention: async (text) => {
      const shown = await see(`@teapot ${text}`);
      return shown.text === '' ? null : shown;
    },
    explain: (text) => see(`/explain ${text}`),
    stop: () => terminal.stop(),
  };
}

platformContract('the terminal', personAtTerminal);

/** Types everything at once and ends the input; resolves with what was printed. */
async function pipe(text: string, interactive = false): Promise<{ asked: readonly Ask[]; printed: string }> {
  const asked: Ask[] = [];
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const printed: string[] = [];
  output.on('data', (chunk: string) => printed.push(chunk));
  const terminal = createTerminal({ input, output, interactive });
  await terminal.start(contractBot(asked));
  input.end(text);
  await terminal.closed;
  return { asked, printed: printed.join('') };
}

describe('a chat in the terminal', () => {
  it('answers each line that is piped in, in order and in plain text', async () => {
    const { asked, printed } = await pipe('404\n\n401 vs 403\nlast');
    expect(asked.map((ask) => ask.kind === 'line' && ask.line)).toEqual(['404', '401 vs 403', 'last']);
    expect(printed).not.toContain(PROMPT);
    expect(printed.indexOf('heard: 404')).toBeLessThan(printed.indexOf('heard: 401 vs 403'));
    expect(printed).toContain('heard: last');
  });

  it('takes lines that come together for one paste', async () => {
    const { asked } = await pipe('GET / 404\nGET /a 500\n', true);
    expect(asked).toMatchObject([{ kind: 'explain', text: 'GET / 404\nGET /a 500' }]);
  });

  it.each(['exit', 'quit', 'EXIT', ' bye '])('ends with "%s"', async (goodbye) => {
    const { asked } = await pipe(`404\n${goodbye}\n500\n`);
    expect(asked).toMatchObject([{ line: '404' }]);
  });

  it.each([
    ['/status 404', '404'],
    ['/STATUS  401 vs 403', '401 vs 403'],
    ['/http 404', '404'],
    ['/unknown 404', '/unknown 404'],
    ['7', '7'],
    ['\u001b[31m404\u001b[0m', '404'],
  ])('reads %j as the line %j', async (typed, line) => {
    const { asked } = await pipe(`${typed}\n`);
    expect(asked).toMatchObject([{ kind: 'line', line }]);
  });

  it('presses the buttons of the last answer by number', async () => {
    const { asked } = await pipe('404\n2\n1\n3\n');
    expect(asked.map((ask) => ask.kind === 'line' && ask.line)).toEqual(['404', '404 vs 403', '404 for testers', '3']);
  });

  it('presses the buttons of the last answer by their words, in any case', async () => {
    const { asked } = await pipe('404\nFOR TESTERS\n');
    expect(asked.map((ask) => ask.kind === 'line' && ask.line)).toEqual(['404', '404 for testers']);
  });

  it('can be stopped before it has started, and twice', async () => {
    const terminal = createTerminal({ input: new PassThrough(), output: new PassThrough() });
    await terminal.stop();
    await terminal.start(contractBot([]));
    await terminal.stop();
    await terminal.stop();
    await terminal.closed;
  });
});
