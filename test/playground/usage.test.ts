// What a message uses of the limits: the very numbers by which the simulators refuse.
import { describe, expect, it } from 'vitest';
import { checkMessage as checkDiscord } from '../../src/playground/discord/limits.ts';
import { usesOf as usesOnDiscord } from '../../src/playground/discord/usage.ts';
import type { Use } from '../../src/playground/page/protocol.ts';
import { checkMessage as checkSlack } from '../../src/playground/slack/limits.ts';
import { usesOf as usesOnSlack } from '../../src/playground/slack/usage.ts';

const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));
const plain = (text: string) => ({ type: 'plain_text', text });
const V2 = 1 << 15;

/** A message that uses `count` of something, and what a platform refuses it for. */
type Make = (count: number) => Readonly<Record<string, unknown>>;

const slack: readonly [string, Make][] = [
  ['blocks', (count) => ({ blocks: times(count, () => ({ type: 'divider' })) })],
  ['characters of text', (count) => ({ text: 'x'.repeat(count) })],
  ['characters in the longest header', (count) => ({ blocks: [{ type: 'header', text: plain('x'.repeat(count)) }] })],
  ['characters in the longest section', (count) => ({ blocks: [{ type: 'section', text: plain('x'.repeat(count)) }] })],
  [
    'characters in blocks',
    (count) => ({ blocks: times(5, () => ({ type: 'section', text: plain('x'.repeat(count / 5)) })) }),
  ],
  [
    'buttons in a row',
    (count) => ({
      blocks: [
        {
          type: 'actions',
          elements: times(count, (index) => ({ type: 'button', action_id: `${index}`, text: plain('x') })),
        },
      ],
    }),
  ],
  [
    'characters on the longest button',
    (count) => ({
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'a', text: plain('x'.repeat(count)) }] }],
    }),
  ],
  [
    'rows in the table',
    (count) => ({ blocks: [{ type: 'table', rows: times(count, () => [{ type: 'raw_text', text: 'x' }]) }] }),
  ],
  [
    'characters in the table',
    (count) => ({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x'.repeat(count) }]] }] }),
  ],
];

const text = (content: string) => ({ type: 10, content });
const button = (changes: object) => ({ type: 2, style: 2, label: 'x', custom_id: 'x', ...changes });
const row = (...components: object[]) => ({ flags: V2, components: [{ type: 1, components }] });

const discord: readonly [string, Make][] = [
  ['components', (count) => ({ flags: V2, components: times(count, () => text('x')) })],
  ['characters of text', (count) => ({ flags: V2, components: [text('x'.repeat(count))] })],
  ['characters of content', (count) => ({ content: 'x'.repeat(count) })],
  ['buttons in a row', (count) => row(...times(count, (index) => button({ custom_id: `${index}` })))],
  ['characters on the longest button', (count) => row(button({ label: 'x'.repeat(count) }))],
  ['characters in the longest custom_id', (count) => row(button({ custom_id: 'x'.repeat(count) }))],
];

function use(uses: readonly Use[], of: string): Use {
  return uses.find((one) => one.of === of) ?? expect.unreachable(`nothing of ${of}`);
}

describe.each([
  ['Slack', slack, usesOnSlack, checkSlack],
  ['Discord', discord, usesOnDiscord, checkDiscord],
] as const)('what a message uses on %s', (_, makes, usesOf, check) => {
  it.each(makes)('%s: counted, and refused from one more than the most on', (of, make) => {
    const { most } = use(usesOf(make(10)), of);
    expect(use(usesOf(make(10)), of)).toEqual({ of, used: 10, most });
    expect(check(make(most))).toEqual([]);
    expect(use(usesOf(make(most)), of).used).toBe(most);
    // One more of what is counted in fives is five more.
    expect(check(make(most + 5)).length).toBeGreaterThan(0);
  });

  it('leaves out what it has nothing of', () => {
    expect(usesOf({})).toEqual([]);
  });
});
