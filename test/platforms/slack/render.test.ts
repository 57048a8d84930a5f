import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Block, Choice, Form, FormField, Text } from '../../../src/answer/answer.ts';
import { flatten } from '../../../src/answer/answer.ts';
import { formValue, readFormValue } from '../../../src/platforms/slack/form-value.ts';
import { drawModal } from '../../../src/platforms/slack/modal.ts';
import { draw } from '../../../src/platforms/slack/render.ts';
import { checkMessage, findPings } from '../../../src/playground/slack/limits.ts';
import type { Message, Payload } from '../../../src/playground/slack/message.ts';
import { asPayload, show } from '../../../src/playground/slack/message.ts';
import { checkModal } from '../../../src/playground/slack/modal-limits.ts';
import { answer, form, PEOPLE, text, words } from './answers.ts';
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
const A_DATE = /^<!date\^\d+\^\{date_short_pretty\} \{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>$/;
const OBEYED = /<![^>]*>?/g;

function findObeyed(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, text } = asPayload(part);
  const read = typeof text === 'string' && (type === 'mrkdwn' || type === undefined) ? (text.match(OBEYED) ?? []) : [];
  return [...read, ...Object.values(part).flatMap(findObeyed)];
}

const DATE = '{date_short_pretty} {time}';
const HALF_OPEN = /<[^>]*$|&(?!amp;|lt;|gt;)/;
const ENDS_CUT = /…$/;
const CUT = /^(teapot )+teapot…\n/;
const SHORTENED = /… shortened$/;

describe('any answer', () => {
  it('is drawn so that Slack takes it', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), fc.boolean(), (any, share, charts) => {
        expect(checkMessage({ ...draw(any, { share, charts, sharedBy: 'U012' }) }, { charts })).toEqual([]);
      }),
      settings,
    );
  });

  it('mentions nobody but the people it names, and sends Slack no other command than a date', () => {
    fc.assert(
      fc.property(answer, (any) => {
        const { text, blocks } = draw(any, { share: true, charts: true });
        expect(findPings({ text, blocks }).filter((ping) => !PEOPLE.some((user) => ping.includes(user)))).toEqual([]);
        // Plain and rich text show what stands there; only mrkdwn and a message's own text obey.
        for (const command of findObeyed({ text, blocks })) expect(command).toMatch(A_DATE);
      }),
      settings,
    );
  });

  it('has at most one primary button, and never one that asks something shortened', () => {
    fc.assert(
      fc.property(answer, (any) => {
        const { buttons } = show(asMessage(draw(any, { share: true })));
        for (const { value, actionId } of buttons.filter(({ actionId }) => actionId.startsWith('form:')))
          expect(readFormValue(value), actionId).not.toBeNull();
        expect(buttons.filter(({ style }) => style === 'primary').length).toBeLessThanOrEqual(1);
        const lines = [...any.choices.map(({ line }) => line), any.line];
        for (const { value, actionId } of buttons)
          expect(lines).toContain(actionId.startsWith('form:') ? readFormValue(value)?.line : value);
      }),
      settings,
    );
  });

  it('opens every form that a button carries', () => {
    const url = `https://hooks.slack.example/actions/${'x'.repeat(150)}`;
    let opened = 0;
    fc.assert(
      fc.property(form, (any) => {
        const carried = readFormValue(formValue({ label: 'Set up', line: 'quiz schedule', form: any }) ?? '');
        if (carried === null) return;
        opened += 1;
        const modal = drawModal(carried.form, { channel: 'C012345678', thread: '1795599000.000001', url });
        expect(checkModal({ ...modal })).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(opened).toBeGreaterThan(30);
  });

  it('says a fact with the characters it has', () => {
    const verbatim = text.map((spans) =>
      spans.filter((span) => typeof span === 'string' || !('time' in span || 'user' in span)),
    );
    const short = verbatim.filter((spans) => flatten(spans).length < 250 && flatten(spans).trim() !== '');
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
  it('offers ten choices, and to share what can be asked again', () => {
    const choices = Array.from({ length: 30 }, (_, index) => ({ label: `Choice ${index}`, line: `${index}` }));
    const labels = (given: Partial<Answer>) =>
      show(asMessage(draw({ ...card, choices, ...given }, { share: true }))).buttons.map(({ label }) => label);
    expect(labels({})).toEqual([...choices.slice(0, 10).map(({ label }) => label), 'Share with channel']);
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
    expect(fields('By', [{ user: 'U0ADA' }, '*, *', { time: 0 }])).toEqual([
      'plain_text By\n@U0ADA*, *1970-01-01 00:00 UTC',
    ]);
    expect(fields('By', ['a', { user: 'U0ADA' }, 'b'])).toEqual(['mrkdwn *By*\na<@U0ADA>b']);
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

  it('names people, and tells moments in the reader’s own zone', () => {
    const time = Date.UTC(2026, 10, 25, 9, 30);
    const spans: Text = ['Set by ', { user: 'U0ADA' }, ', next ', { time }];
    const blocks: Block[] = [
      { kind: 'text', text: spans },
      { kind: 'facts', facts: [{ label: 'Now', value: spans }] },
    ];
    const { text, blocks: drawn } = draw({ ...card, blocks });
    expect(drawn[1]).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'text', text: 'Set by ' },
            { type: 'user', user_id: 'U0ADA' },
            { type: 'text', text: ', next ' },
            { type: 'date', timestamp: time / 1000, format: DATE, fallback: '2026-11-25 09:30 UTC' },
          ],
        },
      ],
    });
    const marked = `Set by <@U0ADA>, next <!date^${time / 1000}^${DATE}|2026-11-25 09:30 UTC>`;
    expect(drawn[2]).toMatchObject({ fields: [{ type: 'mrkdwn', text: `*Now*\n${marked}` }] });
    expect(text).toBe(`404 Not Found\n${marked}\nNow: ${marked}`);
  });

  it.each([['u0ada'], ['U1> <!channel'], ['1234'], ['']])(
    'shows the id "%s" that is none of Slack’s as it stands',
    (user) => {
      const drawn = draw({ ...card, blocks: [{ kind: 'text', text: ['by ', { user }] }] });
      expect(show(asMessage(drawn)).text).toContain(`by @${user}`);
      expect(findPings(drawn)).toEqual([]);
    },
  );

  it('shows a moment that Slack cannot count as it is written', () => {
    const drawn = draw({ ...card, blocks: [{ kind: 'text', text: ['at ', { time: -1 }] }] });
    expect(show(asMessage(drawn)).text).toContain('at 1969-12-31 23:59 UTC');
    expect(checkMessage({ ...drawn })).toEqual([]);
  });

  it('cuts no person and no moment in half', () => {
    const names = Array.from({ length: 900 }, () => [{ user: 'U0ADA' }, ' ', { time: 0 }, ' & ']).flat();
    const { text, blocks } = draw({ ...card, blocks: [{ kind: 'list', items: [names] }] });
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text.match(HALF_OPEN)).toBeNull();
    expect(checkMessage({ text, blocks })).toEqual([]);
  });

  it('names who shared it, and only a real user id', () => {
    expect(findPings(draw(card, { sharedBy: 'U012' }))).toEqual(['<@U012>']);
    expect(JSON.stringify(draw(card, { sharedBy: 'U1> <!channel' }))).not.toContain('Shared by');
  });
});

describe('a form', () => {
  const time: FormField = { name: 'time', label: 'Time' };
  const choice = (given: Partial<Form>): Choice => ({
    label: 'Set up',
    line: 'quiz schedule',
    form: { title: 'When', template: 'quiz schedule {time}', fields: [time], ...given },
  });

  it.each<[string, Partial<Form>]>([
    ['without fields', { fields: [] }],
    ['with two fields of one name', { fields: [time, time] }],
    [
      'with more than ten fields',
      { fields: Array.from({ length: 11 }, (_, index) => ({ ...time, name: `${index}` })) },
    ],
    ['too long for a button', { template: 'x'.repeat(2000) }],
  ])('%s is a plain button', (_what, given) => {
    const [button] = show(asMessage(draw({ ...card, choices: [choice(given)] }))).buttons;
    expect(button).toMatchObject({ actionId: 'ask:0', value: 'quiz schedule' });
  });

  it('has its words cut to what a modal takes, and never a value', () => {
    const long = 'many words '.repeat(30).trim();
    const options = [
      { label: long, value: 'daily' },
      { label: 'Lost', value: 'x'.repeat(76) },
    ];
    const fields = [
      { name: 'days', label: long, hint: long, value: 'daily', options },
      { ...time, value: long },
    ];
    const modal = drawModal({ title: long, template: '', fields }, { channel: 'C1' });
    expect(checkModal({ ...modal })).toEqual([]);
    expect(modal.title.text).toBe('many words many words…');
    const cut = { text: expect.stringMatching(ENDS_CUT) };
    const daily = { text: cut, value: 'daily' };
    expect(modal.blocks).toMatchObject([
      { label: cut, hint: cut, element: { options: [daily], initial_option: daily } },
      { element: expect.not.objectContaining({ initial_value: expect.anything() }) },
    ]);
  });
});

describe('a chart', () => {
  const bars = [
    { label: '409 Conflict', value: 8 },
    { label: '400 Bad Request, which is long', value: 2 },
  ];
  const chartOf = (given: Partial<Extract<Block, { kind: 'bars' }>>, charts = true) =>
    draw({ ...card, blocks: [{ kind: 'bars', title: 'Who said what', bars, ...given }] }, { charts }).blocks.slice(
      1,
      -1,
    );

  it('is Slack’s own where that may be tried, its labels cut to what Slack takes', () => {
    const data = [
      { label: '409 Conflict', value: 8 },
      { label: '400 Bad Request,…', value: 2 },
    ];
    expect(chartOf({})).toEqual([
      {
        type: 'data_visualization',
        title: 'Who said what',
        chart: {
          type: 'bar',
          series: [{ name: 'Number', data }],
          axis_config: { categories: data.map(({ label }) => label) },
        },
      },
    ]);
  });

  it('is made of characters elsewhere', () => {
    const { text } = show(asMessage(draw({ ...card, blocks: [{ kind: 'bars', title: 'Who said what', bars }] })));
    expect(text).toContain('Who said what\n409 Conflict       ████████████ 8\n400 Bad Request, … ███░░░░░░░░░ 2');
    expect(JSON.stringify(chartOf({ whole: 16 }, false))).toContain('██████░░░░░░ 8');
  });

  it.each([
    ['too many bars', Array.from({ length: 21 }, (_, index) => ({ label: `${index}`, value: 1 }))],
    [
      'labels that are the same once they are cut',
      [1, 2].map((value) => ({ label: `${'x'.repeat(20)}${value}`, value })),
    ],
    ['a bar without a label', [{ label: ' ', value: 1 }]],
  ])('is made of characters where Slack would refuse %s', (_what, refused) => {
    expect(chartOf({ bars: refused }).map(({ type }) => type)).toEqual(['rich_text', 'rich_text']);
  });

  it('is the first two of three, and nothing where there are no bars', () => {
    const three = Array.from({ length: 3 }, (): Block => ({ kind: 'bars', title: 'One', bars }));
    const types = draw({ ...card, blocks: three }, { charts: true }).blocks.map(({ type }) => type);
    expect(types.filter((type) => String(type) === 'data_visualization')).toHaveLength(2);
    expect(types).toContain('rich_text');
    expect(chartOf({ bars: [] })).toEqual([]);
  });

  it('says its numbers in the text beside it', () => {
    const { text } = draw({ ...card, blocks: [{ kind: 'bars', title: 'Who said what', bars }] }, { charts: true });
    expect(text).toContain('Who said what\n409 Conflict: 8\n400 Bad Request, which is long: 2');
  });
});
