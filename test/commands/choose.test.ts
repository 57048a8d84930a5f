// "choose yes no": one question at a time, without anything remembered, and a record at the end.
import { describe, expect, it } from 'vitest';
import { type Answer, flatten } from '../../src/answer/answer.ts';
import { createBot } from '../../src/bot.ts';
import { decidedCodes, walk } from '../../src/catalog/decisions.ts';
import { registeredStatus, titled } from '../../src/catalog/index.ts';
import { completeLine } from '../../src/commands/completions.ts';
import { render as drawOnDiscord } from '../../src/platforms/discord/render.ts';
import { draw as drawOnSlack } from '../../src/platforms/slack/render.ts';
import { read } from '../../src/query/read.ts';
import { askLine, askMention, by, expectPromises, plainOf } from './ask.ts';

function press(answer: Answer, label: string): Promise<Answer> {
  const choice = answer.choices.find((one) => one.label === label);
  return choice === undefined ? expect.unreachable(`no button ${label} on ${answer.title}`) : askLine(choice.line);
}

/** Every answer that its buttons lead to, from the first question on. */
async function everywhere(from: Answer): Promise<readonly Answer[]> {
  if (from.about.kind === 'status') return [from];
  return [from, ...(await everywhere(await press(from, 'Yes'))), ...(await everywhere(await press(from, 'No')))];
}

const all = await everywhere(await askLine('choose'));
const records = all.filter(({ about }) => about.kind === 'status');
const questions = all.filter((answer) => !records.includes(answer));

describe('reading', () => {
  it.each([
    ['choose', []],
    ['Choose', []],
    ['please choose', []],
    ['help me choose', []],
    ['help me to choose a status code', []],
    ['choose the HTTP response code', []],
    ['choose yes', ['yes']],
    ['choose yes no yes', ['yes', 'no', 'yes']],
    ['CHOOSE: yes, no', ['yes', 'no']],
    ['choose y n', ['yes', 'no']],
    ['choose yes no back', ['yes']],
    ['choose yes back back no', ['no']],
    ['which code should I use', []],
    ['what status code should we return?', []],
    ['pick a code', []],
    ['which code should I use for a deleted user', null],
    ['choose back', null],
    ['choose between 401 and 403', null],
    ['choose a code for a deleted user', null],
    ['choose 404', null],
    ['chose', null],
    ['choosey', null],
    ['yes', null],
  ])('“%s” gives %j', (line, answers) => {
    const reading = read(line);
    if (answers === null) expect(reading.kind).not.toBe('choose');
    else expect(reading).toEqual({ kind: 'choose', answers });
  });

  it('tells a pipe which line comes next, and nobody who has buttons', async () => {
    expect(await plainOf('choose')).toMatch(/Ask on with choose yes or choose no\.$/);
    expect(await plainOf('choose yes')).toContain('Ask on with choose yes yes or choose yes no; choose goes back.');
    for (const platform of ['slack', 'discord'] as const) {
      const answer = await createBot().ask({ kind: 'line', by: { ...by, platform }, line: 'choose yes' });
      expect(JSON.stringify(answer?.blocks)).not.toContain('Ask on');
    }
  });

  it('says kindly what it understands where something else stands among the answers', async () => {
    expect(await plainOf('choose maybe')).toMatch(/Here I understand only yes, no and back\./);
    expect(await plainOf('choose yes maybe')).toMatch(/Here I understand only yes, no and back\./);
    expect(await plainOf('choose yes <!channel>')).not.toContain('channel');
    expect(await plainOf('choose yes')).not.toContain('understand');
  });
});

describe('the questions', () => {
  it('keep all promises, and give themselves again for their own line', async () => {
    for (const answer of all) {
      expectPromises(answer);
      expect(await askLine(answer.line ?? '')).toEqual(answer);
    }
  });

  it('are for who asks, with both answers, a way back and one to the start', async () => {
    for (const question of questions) {
      expect(question.audience).toBe('asker');
      expect(question.about).toEqual({ kind: 'help', codes: [], class: null });
      expect(await press(await press(question, 'Yes'), 'Back')).toEqual(question);
      const labels = question.choices.map(({ label }) => label);
      expect(labels.slice(0, 2)).toEqual(['Yes', 'No']);
    }
    expect(await press(await askLine('choose yes no'), 'Start again')).toEqual(await askLine('choose'));
  });

  it('count themselves', async () => {
    expect((await askLine('choose')).subtitle).toBe('Which code? Question 1 of 5 at most');
    expect((await askLine('choose no yes yes')).subtitle).toBe('Which code? Question 4 of 5 at most');
  });

  it('come in a mention, too', async () => {
    expect(await askMention('choose yes')).toEqual(await askLine('choose yes'));
  });
});

describe('the record', () => {
  it('is reached by buttons for every code, and is for the room', () => {
    expect(records.map(({ about }) => about.codes[0]).toSorted()).toEqual(decidedCodes.toSorted());
    for (const { audience } of records) expect(audience).toBe('room');
  });

  it.each(records.map((answer) => [answer.title, answer] as const))(
    '“%s” has the answers, three neighbours with their question, and one line to copy',
    (title, { blocks, about }) => {
      const [code = 0] = about.codes;
      expect(title).toBe(`Use ${titled(code)}`);
      const [answers, others] = blocks.filter((block) => block.kind === 'list').map(({ items }) => items.map(flatten));
      expect(answers?.every((line) => /\? (?:yes|no)$/.test(line))).toBe(true);
      expect(others).toHaveLength(3);
      for (const line of others ?? []) {
        expect(line).toMatch(/^[A-Z][^?]+\? If .+, it would be \d{3} [A-Z].*[a-zA-Z]\.$/);
        expect(line).not.toContain(`it would be ${code}`);
      }
      const [copied, ...more] = blocks.filter((block) => block.kind === 'code');
      expect(more).toEqual([]);
      expect(copied?.source).not.toContain('\n');
      expect(copied?.source).toContain(`${titled(code)} (${registeredStatus(code)?.sources[0]?.title}): `);
      expect(copied?.source).toMatch(/\. [A-Z][^?.]+\? If .+, it would be \d{3}\.$/);
    },
  );

  it('names the code of the other answer first', async () => {
    expect(await plainOf('choose yes no yes no yes')).toMatch(
      /Use 409 Conflict[\s\S]*Why no other\n.*it would be 422 Unprocessable/,
    );
    expect(await plainOf('choose yes yes no no no')).toMatch(
      /Use 404 Not Found[\s\S]*Why no other\n.*it would be 410 Gone/,
    );
  });

  it('is drawn whole on both platforms', () => {
    for (const { blocks, ...rest } of records) {
      const drawn = [drawOnSlack({ ...rest, blocks }), drawOnDiscord({ ...rest, blocks })].map((one) =>
        JSON.stringify(one),
      );
      const copied = blocks.flatMap((block) => (block.kind === 'code' ? [block.source] : []));
      for (const one of drawn) expect(one).toContain(copied[0]);
    }
  });

  it('can be posted from a private card on Discord, where nothing else shows it to the channel', async () => {
    const bot = createBot();
    const line = 'choose yes no yes no yes';
    const onDiscord = await bot.ask({ kind: 'line', by: { ...by, platform: 'discord' }, line });
    expect(onDiscord?.audience).toBe('room');
    expect(onDiscord?.choices[0]).toEqual({ label: 'Post it here', line: `${line} here` });
    const posted = await bot.ask({ kind: 'line', by: { ...by, platform: 'discord' }, line: `${line} here` });
    expect(posted?.audience).toBe('channel');
    expect((await askLine(`${line} here`)).audience).toBe('room');
    expect((await askLine('choose yes here')).audience).toBe('asker');
  });
});

describe('while somebody types', () => {
  it.each([
    ['choos', ['choose']],
    ['choose', ['choose']],
    ['choose ', ['choose']],
    ['choose yes', ['choose yes yes', 'choose yes no']],
    ['choose yes yes yes yes', ['choose yes yes yes yes']],
  ])('“%s” offers %j', (typed, lines) => {
    expect(completeLine(typed).map(({ line }) => line)).toEqual(lines);
  });

  it('a code is found as before', () => {
    expect(completeLine('choice')[0]?.line).toBe('300');
    expect(walk([]).steps).toEqual([]);
  });
});
