import { describe, expect, it } from 'vitest';
import { everythingSaid, plainWords } from '../../../src/platforms/discord/said.ts';

describe('what somebody wrote', () => {
  it.each([
    ['<@1> what is <@!2> <@&3> <#4> 404?', 'what is 404?'],
    ['ask in <id:customize> at <t:1700000000:R>', 'ask in at'],
    ['<a:party:123> 200 <:ok:456>', ':party: 200 :ok:'],
    ['try </status:123> or </quiz start:456>', 'try /status or /quiz start'],
    ['see <https://a.example/?q=404>', 'see https://a.example/?q=404'],
    ['if 1 < 2 and <b>404</b>', 'if 1 < 2 and <b>404</b>'],
    ['GET /\n\n  404', 'GET /\n\n 404'],
  ])('%s reaches the bot as %s', (content, text) => expect(plainWords(content)).toBe(text));

  it('is all of it, embeds and cards too', () => {
    const components = [{ type: 17, components: [{ type: 10, content: 'in a card' }, { type: 14 }] }];
    const embeds = [{ title: 'Title', description: null, fields: [{ name: 'Code', value: '502' }] }];
    expect(everythingSaid({ content: '', embeds, components })).toBe('Title\nCode: 502\nin a card');
  });
});
