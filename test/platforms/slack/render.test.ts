import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Block, Text } from '../../../src/answer/answer.ts';
import { flatten } from '../../../src/answer/answer.ts';
import { draw } from '../../../src/platforms/slack/render.ts';
import { checkMessage, findPings } from '../../../src/playground/slack/limits.ts';
import type { Message, Payload } from '../../../src/playground/slack/message.ts';
import { show } from '../../../src/playground/slack/message.ts';
import { answer, text, words } from './answers.ts';
import { card } from './stage.ts';

function asMessage(drawn: { text: string; blocks: readonly object[] }): Message {
  const blocks: readonly Payload[] = drawn.blocks.map((block) => ({ ...block }));
  return {
    ts: '1',
    channel: 'C',
    thread: null,
    by: 'U',
    only: null,
    route: 'chat.postMessage',
    raw: {},
    ...drawn,
    blocks,
  };
}

function shown(given: Partial<Answer>) {
  return show(asMessage(draw({ ...card, ...given })));
}

const settings = { numRuns: 100 };
const CUT = /^(teapot )+teapot…\n/;
const SHORTENED = /… shortened$/;

describe('any answer', () => {
  it('is drawn so that Slack takes it', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), (any, share) => {
        expect(checkMessage({ ...draw(any, { share, sharedBy: 'U012' }) })).toEqual([]);
      }),
      settings,
    );
  });

  it('notifies nobody', () => {
    fc.assert(
      fc.property(answer, (any) => {
        const { text, blocks } = draw(any, { share: true });
        expect(findPings({ text, blocks })).toEqual([]);
      }),
      settings,
    );
  });

  it('has at most one primary button, and never one that asks something shortened', () => {
    fc.assert(
      fc.property(answer, (any) => {
        const { buttons } = show(asMessage(draw(any, { share: true })));
        expect(buttons.filter(({ style }) => style === 'primary').length).toBeLessThanOrEqual(1);
        const lines = [...any.choices.map(({ line }) => line), any.line];
        for (const { value } of buttons) expect(lines).toContain(value);
      }),
      settings,
    );
  });

  it('says a fact with the characters it has', () => {
    const short = text.filter((spans) => flatten(spans).length < 250 && flatten(spans).trim() !== '');
    fc.assert(
      fc.property(words, short, (label, value) => {
        const { text } = shown({ blocks: [{ kind: 'facts', facts: [{ label, value }] }] });
        expect(text).toContain(flatten(value).trim());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what does not fit', () => {
  const paragraph = (text: string): Block => ({ kind: 'text', text: [text] });

  it('is cut after a word, with an ellipsis', () => {
    expect(shown({ title: 'teapot '.repeat(60) }).text).toMatch(CUT);
  });

  it('is not cut in the middle of a character', () => {
    expect(shown({ title: '😀'.repeat(100) }).text.isWellFormed()).toBe(true);
  });

  it('is left out at the end, and said to be shortened', () => {
    const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`paragraph ${index}`));
    expect(draw({ ...card, blocks }).blocks).toHaveLength(50);
    const { text } = shown({ blocks });
    expect(text).toContain('paragraph 40');
    expect(text).not.toContain('paragraph 59');
    expect(text).toMatch(SHORTENED);
  });

  it('loses table rows, not the table', () => {
    const rows = Array.from({ length: 150 }, (_, index) => [[`row ${index}`], ['value']]);
    const { text } = shown({ blocks: [{ kind: 'table', head: ['', 'Value'], rows }] });
    expect(text).toContain('row 98 | value');
    expect(text).not.toContain('row 99');
    expect(text).toContain('… shortened');
  });

  it('keeps a second table as a list', () => {
    const table: Block = {
      kind: 'table',
      head: ['', '401', '403'],
      rows: [[['Name'], ['Unauthorized'], ['Forbidden']]],
    };
    const { text } = shown({ blocks: [table, table] });
    expect(text).toContain('Name | Unauthorized | Forbidden');
    expect(text).toContain('Name 401: Unauthorized · 403: Forbidden');
    expect(text).not.toContain('shortened');
  });

  it('is not mentioned where everything fits', () => {
    expect(shown({}).text).not.toContain('shortened');
  });
});

describe('a card', () => {
  it('offers five choices, and to share what can be asked again', () => {
    const choices = Array.from({ length: 30 }, (_, index) => ({ label: `Choice ${index}`, line: `${index}` }));
    const labels = (given: Partial<Answer>) =>
      show(asMessage(draw({ ...card, choices, ...given }, { share: true }))).buttons.map(({ label }) => label);
    expect(labels({})).toEqual(['Choice 0', 'Choice 1', 'Choice 2', 'Choice 3', 'Choice 4', 'Share with channel']);
    const { line: _line, ...unaskable } = card;
    expect(show(asMessage(draw(unaskable, { share: true }))).buttons.map(({ label }) => label)).toEqual([
      'Compare with 410',
    ]);
  });

  it('sets its facts in bold and code, and as they stand where that could be misread', () => {
    const fields = (label: string, value: Text) => {
      const section = draw({ ...card, blocks: [{ kind: 'facts', facts: [{ label, value }] }] }).blocks[1];
      return section?.type === 'section' ? section.fields?.map(({ type, text }) => `${type} ${text}`) : null;
    };
    expect(fields('Body', ['see ', { code: 'a<b' }, ' in proxy_pass'])).toEqual([
      'mrkdwn *Body*\nsee `a&lt;b` in proxy_pass',
    ]);
    expect(fields('Body', ['*not* bold'])).toEqual(['plain_text Body\n*not* bold']);
    expect(fields('Body', ['glued', { code: 'code' }])).toEqual(['plain_text Body\ngluedcode']);
    expect(fields('Body', [':fi', 're:'])).toEqual(['plain_text Body\n:fire:']);
    expect(fields('Body', ['a ', { code: '' }, 'b'])).toEqual(['mrkdwn *Body*\na b']);
    expect(fields('Body', [{ link: 'a|b', href: 'https://x.example' }])).toEqual(['plain_text Body\na|b']);
    const long = { link: 'x', href: `https://x.example/${'x'.repeat(400)}` };
    expect(fields('Body', Array(6).fill(long))).toEqual(['plain_text Body\nxxxxxx']);
  });

  it('links only to the web', () => {
    const links = [
      { label: 'RFC 9110', href: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5' },
      { label: 'Trap', href: 'javascript:alert(1)' },
    ];
    const { blocks } = draw({ ...card, links });
    const drawn = JSON.stringify(blocks);
    expect(drawn).toContain('<https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5|RFC 9110>');
    expect(drawn).toContain('Trap');
    expect(drawn).not.toContain('javascript');
  });

  it('carries its words beside the blocks, escaped', () => {
    const { text } = draw({ ...card, title: '<!channel> & co', blocks: [{ kind: 'code', source: 'GET /' }] });
    expect(text).toBe('&lt;!channel&gt; &amp; co\nGET /');
  });

  it('names who shared it, and only a real user id', () => {
    expect(findPings(draw(card, { sharedBy: 'U012' }))).toEqual(['<@U012>']);
    expect(JSON.stringify(draw(card, { sharedBy: 'U1> <!channel' }))).not.toContain('Shared by');
  });
});
