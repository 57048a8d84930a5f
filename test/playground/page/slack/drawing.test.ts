// Everything that the adapter sends is drawn with all its words, and nothing that anybody sends can break the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/answer/answer.ts';
import { neighbours, registered, vendorStatuses, written } from '../../../../src/catalog/index.ts';
import { draw } from '../../../../src/platforms/slack/render.ts';
import { drawMessage } from '../../../../src/playground/page/client/slack/message.ts';
import { show } from '../../../../src/playground/slack/message.ts';
import { ask } from '../../../../src/quiz/asked.ts';
import { sayQuestion } from '../../../../src/quiz/post.ts';
import { items } from '../../../../src/quiz/questions/index.ts';
import { sayReveal } from '../../../../src/quiz/reveal.ts';
import { askExplain, askLine } from '../../../commands/ask.ts';
import { answer } from '../../../platforms/slack/answers.ts';
import { look, message, NOW, room } from './stage.ts';
import { elementsIn, find, wordsIn } from './walk.ts';

const SPACE = /\s/gu;
/** A person is drawn by name, whom the simulator shows by id. */
const people = room.members.map(({ id, name }) => ({ id, name }));

function squeezed(text: string): string {
  return people.reduce((said, { id, name }) => said.replaceAll(`@${id}`, `@${name}`), text).replace(SPACE, '');
}

/** Fails unless every word that the simulator shows of it is drawn, and every button can be pressed. */
function expectWhole(sent: Answer): void {
  const drawn = draw(sent, { share: true, charts: true });
  const blocks = drawn.blocks.map((block) => ({ ...block }));
  const shown = show({
    ...drawn,
    blocks,
    ts: '1',
    channel: 'C1',
    thread: null,
    by: 'U0TEAPOT',
    only: null,
    route: 'typed',
    raw: {},
  });
  const body = drawMessage(message({ ...drawn }), look());
  const words = squeezed(wordsIn(body));
  const parts = shown.text.split('\n').flatMap((line) => line.split(' | '));
  expect(parts.filter((part) => !words.includes(squeezed(part)))).toEqual([]);
  expect(find(body, '.bk-button').map(wordsIn)).toEqual(shown.buttons.map(({ label }) => label));
  expect(find(body, '.not-drawn')).toEqual([]);
}

const numbers = [
  ...registered.map(({ code }) => written(code)),
  ...new Set(vendorStatuses.map(({ code, sub }) => written(code, sub))),
];
const facets = ['', ' for testers', ' example', ' in code'];
const comparisons = neighbours.map(({ codes }) => codes.map((code) => written(code)).join(' vs '));
const others = [
  '1xx',
  '4xx',
  '40x',
  '299',
  '478',
  '700',
  'help',
  'quiz',
  'quiz practice scenario:409-duplicate-email 0 x',
  'when to use 422',
  'forbiden',
];

describe('every answer is drawn with all its words', () => {
  it.each([
    ['every side of every code', numbers.flatMap((number) => facets.map((facet) => number + facet))],
    ['all comparisons of neighbours', comparisons],
    ['lists, help and the rest', others],
  ])('%s', async (_, lines) => {
    for (const line of lines) expectWhole(await askLine(line));
  });

  it('what was pasted', async () => {
    expectWhole(await askExplain('curl: (22) The requested URL returned error: 502\nHTTP/1.1 404 Not Found'));
  });

  it('quiz posts, open, closed and revealed', () => {
    const id = '01JDF8Q4T5W6X7Y8Z9ABCDEFGH';
    for (const [at, item] of items().entries()) {
      if (at % 10 !== 0) continue;
      const put = ask(item, id);
      const counts = put.options.map((_, option) => option * 3);
      const streaks = [{ user: 'U1ADA', streak: 5 }];
      expectWhole(sayQuestion(put, { id, revealAt: NOW, scheduled: true }));
      expectWhole(sayReveal(put, { id, counts, streaks }));
    }
  });

  it('people, moments, bars, a table and code in one answer', () => {
    expectWhole({
      title: 'Answer: B',
      subtitle: 'Today’s quiz',
      tone: 'client',
      blocks: [
        { kind: 'text', text: ['First: ', { user: 'U1ADA' }, ' at ', { time: NOW }] },
        {
          kind: 'bars',
          title: 'What you answered',
          bars: [
            { label: 'A', value: 3 },
            { label: 'B', value: 7 },
          ],
        },
        { kind: 'table', head: ['#', 'Who', 'Points'], rows: [[['1'], [{ user: 'U2GRACE' }], ['42']]] },
        { kind: 'facts', facts: [{ label: 'Closed', value: ['at ', { time: NOW }, ' by ', { strong: 'Ada & co' }] }] },
        { kind: 'code', source: 'HTTP/1.1 409 Conflict\n\n<b>&amp;</b>' },
      ],
      choices: [{ label: 'Scores', line: 'quiz scores', style: 'primary' }],
      links: [{ label: 'RFC 9110', href: 'https://www.rfc-editor.org/rfc/rfc9110' }],
      audience: 'room',
      about: { kind: 'quiz', codes: [409], class: 4 },
    });
  });

  it('any answer there could be', () => {
    fc.assert(
      fc.property(answer, (any) => {
        const { blocks } = any;
        expectWhole({ ...any, blocks: blocks.filter(({ kind }) => kind !== 'bars') });
      }),
      { numRuns: 60 },
    );
  });
});

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (more: object) => ({
  type: 'actions',
  elements: [{ type: 'button', text: plain('Go'), action_id: 'go', ...more }],
});

describe('a message', () => {
  it('without blocks is its text', () => {
    const body = drawMessage(message({ text: 'Hi <@U1ADA> &amp; *all*' }), look());
    expect(wordsIn(body)).toBe('Hi @Ada & all');
    expect(find(body, 'strong').map(wordsIn)).toEqual(['all']);
    expect(find(body, '.bk-me')).toHaveLength(1);
  });

  it('writes a moment in the reader’s own words', () => {
    const elements = [{ type: 'date', timestamp: NOW / 1000, format: '{date_pretty}', fallback: 'November 26' }];
    const body = drawMessage(
      message({ blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] }),
      look(),
    );
    expect(find(body, 'time').map(({ props }) => props)).toMatchObject([
      { children: 'Today', title: 'November 26', datetime: '2026-11-26T09:30:00.000Z' },
    ]);
  });

  it('shows what somebody typed as text, never as markup', () => {
    const typed = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const escaped = typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const body = drawMessage(
      message({
        text: escaped,
        blocks: [
          { type: 'section', text: plain(typed) },
          { type: 'section', text: { type: 'mrkdwn', text: typed } },
        ],
      }),
      look(),
    );
    expect(wordsIn(body)).toBe(`${typed}${typed}`);
    expect(wordsIn(drawMessage(message({ text: escaped }), look()))).toBe(typed);
    expect(find(body, 'script')).toEqual([]);
  });

  it('says so where it has a block or an element that is not drawn', () => {
    const payload = {
      blocks: [
        { type: 'video' },
        { type: 'constructor' },
        {},
        { type: 'actions', elements: [{ type: 'overflow' }] },
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'citation' }] }, { type: 'poem' }],
        },
        { type: 'table', rows: [[{ type: 'action_cell' }]] },
        { type: 'data_visualization', chart: { type: 'radar' } },
      ],
      attachments: [{}],
    };
    expect(find(drawMessage(message(payload), look()), '.not-drawn').map(wordsIn)).toEqual([
      'Slack block video: not drawn here',
      'Slack block constructor: not drawn here',
      'Slack block without a type: not drawn here',
      'Slack element overflow: not drawn here',
      'Slack element citation: not drawn here',
      'Slack element poem: not drawn here',
      'Slack element action_cell: not drawn here',
      'Slack block data_visualization: not drawn here',
      'Slack block attachments: not drawn here',
    ]);
  });

  it('names a picture and loads none', () => {
    const body = drawMessage(
      message({ blocks: [{ type: 'image', alt_text: 'A teapot', image_url: 'https://a.example/t.png' }] }),
      look(),
    );
    expect(find(body, 'img')).toEqual([]);
    expect(elementsIn(body).map(({ props }) => props['role'])).toContain('img');
    expect(wordsIn(body)).toBe('A teapot');
  });

  it('has no head over a column that is called nothing', () => {
    const row = (first: string) => [first, '401'].map((text) => ({ type: 'raw_text', text }));
    const table = drawMessage(message({ blocks: [{ type: 'table', rows: [row(' '), row('Meaning')] }] }), look());
    expect(find(table, 'th').map(wordsIn)).toEqual(['401']);
    expect(find(table, 'td').map(wordsIn)).toEqual(['', 'Meaning', '401']);
  });

  it('has a head in its table, and settings for its columns', () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = [
      [cell('Code'), cell('Uses')],
      [cell('404'), { type: 'raw_number', value: 7, text: '7' }],
      [cell('405'), { type: 'raw_number', value: 8 }],
    ];
    const table = drawMessage(
      message({ blocks: [{ type: 'table', rows, column_settings: [{}, { align: 'right', is_wrapped: true }] }] }),
      look(),
    );
    expect(find(table, 'th').map((head) => [head.props['scope'], wordsIn(head)])).toEqual([
      ['col', 'Code'],
      ['col', 'Uses'],
    ]);
    expect(find(table, 'td').map(wordsIn)).toEqual(['404', '7', '405', '8']);
    expect(find(table, '.bk-right').map(wordsIn)).toEqual(['Uses', '7', '8']);

    const data = drawMessage(
      message({ blocks: [{ type: 'data_table', caption: 'Codes', rows, page_size: 1 }] }),
      look(),
    );
    expect(find(data, 'caption').map(wordsIn)).toEqual(['Codes']);
    expect(find(data, 'th').map(({ props }) => props['scope'])).toEqual(['col', 'col', 'row', 'row']);
    expect(find(data, '.bk-note').map(wordsIn)).toEqual(['Slack shows 1 of these 2 rows at a time.']);
  });

  it.each(['bar', 'line', 'area'])('tells the numbers of a %s chart to whoever does not see it', (type) => {
    const data = ['A', 'B'].map((label, value) => ({ label, value }));
    const chart = {
      type,
      series: [
        { name: 'Ada', data },
        { name: 'Grace', data },
      ],
      axis_config: { categories: ['A', 'B'], x_label: 'Choice', y_label: 'Answers' },
    };
    const body = drawMessage(message({ blocks: [{ type: 'data_visualization', title: 'Answers', chart }] }), look());
    expect(find(body, 'tr').map(wordsIn)).toEqual(['AdaGrace', 'A00', 'B11']);
    expect(find(body, 'svg').map(({ props }) => props['aria-hidden'])).toEqual(['true']);
    expect(find(body, 'figcaption').map(wordsIn)).toEqual(['Answers']);
  });

  it('tells the parts of a pie', () => {
    const chart = {
      type: 'pie',
      segments: [
        { label: 'A', value: 1 },
        { label: 'B', value: 3 },
      ],
    };
    const body = drawMessage(message({ blocks: [{ type: 'data_visualization', title: 'Parts', chart }] }), look());
    expect(find(body, 'tr').map(wordsIn)).toEqual(['A125%', 'B375%']);
    expect(find(body, 'path')).toHaveLength(2);
  });

  it('makes links of web addresses only', () => {
    const urls = [
      'https://a.example/',
      'javascript:alert(1)',
      'http://',
      ' https://b.example',
      'JAVASCRIPT:x',
      '//c.example',
      'data:text/html,x',
    ];
    const elements = urls.map((url) => ({ type: 'link', url, text: url }));
    const body = drawMessage(
      message({
        blocks: [
          { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
          ...urls.map((url) => button({ url })),
        ],
      }),
      look(),
    );
    for (const { props } of find(body, 'a'))
      expect(props).toMatchObject({ href: 'https://a.example/', rel: 'noopener noreferrer', target: '_blank' });
    expect(find(body, 'a')).toHaveLength(2);
  });
});

describe('a button', () => {
  function pressed(more: object, changes: Parameters<typeof look>[0] = {}) {
    const presses: string[] = [];
    const body = drawMessage(
      message({ blocks: [button(more)] }),
      look({ press: (id) => presses.push(id), ...changes }),
    );
    const [drawn] = find(body, 'button');
    const click = drawn?.props['onClick'];
    if (typeof click === 'function') click();
    return { presses, props: drawn?.props };
  }

  it('says which it is when it is pressed', () => {
    expect(pressed({ style: 'primary' })).toMatchObject({
      presses: ['go'],
      props: { type: 'button', 'aria-busy': false },
    });
  });

  it('waits for its answer, and keeps the focus', () => {
    expect(pressed({}, { busy: 'go' })).toMatchObject({
      presses: [],
      props: { 'aria-busy': true, 'aria-disabled': true },
    });
    expect(pressed({}, { busy: 'go' }).props).not.toHaveProperty('disabled');
    expect(pressed({}, { busy: 'stop' }).presses).toEqual(['go']);
  });
});

const types = [
  'header',
  'section',
  'context',
  'divider',
  'actions',
  'rich_text',
  'table',
  'data_table',
  'data_visualization',
  'image',
  'markdown',
  'input',
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
  'plain_text',
  'mrkdwn',
  'raw_text',
  'raw_number',
  'text',
  'link',
  'user',
  'channel',
  'usergroup',
  'team',
  'broadcast',
  'emoji',
  'date',
  'color',
  'button',
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'timepicker',
  'plain_text_input',
  'bar',
  'line',
  'area',
  'pie',
  '__proto__',
];
const keys = [
  'text',
  'fields',
  'accessory',
  'elements',
  'rows',
  'column_settings',
  'chart',
  'series',
  'data',
  'segments',
  'axis_config',
  'categories',
  'label',
  'value',
  'title',
  'caption',
  'style',
  'indent',
  'offset',
  'border',
  'url',
  'user_id',
  'name',
  'unicode',
  'timestamp',
  'format',
  'fallback',
  'options',
  'option_groups',
  'initial_option',
  'placeholder',
  'action_id',
  'alt_text',
  'page_size',
  'row_header_column_index',
  'toString',
  '__proto__',
];
const { json } = fc.letrec<{ json: unknown; part: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e308,
      0.5,
      '',
      'a *b* <https://a.example|c> :tada: `d`',
      '{date} {ago}',
      'javascript:alert(1)',
      '1f44b',
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    tie('part'),
    tie('part'),
  ),
  part: fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 5 }))
    .map(([type, rest]) => ({ ...rest, type })),
}));

describe('anything at all', () => {
  it('is drawn, and links nowhere but to the web', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 6 }), fc.boolean(), (blocks, asText) => {
        const body = drawMessage(message(asText ? { text: blocks } : { blocks }), look());
        for (const { type, props } of elementsIn(body)) {
          expect(props).not.toHaveProperty('dangerouslySetInnerHTML');
          if (type === 'a') expect(props['href']).toMatch(/^https?:\/\//);
          for (const value of Object.values(props)) if (typeof value === 'number') expect(value).not.toBeNaN();
        }
      }),
      { numRuns: 1000 },
    );
  });
});
