import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage, readTyped } from '../../../src/platforms/slack/typed.ts';
import { escapeTyped } from '../../../src/playground/slack/typing.ts';
import { isLinear } from '../../linear.ts';

describe('what somebody typed', () => {
  it.each([
    ['<@U0BOT> what is 404?', 'what is 404?'],
    ['hey <@W0BOT|teapot>', 'hey'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['see <https://x.example/404>', 'see https://x.example/404'],
    ['see <http://x.example|x.example>', 'see x.example'],
    ['mail <mailto:a@x.example|a@x.example>', 'mail a@x.example'],
    ['<#C012|general> <!here> <!subteam^S01|@ops>', '#general @here @ops'],
    ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['<!doctype html> <h1>404</h1>', '<!doctype html> <h1>404</h1>'],
  ])('%s → %s', (sent, typed) => {
    expect(readTyped(sent)).toBe(typed);
  });

  it('comes back whole, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(readTyped(escapeTyped(typed))).toBe(typed.trim());
      }),
    );
  });

  it.each(['<@U', '<@U|', '<#C', '<!here', '<!date^', '<https:', '<https:a|', '<'])(
    'is read at once where it is “%s” over and over',
    (begun) => {
      expect(isLinear(readTyped, begun.repeat(40_000 / begun.length))).toBe(true);
    },
  );
});

describe('somebody’s message', () => {
  it('is its text', () => {
    expect(readMessage({ text: 'GET /a 404 &lt;1s', blocks: [{ type: 'header', text: { text: 'no' } }] })).toBe(
      'GET /a 404 <1s',
    );
  });

  it('is what its blocks, attachments and files say where the text is empty', () => {
    const message = {
      text: '',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'GET ' },
                { type: 'text', text: '/a' },
              ],
            },
          ],
        },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '502 &amp; down' },
          fields: [{ type: 'plain_text', text: 'since noon' }],
        },
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ignore' }, value: 'no' }] },
      ],
      attachments: [{ title: 'Alert', text: 'upstream 503', fields: [{ title: 'code', value: '504' }], color: '#f00' }],
      files: [{ id: 'F1', plain_text: 'HTTP/1.1 418', url_private: 'https://files.example/x' }],
    };
    expect(readMessage(message)).toBe(
      ['GET /a', '502 & down', 'since noon', 'Alert', 'upstream 503', 'code', '504', 'HTTP/1.1 418'].join('\n'),
    );
  });

  it('is nothing where there is nothing to read, and ends somewhere', () => {
    expect(readMessage({})).toBe('');
    expect(readMessage({ text: '404 '.repeat(100_000) }).length).toBeLessThanOrEqual(20_000);
    let deep: unknown = { text: '404' };
    for (let level = 0; level < 10_000; level += 1) deep = { elements: [deep] };
    expect(readMessage({ blocks: [deep] })).toBe('');
  });
});
