// Messages as they are drawn: all their words, nothing that was typed as anything but words, and no JSON too odd.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/answer/answer.ts';
import { neighbours, registered, vendorStatuses, written } from '../../../../src/catalog/index.ts';
import { drawPost } from '../../../../src/platforms/discord/post.ts';
import { render } from '../../../../src/platforms/discord/render.ts';
import { look as sightOf } from '../../../../src/playground/discord/discord.ts';
import { drawMessage } from '../../../../src/playground/page/client/discord/message.ts';
import type { Look } from '../../../../src/playground/page/client/look.ts';
import type { Json } from '../../../../src/playground/page/protocol.ts';
import { ask } from '../../../../src/quiz/asked.ts';
import { sayQuestion } from '../../../../src/quiz/post.ts';
import { items } from '../../../../src/quiz/questions/index.ts';
import { sayReveal } from '../../../../src/quiz/reveal.ts';
import { askExplain, askLine } from '../../../commands/ask.ts';
import { answer as anyAnswer } from '../../../platforms/discord/answers.ts';
import { allOf, elementsIn, lookOf, messageOf, textIn, wordsIn } from './drawn.ts';

const draw = (payload: Json, look: Partial<Look> = {}) => drawMessage(messageOf(payload), lookOf(look));
const cardOf = (answer: Answer): Json => ({ flags: 1 << 15, components: [render(answer)] });
const postOf = (answer: Answer): Json => ({ ...drawPost(answer) });
const text = (content: string) => draw({ content });

const SPACE = /\s+/;
const MOMENT = /<t:-?\d+:F>/g;
/** People and moments are shown in their own way: here they are words. */
const plain = (payload: Json): Json =>
  JSON.parse(JSON.stringify(payload).replace(MOMENT, 'then').replaceAll('<@', '\\\\<@'));

/** Holds what is drawn against what people see by the playground's other reader, which shares no code with this one. */
function expectAllWords(payload: Json): void {
  const body = plain(payload);
  const seen = sightOf({
    id: '1',
    channel: '1',
    place: 'server',
    seenBy: null,
    repliesTo: null,
    edits: 0,
    body,
  });
  expect(wordsIn(draw(body))).toEqual(seen.text.split(SPACE).filter((word) => word !== ''));
}

describe('all words of an answer are drawn', () => {
  const numbers = [
    ...registered.map(({ code }) => written(code)),
    ...new Set(vendorStatuses.map(({ code, sub }) => written(code, sub))),
  ];
  const lines = {
    codes: numbers,
    'codes for testers': numbers.map((number) => `${number} for testers`),
    examples: numbers.map((number) => `${number} example`),
    'codes in programs': numbers.map((number) => `${number} in code`),
    'when to use which': numbers.map((number) => `when to use ${number}`),
    comparisons: neighbours.map(({ codes }) => codes.map((code) => written(code)).join(' vs ')),
    classes: ['1xx', '2xx', '3xx', '4xx', '5xx'],
    others: ['help', '478', '700', 'forbiden'],
  };

  it.each(Object.entries(lines))('%s', async (_, asked) => {
    for (const line of asked) expectAllWords(cardOf(await askLine(line)));
  });

  it('what was found in a paste', async () => {
    const paste = 'curl: (22) error: 503\n< HTTP/1.1 401 Unauthorized\n"status": 422, ``` *x* <script>';
    expectAllWords(cardOf(await askExplain(paste)));
  });

  it('every question of the quiz and its answer', () => {
    for (const item of items()) {
      const asked = ask(item, 'seed');
      expectAllWords(postOf(sayQuestion(asked, { id: 'id', revealAt: 0, scheduled: true })));
      const counts = asked.options.map((_, at) => at + 1);
      expectAllWords(postOf(sayReveal(asked, { id: 'id', counts, streaks: [], channelStreak: 3 })));
    }
  });

  it('any answer at all, as a card and as a post', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expectAllWords(cardOf(answer));
        expectAllWords(postOf(answer));
      }),
      { numRuns: 150 },
    );
  });
});

describe('text', () => {
  it('is never markup', () => {
    const typed = '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;';
    expect(textIn(text(typed))).toBe(typed);
    expect(allOf(text(typed), 'script')).toEqual([]);
  });

  it('names whom it mentions, and marks whoever looks at it', () => {
    const drawn = text('<@11> <@12> <@99> <#21> <#99> </status:1> <@&5> @here');
    expect(textIn(drawn)).toBe('@Ada @Grace <@99> #quiz #unknown /status @role @here');
    expect(allOf(drawn, 'span').map(({ props }) => String(props['class']).includes('dc-mine'))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('says moments as they are for the reader, and in full for whoever asks', () => {
    const [moment] = allOf(text('<t:1795694400:R>'), 'time');
    expect(textIn(moment)).toBe('in 0 seconds');
    expect(moment?.props['datetime']).toBe('2026-11-26T12:00:00.000Z');
    expect(moment?.props['title']).toContain('November 26, 2026');
  });

  it('opens links elsewhere, and tells that page nothing', () => {
    const links = allOf(text('[a](https://a.example) https://b.example'), 'a');
    expect(links.map(({ props }) => [props['href'], props['rel'], props['target']])).toEqual([
      ['https://a.example', 'noopener noreferrer', '_blank'],
      ['https://b.example', 'noopener noreferrer', '_blank'],
    ]);
  });

  it('keeps a spoiler hidden behind a button, with its words in it', () => {
    const [drawn] = elementsIn(text('||a **b**||')).filter(({ type }) => type === 'p');
    expect(textIn(drawn)).toBe('a b');
  });
});

describe('components', () => {
  const row = (...components: readonly Json[]): Json => ({ components: [{ type: 1, components }] });
  const button = (changes: Json = {}): Json => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...changes });

  it.each([
    [1, 'dc-primary'],
    [2, 'dc-secondary'],
    [3, 'dc-success'],
    [4, 'dc-danger'],
    [99, 'dc-secondary'],
  ])('a button of style %d is %s', (style, name) => {
    expect(allOf(draw(row(button({ style }))), 'button')[0]?.props['class']).toBe(`dc-button ${name}`);
  });

  it('a button says what it is pressed for', () => {
    const pressed: string[] = [];
    const [drawn] = allOf(draw(row(button()), { press: (id) => pressed.push(id) }), 'button');
    press(drawn);
    expect(pressed).toEqual(['go']);
  });

  it('a button that waits for its answer is not pressed again, and keeps the focus', () => {
    const pressed: string[] = [];
    const [drawn] = allOf(draw(row(button()), { press: (id) => pressed.push(id), busy: 'go' }), 'button');
    press(drawn);
    expect(pressed).toEqual([]);
    expect(drawn?.props).toMatchObject({ 'aria-busy': 'true', disabled: false });
    expect(textIn(drawn)).toBe('Go');
  });

  it('a button can be off, and have an emoji', () => {
    expect(allOf(draw(row(button({ disabled: true }))), 'button')[0]?.props['disabled']).toBe(true);
    expect(textIn(draw(row(button({ emoji: { name: '🫖' } }))))).toBe('🫖Go');
    expect(textIn(draw(row(button({ emoji: { name: 'tea', id: '5' } }))))).toBe(':tea:Go');
  });

  it('a link leads to the web or nowhere', () => {
    const link = (url: unknown) => allOf(draw(row({ type: 2, style: 5, label: 'Go', url })), 'a');
    expect(link('https://a.example')[0]?.props).toMatchObject({
      href: 'https://a.example',
      rel: 'noopener noreferrer',
    });
    for (const url of ['javascript:alert(1)', 'discord://x', 'data:text/html,x', ' javascript:x', 5, undefined])
      expect(link(url)).toEqual([]);
  });

  it('a menu shows what there is to choose', () => {
    const options = [{ label: 'Client', value: '4', description: 'yours', emoji: { name: '🙂' } }];
    expect(textIn(draw(row({ type: 3, custom_id: 'x', placeholder: 'Class', options })))).toBe(
      'Class🙂 Client – yours',
    );
    expect(textIn(draw(row({ type: 8, custom_id: 'x' })))).toContain('#quiz');
    expect(textIn(draw(row({ type: 5, custom_id: 'x' })))).toContain('Grace');
  });

  it('a container has its colour, and none where it is not one', () => {
    const container = (accent_color: unknown) =>
      elementsIn(draw({ components: [{ type: 17, accent_color, components: [] }] })).find(
        ({ props }) => props['class'] === 'dc-container',
      )?.props['style'];
    expect(container(0x00ff0a)).toEqual({ '--dc-accent': '#00ff0a' });
    for (const colour of [-1, 1.5, 0x1000000, 'red', null, undefined]) expect(container(colour)).toBeNull();
  });

  it('nothing is loaded: pictures and files are what is said about them', () => {
    const media = { url: 'https://evil.example/x.png' };
    const drawn = draw({
      components: [
        { type: 9, components: [{ type: 10, content: 'words' }], accessory: { type: 11, media, description: 'a pot' } },
        { type: 12, items: [{ media, description: 'a cup' }, { media }] },
        { type: 13, file: { url: 'attachment://report.txt' } },
      ],
      attachments: [{ filename: 'log.txt', url: media.url }],
      embeds: [{ title: 'Card', image: { url: media.url, description: 'a lid' } }],
    });
    for (const words of ['words', 'a pot', 'a cup', 'without a description', 'report.txt', 'log.txt', 'a lid'])
      expect(textIn(drawn)).toContain(words);
    const kinds = new Set(elementsIn(drawn).map(({ type }) => type));
    for (const kind of ['img', 'video', 'iframe', 'object', 'link']) expect(kinds).not.toContain(kind);
    expect(JSON.stringify(elementsIn(drawn).map(({ props }) => props['href'] ?? props['src'] ?? ''))).not.toContain(
      'evil',
    );
  });

  it('an embed shows all it says, unless the message says not to', () => {
    const embed = {
      title: 'Title',
      url: 'https://a.example',
      description: '**bold**',
      author: { name: 'Author', url: 'javascript:x' },
      provider: { name: 'Provider' },
      fields: [{ name: 'Name', value: 'Value', inline: true }],
      footer: { text: 'Footer' },
      timestamp: '2026-11-26T12:00:00Z',
      color: 0xff0000,
    };
    expect(textIn(draw({ embeds: [embed] }))).toBe('ProviderAuthorTitleboldNameValueFooter • 11/26/26');
    expect(textIn(draw({ content: 'x', embeds: [embed], flags: 4 }))).toBe('x');
  });

  it.each([
    [{ components: [{ type: 99 }] }, 'Discord component 99: not drawn here'],
    [{ components: [{}] }, 'Discord component without a type: not drawn here'],
    [{ components: ['x'] }, 'Discord component without a type: not drawn here'],
    [{ poll: { question: {} } }, 'Discord poll: not drawn here'],
  ])('what is not drawn is named: %j', (payload, expected) => expect(textIn(draw(payload))).toBe(expected));
});

describe('JSON of any shape', () => {
  const key = fc.constantFrom(
    ...[
      'type',
      'style',
      'content',
      'components',
      'component',
      'accessory',
      'items',
      'options',
      'label',
      'custom_id',
      'url',
    ],
    ...[
      'emoji',
      'name',
      'id',
      'accent_color',
      'description',
      'fields',
      'timestamp',
      'footer',
      'disabled',
      'file',
      'media',
    ],
  );
  const leaf = fc.oneof(
    fc.integer({ min: -1, max: 24 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom(
      'javascript:alert(1)',
      'https://a.example',
      '**a** `b` ```c```',
      '<@1> <t:1:R>',
      '- a\n> b',
      '2026-11-26',
    ),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
    ),
  }));
  const part = fc.record({
    type: fc.integer({ min: 0, max: 24 }),
    components: tree,
    accessory: tree,
    content: tree,
    options: tree,
  });

  it('is drawn without a fault, and no link leads anywhere but to the web', () => {
    fc.assert(
      fc.property(
        fc.record({
          content: tree,
          embeds: tree,
          attachments: tree,
          components: fc.oneof(tree, fc.array(part)),
          flags: tree,
        }),
        (payload) => {
          const hrefs = allOf(draw(payload), 'a').map(({ props }) => String(props['href']));
          expect(hrefs.filter((href) => !/^https?:\/\//i.test(href))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is drawn however deep it goes', () => {
    let component: Json = { type: 10, content: 'deep' };
    for (let depth = 0; depth < 5000; depth++) component = { type: 17, components: [component] };
    expect(textIn(draw({ components: [component] }))).toBe('Discord components within components: not drawn here');
  });
});

function press(drawn: ReturnType<typeof allOf>[number] | undefined): void {
  const onClick = drawn?.props['onClick'];
  if (typeof onClick === 'function') onClick();
  else expect.unreachable('nothing happens on a click');
}
