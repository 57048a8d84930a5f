// The Home tab and the modals over it, drawn from any answer at all, held against what Slack takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guide } from '../../../src/commands/help.ts';
import { drawAnswer } from '../../../src/platforms/slack/answer-view.ts';
import { drawHome } from '../../../src/platforms/slack/home-view.ts';
import { channelIn, NOWHERE, readStand, writeStand } from '../../../src/platforms/slack/stand.ts';
import { checkHome } from '../../../src/playground/slack/home-limits.ts';
import { checkModal } from '../../../src/playground/slack/modal-limits.ts';
import { answer } from './answers.ts';

/** A view as it goes over the wire. */
function sent(view: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(view));
}

const channel = fc.constantFrom('C0000001', 'G0000001', null);

describe('whatever an answer is', () => {
  it('a modal of it is one that Slack takes', () => {
    fc.assert(
      fc.property(answer, channel, (said, id) => {
        expect(checkModal(sent(drawAnswer(said, { channel: id, shown: id })))).toEqual([]);
      }),
    );
  });

  it('a Home tab with it is one that Slack takes', () => {
    fc.assert(
      fc.property(answer, answer, channel, (standing, settings, id) => {
        const view = sent(drawHome({ guide, standing, chosen: { channel: id, settings } }));
        expect(checkHome(view)).toEqual([]);
        // Nothing in an answer names another channel to act in, and the topics have their room whatever comes before them.
        expect(readStand(String(view['private_metadata']))).toEqual({ channel: null, shown: id });
        expect(JSON.stringify(view)).toContain('"text":"Settings and listening"');
      }),
    );
  });

  it('a long one leaves room for all else on the page, and says that it was shortened', () => {
    const long = {
      ...guide.welcome,
      blocks: Array.from({ length: 60 }, () => ({ kind: 'text', text: ['x'] }) as const),
    };
    const view = sent(drawHome({ guide, standing: long, chosen: { channel: 'C0000001', settings: long } }));
    expect(checkHome(view)).toEqual([]);
    const text = JSON.stringify(view);
    for (const { title } of guide.topics) expect(text).toContain(title);
    expect(text.match(/… shortened/g)).toHaveLength(2);
    expect(JSON.stringify(drawHome({ guide, standing: null, chosen: null }))).not.toContain('… shortened');
  });

  it('the checks would see a page that is too long, too big or strange', () => {
    const line = { type: 'divider' };
    const view = { type: 'home', blocks: Array.from({ length: 101 }, () => line) };
    expect(checkHome(view).join()).toContain('no more than 100 items');
    const text = { type: 'plain_text', text: 'x'.repeat(2_999) };
    const big = { type: 'home', blocks: Array.from({ length: 99 }, () => ({ type: 'section', text })) };
    expect(checkHome(big).join()).toContain('view_too_large');
    expect(checkHome({ type: 'home', blocks: [{ type: 'input' }] }).join()).toContain('unsupported type');
    const menu = { type: 'users_select', action_id: 'x' };
    expect(checkHome({ type: 'home', blocks: [{ type: 'section', text, accessory: menu }] }).join()).toContain(
      'unsupported element',
    );
  });
});

describe('where somebody stands', () => {
  it('is read as it was written', () => {
    const stand = { channel: 'C0000001', shown: null };
    expect(readStand(writeStand(stand))).toEqual(stand);
  });

  it.each([
    undefined,
    '',
    'nonsense',
    '{}',
    'null',
    '{"channel":"D0000001","shown":null}',
    '{"channel":"general","shown":null}',
    '{"channel":["C0000001"],"shown":null}',
  ])('is nowhere for %j', (metadata) => {
    expect(readStand(metadata)).toEqual(NOWHERE);
  });

  it.each([
    ['C0000001', 'C0000001'],
    ['G0000001', 'G0000001'],
    ['D0000001', null],
    ['c0000001', null],
    ['C0000001\n', null],
    ['', null],
    [undefined, null],
  ])('is in a channel where the id is one: %j', (id, read) => {
    expect(channelIn(id)).toBe(read);
  });
});
