// House rules as people set, read, change and move them, over a real store.
import { describe, expect, it } from 'vitest';
import { type Answer, type Choice, flatten, type Text } from '../../src/answer/answer.ts';
import { fillForm } from '../../src/answer/form.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { DAY, MINUTE, openRoom, type Room } from './quiz-room.ts';

const LINE = 'rule 422 "validation errors; see ADR-12" https://wiki.example/adr-12';

const discordPlace = { platform: 'discord', team: '111111111111111111', channel: '222222222222222222' } as const;

/** The button of a label. */
function button({ choices }: Answer, label: string): Choice {
  return choices.find((one) => one.label === label) ?? expect.unreachable(`no button ${label}`);
}

/** What a form makes of what is filled in; what is not mentioned stays as it is. */
function filled(choice: Choice, values: Readonly<Record<string, string>> = {}): string {
  const form = choice.form ?? expect.unreachable('no form');
  const all = form.fields.map(({ name, value = '' }): [string, string] => [name, values[name] ?? value]);
  return fillForm(form, new Map(all));
}

/** Everything that a person is told in an answer: spans that are markup in none. */
function textsOf({ blocks }: Answer): readonly Text[] {
  return blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : []));
}

const CODES = `codes:
  E1042:
    name: Card declined
    meaning: The bank refused the payment.
    do: [Ask for another card., Do not try again.]
    status: 402
    link: https://wiki.example/e1042
    aliases: [card_declined]
  PAY-7: {name: Ledger locked, meaning: Somebody closes the books.}
  "77341": {name: Night shift, meaning: The batch runs.}
`;

async function withCodes(place?: Parameters<typeof openRoom>[0]): Promise<Room> {
  const room = await openRoom(place);
  await room.person('ann').ask(`rule import\n${CODES}`);
  return room;
}

describe('a rule', () => {
  it('is kept, made known, and stands on the answer with its author and date', async () => {
    const room = await openRoom();
    const kept = await room.person('ann').ask(LINE);
    expect(kept.title).toBe('The rule is kept');
    expect(toPlain(kept)).toContain('I have told the channel.');
    expect(room.told.map(({ answer }) => toPlain(answer))).toEqual([
      'House rules\n\n@ann wrote the house rule for 422 Unprocessable Content.\n\nHouse rule for 422: validation errors; see ADR-12 wiki.example/adr-12 (@ann, 2026-11-25 08:30 UTC)',
    ]);
    const answer = await room.person('bob').ask('422');
    expect(answer.blocks[0]).toEqual({
      kind: 'text',
      text: [
        { strong: 'House rule for 422:' },
        ' ',
        'validation errors; see ADR-12',
        ' ',
        { link: 'wiki.example/adr-12', href: 'https://wiki.example/adr-12' },
        ' (',
        { user: 'ann' },
        ', ',
        { time: room.now },
        ')',
      ],
    });
  });

  it.each([
    ['422 for testers'],
    ['when to use 422'],
    ['422 example'],
    ['422 in code'],
    ['retry 422 POST'],
    ['test 422 POST playwright'],
    ['reply 422 customer'],
    ['400 vs 422'],
    ['unprocessable content'],
    ['which code when a field of the form is invalid'],
    ['HTTP/1.1 422 Unprocessable Content\ncontent-type: text/plain'],
  ])('stands on the answer to %s', async (line) => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    const answer = await room.person('bob').ask(line);
    expect(answer.about.codes).toContain(422);
    expect(toPlain(answer)).toContain('House rule for 422: validation errors; see ADR-12');
  });

  it('stands on what is explained, and only who asked sees it', async () => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    const { by } = room.person('bob');
    const answer = await room.bot.ask({ kind: 'explain', by, text: 'HTTP/1.1 422 Unprocessable Content' });
    expect(answer && toPlain(answer)).toContain('House rule for 422');
    expect(answer?.audience).toBe('asker');
    const mention = await room.bot.ask({ kind: 'mention', by, text: 'what is 422?' });
    expect(mention && toPlain(mention)).toContain('House rule for 422');
  });

  it('stands in the record of a choice before the line to copy', async () => {
    const room = await openRoom();
    let line = 'choose';
    let record: Answer | null = null;
    while (record === null) {
      const answer = await room.person('bob').ask(line);
      if (answer.title.startsWith('Use ')) record = answer;
      else line = `${line} ${line.endsWith('no') ? 'yes' : 'no'}`;
    }
    const [code = 0] = record.about.codes;
    await room.person('ann').ask(`rule ${code} our own word`);
    const { blocks } = await room.person('bob').ask(line);
    const at = blocks.findIndex((block) => block.kind === 'text' && flatten(block.text).includes('our own word'));
    expect(blocks[at + 1]).toEqual({ kind: 'heading', text: 'For the pull request' });
    expect(at).toBeGreaterThan(0);
  });

  it.each(['4xx', 'help', 'quiz practice', '404', 'nginx codes', 'grpc codes'])(
    'does not stand on %s',
    async (line) => {
      const room = await openRoom();
      await room.person('ann').ask(LINE);
      expect(toPlain(await room.person('bob').ask(line))).not.toContain('House rule');
    },
  );

  it('is shown with what was done to it, and leads on', async () => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    room.now += MINUTE;
    await room.person('bob').ask('rule 422 only for forms');
    const shown = await room.person('cid').ask('rule 422');
    expect(toPlain(shown)).toBe(
      'House rule for 422 Unprocessable Content\n\n' +
        'only for forms (@bob, 2026-11-25 08:31 UTC)\n\n' +
        'Lately\n' +
        '- 2026-11-25 08:31 UTC: @bob changed it to: only for forms\n' +
        '- 2026-11-25 08:30 UTC: @ann wrote: validation errors; see ADR-12 wiki.example/adr-12',
    );
    expect(shown.choices.map(({ line }) => line)).toEqual([
      'rule edit 422',
      'rule remove 422',
      'rule history 422',
      '422',
      'rules',
    ]);
    expect(toPlain(await room.person('cid').ask('rule history 422'))).toContain('@ann wrote: validation errors');
  });

  it.each([
    ['rule 422 "a; b" https://x.example/1', 'a; b', 'https://x.example/1'],
    ['rule 422 “a; b” https://x.example/1', 'a; b', 'https://x.example/1'],
    ['rule 422 „a; b“', 'a; b', null],
    ['rule 422 «a; b»', 'a; b', null],
    ["rule 422 'a; b'", 'a; b', null],
    ['rule 422 a; b', 'a; b', null],
    ['RULE  422   a;   b  https://x.example', 'a; b', 'https://x.example/'],
    ['house rule 422 a', 'a', null],
    ['rule for 422 a', 'a', null],
    ['rule add 422 "a"', 'a', null],
    ['rule 422 "a" or "b"', '"a" or "b"', null],
    ['rule 422 see https://x.example/1, then ask', 'see https://x.example/1, then ask', 'https://x.example/1'],
    ['rule 422 "a" https://x.example/1 https://x.example/2', 'a', 'https://x.example/1'],
    ['rule 422 <b>a</b> *b* @everyone <!channel>', '<b>a</b> *b* @everyone <!channel>', null],
    ['rule 700 our proxy says so', undefined, undefined],
    ['rule 522 a', 'a', null],
  ])('is read from: %s', async (line, text, link) => {
    const room = await openRoom();
    const answer = await room.person('ann').ask(line);
    const [rule] = await room.store.house.rules({ platform: 'slack', team: 'T1' });
    if (text === undefined) expect(answer.about.kind).toBe('error');
    expect(rule?.text).toBe(text);
    expect(rule?.link).toBe(link);
    if (line.endsWith('/2')) expect(toPlain(answer)).toContain('I kept the first');
  });

  it.each([
    ['rule 42a "x"', '“42a” is no HTTP status code', 'code'],
    ['rule 422 https://x.example', 'Say the rule in a few words', 'text'],
    [`rule 422 ${'x'.repeat(301)}`, 'The rule has 301 characters; 300 is the most', 'text'],
    ['rule 422 "a\u0007b"', 'a character that nobody can see', 'text'],
    ['rule 422 a https://ann:secret@x.example', 'holds a name or password', 'link'],
    [`rule 422 a https://x.example/${'x'.repeat(300)}`, 'The link has', 'link'],
  ])('is refused with an example: %s', async (line, problem, field) => {
    const room = await openRoom();
    const answer = await room.person('ann').ask(line);
    expect(answer.about.kind).toBe('error');
    expect(answer.title).toContain(problem);
    expect(answer.field).toBe(field);
    expect(toPlain(answer)).toContain('For example: rule 422');
    expect(await room.store.house.rules({ platform: 'slack', team: 'T1' })).toEqual([]);
  });

  it.each(['rule of thumb for 404', 'ruler', 'rules of REST', 'which rule is 404'])(
    'is not meant by: %s',
    async (line) => {
      const room = await openRoom();
      expect((await room.person('ann').ask(line)).about.kind).not.toBe('house');
    },
  );

  it('of somebody typed never becomes markup, and no link but one of the web', async () => {
    const room = await openRoom();
    const typed = '<b>a</b> *b* @everyone [x](javascript:alert(1)) javascript:alert(2)';
    await room.person('ann').ask(`rule 422 "${typed}"`);
    const spans = textsOf(await room.person('bob').ask('422')).flat();
    expect(spans).toContain(typed);
    for (const span of spans) if (typeof span === 'object' && 'href' in span) expect(span.href).toMatch(/^https?:/);
  });

  it('can be edited with a form, which carries what it says', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    await ann.ask(LINE);
    const edit = button(await ann.ask('rule 422'), 'Edit');
    expect(button(await ann.ask(edit.line), 'Edit').form).toEqual(edit.form);
    expect(edit.form?.fields.map(({ value }) => value)).toEqual([
      'validation errors; see ADR-12',
      'https://wiki.example/adr-12',
    ]);
    room.now += MINUTE;
    expect(toPlain(await ann.ask(filled(edit, { text: '"only" for “forms”', link: '' })))).toContain(
      'The rule is changed',
    );
    const [rule] = await room.store.house.rules({ platform: 'slack', team: 'T1' });
    expect(rule).toMatchObject({ text: '"only" for “forms”', link: null });
  });

  it('that somebody changed meanwhile is not overwritten by an older form', async () => {
    const room = await openRoom();
    const [ann, bob] = [room.person('ann'), room.person('bob')];
    await ann.ask(LINE);
    const edit = button(await ann.ask('rule 422'), 'Edit');
    const first = button(await ann.ask('rule 409'), 'Write one');
    room.now += MINUTE;
    await bob.ask('rule 422 something else');
    await bob.ask('rule 409 something else');
    for (const [stale, code] of [
      [edit, 422],
      [first, 409],
    ] as const) {
      const answer = await ann.ask(filled(stale, { text: 'mine' }));
      expect(answer.about.kind).toBe('error');
      expect(answer.title).toContain('There is another rule for this code by now');
      expect((await room.store.house.rulesFor({ platform: 'slack', team: 'T1' }, [code]))[0]?.text).toBe(
        'something else',
      );
    }
  });

  it.each([
    LINE,
    'rule 422 "a" or "b"',
    "rule 422 it's “fine”",
    'rule 422 see https://x.example/1, then ask',
    'rule edit 422 =0 "“x” and "y"" https://x.example/2',
  ])('comes back after a removal with the line that the answer names: %s', async (line) => {
    const room = await openRoom();
    const ann = room.person('ann');
    await ann.ask(line);
    const team = { platform: 'slack', team: 'T1' } as const;
    const [before] = await room.store.house.rules(team);
    const removed = await ann.ask('rule remove 422');
    expect(removed.title).toBe('The rule is removed');
    expect(await room.store.house.rules(team)).toEqual([]);
    const back = textsOf(removed)
      .flat()
      .flatMap((span) => (typeof span === 'object' && 'code' in span ? [span.code] : []));
    await ann.ask(back[0] ?? '');
    expect(await room.store.house.rules(team)).toEqual([before]);
    expect(toPlain(await ann.ask('rule history 422'))).toMatch(/removed: /);
    expect(room.told.map(({ answer }) => toPlain(answer)).some((told) => told.includes('removed the house rule'))).toBe(
      true,
    );
  });

  it('that is not there cannot be removed, and a second undo says so', async () => {
    const room = await openRoom();
    expect((await room.person('ann').ask('rule remove 422')).title).toContain('There is no house rule');
    expect(room.told).toEqual([]);
  });
});

describe('the rules', () => {
  it('are listed in pages', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    for (let code = 400; code < 420; code += 1) await ann.ask(`rule ${code} rule number ${code}`);
    const pages: string[] = [];
    for (let line: string | undefined = 'rules'; line !== undefined; ) {
      const answer: Answer = await ann.ask(line);
      pages.push(toPlain(answer));
      line = answer.choices.find(({ label }) => label === 'More')?.line;
    }
    expect(pages).toHaveLength(3);
    expect(pages.join('\n').match(/rule number 4\d\d/g)).toHaveLength(20);
    expect(pages[2]).toContain('Page 3 of 3');
    expect((await ann.ask('rules 4')).about.kind).toBe('error');
    expect(toPlain(await ann.ask('rules 2'))).toBe(pages[1]);
  });

  it.each([
    'rule 422 x',
    'rule edit 422',
    'rule edit 422 =0 "x"',
    'rule add 422 x',
    'rule add',
    'rule remove 422',
    'rule import rules: {422: x}',
  ])('are not changed by somebody who may not: %s', async (line) => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    const before = await room.store.house.rules({ platform: 'slack', team: 'T1' });
    const answer = await room.person('eve', { manages: async () => false }).ask(line);
    expect(answer.title).toBe('That is for others to decide');
    expect(answer.choices.some(({ form }) => form !== undefined)).toBe(false);
    expect(await room.store.house.rules({ platform: 'slack', team: 'T1' })).toEqual(before);
    expect(room.told).toHaveLength(1);
  });

  it('are read by everybody', async () => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    const eve = room.person('eve', { manages: async () => false });
    for (const line of ['rules', 'rule 422', 'rule history 422', 'rule export'])
      expect(toPlain(await eve.ask(line))).toContain('validation errors');
  });

  it('of another workspace, server, platform or direct message never show', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    await ann.ask('rule 422 for our eyes only https://wiki.example/eyes');
    await ann.ask(`rule import\n${CODES}`);
    const strangers = [
      room.person('eve', { team: 'T2' }),
      room.person('eve', { platform: 'discord' }),
      room.person('eve', { team: null, channel: 'D1' }),
      room.person('ann', { team: null, channel: 'D1' }),
      room.person('eve', { platform: 'discord', team: null }),
      room.person('eve', { platform: 'terminal', team: null, channel: null }),
    ];
    const lines = [
      '422',
      '400 vs 422',
      'HTTP/1.1 422 Unprocessable Content\nx: E1042',
      'rules',
      'rule 422',
      'rule history 422',
      'rule history E1042',
      'rule export',
      'rule export T1',
      'rule export slack T1',
      'rule 422 T1',
      'rule edit 422',
      'rule remove 422',
      'rule remove E1042',
      'rule edit 422 =0 "mine now"',
      'our codes',
      'E1042',
      'what is PAY-7',
      'card declined',
      'rule E1042',
      'quiz export-me',
    ];
    const before = await room.store.house.rules({ platform: 'slack', team: 'T1' });
    for (const stranger of strangers)
      for (const line of lines) {
        // Everybody may see what they wrote themselves, wherever they ask.
        if (line === 'quiz export-me' && stranger.by.user === 'ann') continue;
        const said = JSON.stringify(await stranger.ask(line));
        expect(said, `${line} ${JSON.stringify(stranger.by)}`).not.toMatch(
          /our eyes|refused the payment|Ledger|closes the books|batch runs|wiki\.example\/e/,
        );
      }
    expect(await room.store.house.rules({ platform: 'slack', team: 'T1' })).toEqual(before);
    expect(await room.store.house.codes({ platform: 'slack', team: 'T1' })).toHaveLength(3);
    // The same ids on another platform are another team, with rules of its own.
    expect(toPlain(await room.person('eve', { platform: 'discord' }).ask('rule 422'))).toContain('mine now');
    expect(toPlain(await ann.ask('rule 422'))).not.toContain('mine now');
  });

  it('are told to the channel on Discord by the reply itself', async () => {
    const room = await openRoom(discordPlace);
    const ann = room.person('ann');
    for (const line of [LINE, 'rule remove 422', 'rule import rules: {422: x}'])
      expect((await ann.ask(line)).audience).toBe('channel');
    expect(room.told).toEqual([]);
  });

  it('do not cost the answer where they cannot be looked up', async () => {
    const room = await openRoom();
    await room.person('ann').ask(LINE);
    const warned: string[] = [];
    const { createBot } = await import('../../src/bot.ts');
    const broken = new Proxy(room.store, {
      get: (store, name) =>
        name === 'house'
          ? { ...store.house, rulesFor: () => Promise.reject(new Error('the disk is gone')) }
          : Reflect.get(store, name),
    });
    const log = {
      info: () => undefined,
      warn: (fields: object, message: string) => void warned.push(`${message} ${JSON.stringify(fields)}`),
      error: () => expect.unreachable('an error'),
    };
    const bot = createBot({ store: broken, log });
    const answer = await bot.ask({ kind: 'line', by: room.person('bob').by, line: '422' });
    expect(answer?.title).toContain('422');
    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain('could not look up the rules of the house');
    expect(warned[0]).not.toContain('disk');
  });
});

describe('an export', () => {
  it('can be imported elsewhere, and is the same there', async () => {
    const room = await withCodes();
    const ann = room.person('ann');
    await ann.ask(LINE);
    await ann.ask('rule 409 "yes: no, # {x}"');
    const exported = await ann.ask('rule export');
    const [yaml = ''] = exported.blocks.flatMap((block) => (block.kind === 'code' ? [block.source] : []));
    const elsewhere = room.person('bob', { team: 'T2' });
    expect((await elsewhere.ask(`rule import\n${yaml}`)).title).toBe('Imported: 2 house rules and 3 codes');
    const words = async (team: string) => {
      const house = { platform: 'slack', team } as const;
      const bare = (one: object) => ({ ...one, setBy: null, setAt: 0 });
      return [(await room.store.house.rules(house)).map(bare), (await room.store.house.codes(house)).map(bare)];
    };
    expect(await words('T2')).toEqual(await words('T1'));
    expect((await elsewhere.ask(`rule import\n${yaml}`)).title).toBe('Nothing in it is new');
  });

  it('comes in parts that make one file', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    const rules = Array.from({ length: 60 }, (_, at) => `  ${400 + at}: ${'a long rule '.repeat(10)}`).join('\n');
    await ann.ask(`rule import rules:\n${rules}`);
    const parts: string[] = [];
    for (let line: string | undefined = 'rule export'; line !== undefined; ) {
      const part: Answer = await ann.ask(line);
      parts.push(...part.blocks.flatMap((block) => (block.kind === 'code' ? [block.source] : [])));
      line = part.choices.find(({ label }) => label.startsWith('Part'))?.line;
    }
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(2_600);
    expect((await ann.ask(`rule import ${parts.join('\n')}`)).title).toBe('Nothing in it is new');
    expect((await ann.ask(`rule export ${parts.length + 1}`)).about.kind).toBe('error');
  });
});

describe('an import', () => {
  it('asks with a form of several lines', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    const asked = await ann.ask('rule import');
    const line = filled(button(asked, 'Import'), { yaml: 'rules:\r\n  422:\r\n    text: a\r\n' });
    expect(line).toBe('rule import rules:\n  422:\n    text: a');
    expect((await ann.ask(line)).title).toBe('Imported: 1 house rule');
    expect(toPlain(await ann.ask('rule history 422'))).toContain('@ann imported: a');
    expect(room.told.map(({ answer }) => toPlain(answer))).toEqual(['House rules\n\n@ann imported 1 house rule.']);
  });

  it.each([
    '```yaml\nrules: {422: a}\n```',
    '```\nrules:\n  422: a\n```',
    '{"rules":{"422":"a"}}',
    'rules:\n- {code: 422, text: a}',
  ])('takes: %s', async (yaml) => {
    const room = await openRoom();
    expect((await room.person('ann').ask(`rule import ${yaml}`)).title).toBe('Imported: 1 house rule');
  });

  // What is wrong everywhere takes the reader the longest: 40,000 characters so, half a second.
  it('is not read where it is longer than anybody types, and says what else there is', async () => {
    const ann = (await openRoom()).person('ann');
    const read = await ann.ask(`rule import ${'[]'.repeat(5_000)}`);
    expect(read.title).toMatch(/things are wrong with it/);
    const refused = await ann.ask(`rule import ${'[]'.repeat(5_000)}x`);
    expect([refused.about.kind, refused.field]).toEqual(['error', 'yaml']);
    expect(toPlain(refused)).toContain('More than 10000 characters are too many for me at once; send it in parts');
  });

  it('names every problem with its line and field, and changes nothing', async () => {
    const room = await openRoom();
    const answer = await room
      .person('ann')
      .ask('rule import\nrules:\n  42: a\n  422: {txt: b}\ncodes:\n  404: {name: x, meaning: y}');
    expect(answer).toMatchObject({ about: { kind: 'error' }, field: 'yaml' });
    expect(toPlain(answer)).toContain('Line 2, rules.42: is no HTTP status code');
    expect(toPlain(answer)).toContain('Line 3, rules.422.txt: is not known');
    expect(toPlain(answer)).toContain('Line 5, codes.404: is taken by HTTP');
    expect(await room.store.house.rules({ platform: 'slack', team: 'T1' })).toEqual([]);
  });

  it('leaves out what is for others', async () => {
    const room = await openRoom({ platform: 'slack', team: 'T0A', channel: 'C1' });
    const ann = room.person('ann');
    const answer = await ann.ask(
      'rule import\nfor: [T0B]\nrules: {422: theirs}\n---\nfor: T0A\nrules: {409: ours}\n---\nrules: {410: all, 409: other}',
    );
    expect(answer.title).toBe('Imported: 2 house rules');
    expect(toPlain(answer)).toContain('for another workspace or server only, I left out');
    expect(toPlain(await ann.ask('rules'))).not.toContain('theirs');
    expect(toPlain(await ann.ask('rule 409'))).toContain('ours');
  });
});

describe('a code of one’s own', () => {
  it.each([
    'E1042',
    'e1042',
    'what is E1042?',
    'what does E1042 mean',
    'card declined',
    'card_declined',
    'explain e-1042',
    'rule E1042',
    'why do I get E1042 at the checkout',
    'Card declined error',
  ])('is a card: %s', async (line) => {
    const room = await withCodes();
    const answer = await room.person('bob').ask(line.replace('e-1042', 'E1042'));
    expect(answer).toMatchObject({
      title: 'E1042 Card declined',
      line: 'E1042',
      about: { kind: 'status', codes: [402], class: 4 },
    });
    expect(toPlain(answer)).toContain('The bank refused the payment.');
    expect(toPlain(answer)).toContain('- Ask for another card.');
    expect(toPlain(answer)).toContain('Comes with: 402 Payment Required');
    expect(toPlain(answer)).toContain('More: wiki.example/e1042');
  });

  it('carries the rule of the status code that it comes with', async () => {
    const room = await withCodes();
    await room.person('ann').ask('rule 402 ask billing');
    expect(toPlain(await room.person('bob').ask('E1042'))).toContain('House rule for 402: ask billing');
  });

  it('without a status code is a card as well', async () => {
    const room = await withCodes();
    expect(await room.person('bob').ask('PAY-7')).toMatchObject({
      title: 'PAY-7 Ledger locked',
      about: { kind: 'house', codes: [] },
    });
  });

  it.each([
    ['is E1042 a 404?', 404],
    ['E1042 vs 409', 409],
  ])('is said beside the status code of a question: %s', async (line, code) => {
    const room = await withCodes();
    const answer = await room.person('bob').ask(line);
    expect(answer.about.codes).toContain(code);
    expect(toPlain(answer)).toContain('E1042 Card declined\nThe bank refused the payment.');
  });

  it.each([
    ['HTTP/1.1 402 Payment Required\nx-error: E1042 token=abcdef123456', 'x-error: E1042 token=•••', [402]],
    [
      '2026-11-25 ERROR payment failed (code=PAY-7) for ann@example.com',
      '2026-11-25 ERROR payment failed (code=PAY-7) for •••',
      [],
    ],
    ['error code: 77341', 'error code: 77341', []],
  ])('in a paste is explained with its proof: %s', async (text, proof, codes) => {
    const room = await withCodes();
    const answer = await room.bot.ask({ kind: 'explain', by: room.person('bob').by, text });
    expect(answer?.about.codes).toEqual(codes);
    expect(answer?.audience).toBe('asker');
    expect(answer?.blocks).toContainEqual({ kind: 'code', source: proof });
    expect(JSON.stringify(answer)).not.toMatch(/abcdef123456|ann@example/);
  });

  it.each(['took 77341 ms and 200 OK', 'xE1042', 'E10421', 'E1042_2', 'PAY-71'])('is not seen in: %s', async (text) => {
    const room = await withCodes();
    const answer = await room.bot.ask({ kind: 'explain', by: room.person('bob').by, text });
    expect(answer && toPlain(answer)).not.toMatch(/Card declined|Night shift|Ledger/);
  });

  it('whose name is that of a status code leaves that its name', async () => {
    const room = await openRoom();
    await room.person('ann').ask('rule import codes: {E1: {name: Not Found, meaning: Gone from the shelf}}');
    expect((await room.person('bob').ask('not found')).title).toBe('404 Not Found');
    expect((await room.person('bob').ask('E1')).title).toBe('E1 Not Found');
    for (const line of ['grpc not_found', 'what http code is grpc not_found'])
      expect(toPlain(await room.person('bob').ask(line))).not.toContain('Gone from the shelf');
    const text = 'HTTP/1.1 404 Not Found\n\n{"error":"not_found"}';
    const answer = await room.bot.ask({ kind: 'explain', by: room.person('bob').by, text });
    expect(answer && toPlain(answer)).not.toContain('Gone from the shelf');
  });

  it('with the name of a status code inside is not taken for that', async () => {
    const room = await withCodes();
    const answer = await room.person('bob').ask('PAY-7 vs 404');
    expect(answer.about.codes).toEqual([404]);
    expect(toPlain(answer)).toContain('PAY-7 Ledger locked');
  });

  it('is listed, and removed with the line that brings it back', async () => {
    const room = await withCodes();
    const ann = room.person('ann');
    expect(toPlain(await ann.ask('our codes'))).toContain('E1042 Card declined, with 402 Payment Required (@ann,');
    const team = { platform: 'slack', team: 'T1' } as const;
    const before = await room.store.house.codes(team);
    const removed = await ann.ask('rule remove e1042');
    expect((await ann.ask('E1042')).title).not.toContain('Card declined');
    const back = textsOf(removed)
      .flat()
      .flatMap((span) => (typeof span === 'object' && 'code' in span ? [span.code] : []));
    await ann.ask(back[0] ?? '');
    expect(await room.store.house.codes(team)).toEqual(before);
    expect(toPlain(await ann.ask('rule history E1042'))).toContain('@ann removed: Card declined');
  });
});

describe('what is kept of people', () => {
  it('is shown to them, and forgotten with them', async () => {
    const room = await withCodes();
    const ann = room.person('ann');
    await ann.ask(LINE);
    const dossier = toPlain(await ann.ask('quiz export-me'));
    expect(dossier).toContain('"code":"422","text":"validation errors; see ADR-12"');
    expect(dossier).toContain('"code":"PAY-7"');
    expect(toPlain(await room.person('bob').ask('quiz export-me'))).not.toContain('validation');
    await ann.ask('quiz forget-me yes');
    for (const line of ['422', 'rule 422', 'rules', 'rule history 422', 'E1042', 'our codes']) {
      const said = toPlain(await room.person('bob').ask(line));
      expect(said).not.toContain('@ann');
      expect(said).toContain('somebody');
    }
  });

  it('goes with the workspace', async () => {
    const room = await withCodes();
    await room.person('ann').ask(LINE);
    expect(await room.store.upkeep.teams('slack')).toEqual([{ team: 'T1', removed: false }]);
    await room.store.upkeep.remove('slack', 'T1', room.now);
    expect(await room.store.upkeep.purge(room.now + DAY)).toBe(1);
    const team = { platform: 'slack', team: 'T1' } as const;
    expect(await room.store.house.rules(team)).toEqual([]);
    expect(await room.store.house.codes(team)).toEqual([]);
    expect(await room.store.house.codesCalled(team, ['e1042'])).toEqual([]);
    expect(await room.store.house.history(team, '422', 9)).toEqual([]);
  });
});
