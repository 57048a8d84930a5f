// Asking the real bot in tests, and the promises that every answer keeps.
import { expect } from 'vitest';
import { type Answer, type Block, flatten } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { createBot } from '../../src/bot.ts';
import type { Ask, Asker } from '../../src/port.ts';

export const by: Asker = {
  platform: 'terminal',
  team: null,
  channel: null,
  user: 'somebody',
  manages: async () => false,
};

/** A bot whose log is a failed test: nothing here may go wrong unexpectedly. */
const bot = createBot({
  log: {
    info: () => undefined,
    warn: () => undefined,
    error: (fields) => expect.unreachable(`logged ${JSON.stringify(fields)}`),
  },
});

async function ask(said: Ask): Promise<Answer> {
  const answer = await bot.ask(said);
  if (answer === null) return expect.unreachable('the bot always answers');
  return answer;
}

export function askLine(line: string): Promise<Answer> {
  return ask({ kind: 'line', by, line });
}

export function askMention(text: string): Promise<Answer> {
  return ask({ kind: 'mention', by, text });
}

export function askExplain(text: string): Promise<Answer> {
  return ask({ kind: 'explain', by, text });
}

export async function plainOf(line: string): Promise<string> {
  return toPlain(await askLine(line));
}

/** Kinds that are about codes, so that some code must be named. */
const aboutCodes = new Set(['status', 'compare', 'situation', 'paste', 'suggest', 'unassigned']);

/** Fails unless an answer keeps all promises of the model. */
export function expectPromises(answer: Answer): void {
  expect(answer.title.trim()).not.toBe('');
  expect(answer.title.length).toBeLessThanOrEqual(150);
  expect(answer.subtitle ?? 'none').not.toBe('');
  expect(answer.about.kind).not.toBe('error');
  expect(answer.blocks.filter(isEmpty)).toEqual([]);
  // Help is a menu of all topics.
  expect(answer.choices.length).toBeLessThanOrEqual(answer.about.kind === 'help' ? 10 : 6);
  for (const { label, line } of answer.choices) {
    expect(label.trim()).not.toBe('');
    expect(label.length, label).toBeLessThanOrEqual(34);
    expect(line.trim()).not.toBe('');
    expect(line.length, line).toBeLessThanOrEqual(100);
  }
  const lines = answer.choices.map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines).not.toContain(answer.line);
  if (aboutCodes.has(answer.about.kind)) expect(answer.about.codes).not.toEqual([]);
  if (answer.line !== undefined) expect(answer.line.length).toBeLessThanOrEqual(100);
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'text':
      return flatten(block.text).trim() === '';
    case 'heading':
      return block.text.trim() === '';
    case 'facts':
      return block.facts.length === 0 || block.facts.some(({ label, value }) => label === '' || flatten(value) === '');
    case 'list':
      return block.items.length === 0 || block.items.some((item) => flatten(item).trim() === '');
    case 'table':
      return block.rows.length === 0 || block.rows.some((row) => row.some((cell) => flatten(cell).trim() === ''));
    case 'bars':
      return block.bars.length === 0;
    case 'code':
      return block.source.trim() === '';
    default:
      return block satisfies never;
  }
}
