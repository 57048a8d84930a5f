// What help says: every line in it is asked, where it can be asked, and every topic is found by its name.
import { describe, expect, it } from 'vitest';
import { type Answer, flatten } from '../../src/answer/answer.ts';
import { createBot } from '../../src/bot.ts';
import { guide } from '../../src/commands/help.ts';
import { type Topic, topics } from '../../src/commands/topics.ts';
import { helpTopics, topicWords } from '../../src/query/data/help-topics.ts';
import { read } from '../../src/query/read.ts';
import { askLine, askMention, by, expectPromises } from './ask.ts';
import { openRoom } from './quiz-room.ts';

const all: readonly (readonly [string, Topic])[] = Object.entries(topics);
const lines = (topic: Topic) => [...topic.examples, ...(topic.typed ?? [])].map(({ line }) => line);

/** What is said to a line that nobody understands. */
const unseen = (await askLine('purple monkey dishwasher')).title;

/** The lines of an answer's lists, as somebody reads them. */
function listed({ blocks }: Answer): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => flatten(item)) : []));
}

describe('help', () => {
  it('is an overview with a button for each topic, whose line opens it', async () => {
    const overview = await askLine('help');
    expectPromises(overview);
    expect(overview.choices).toHaveLength(helpTopics.length);
    for (const { label, line } of overview.choices) expect((await askLine(line)).title).toBe(label);
    expect(listed(overview)).toHaveLength(helpTopics.length);
  });

  it.each(helpTopics)('has a topic %s, whose examples are all buttons, said with what they give', async (name) => {
    const answer = await askLine(`help ${name}`);
    expectPromises(answer);
    expect(answer.title).toBe(topics[name].title);
    expect(answer.choices.map(({ line }) => line)).toEqual(topics[name].examples.map(({ line }) => line));
    // A row of buttons on Discord, and what a card takes.
    expect(answer.choices.length).toBeLessThanOrEqual(5);
    const said = listed(answer);
    for (const { line, gives } of [...topics[name].examples, ...(topics[name].typed ?? [])])
      expect(said).toContain(`${line} – ${gives}`);
    expect(await askMention(`help ${name}`)).toEqual(answer);
  });

  it.each(helpTopics.flatMap((topic) => topicWords[topic].map((word) => [word, topic] as const)))(
    'finds what is meant with %s',
    (word, topic) => {
      expect(read(`help ${word}`)).toEqual({ kind: 'help', topic });
    },
  );

  it.each([
    ['help with the logs', 'logs'],
    ['Help on house rules', 'rules'],
    ['retries help', 'retry'],
    ['help for testers please', 'testers'],
    ['HELP: settings?', 'settings'],
    ['help our codes', 'rules'],
    ['help with other codes', 'others'],
    ['help codes', 'codes'],
  ])('is found in %j', (line, topic) => {
    expect(read(line)).toEqual({ kind: 'help', topic });
  });

  it.each([
    ['help me choose', 'choose'],
    ['help with 404', 'status'],
    ['help codes 404', 'status'],
    ['help rules and settings', 'none'],
    ['help me retry 504 POST', 'status'],
    ['help', 'help'],
    ['help me', 'help'],
  ])('is not about a topic in %j', (line, kind) => {
    const reading = read(line);
    expect(reading.kind).toBe(kind);
    expect(reading).not.toHaveProperty('topic');
  });

  it('names a word for one topic only', () => {
    const words = helpTopics.flatMap((topic) => topicWords[topic]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('is the same where it is a page of its own', async () => {
    expect(createBot().guide).toBe(guide);
    for (const [at, topic] of helpTopics.entries()) expect(guide.topics[at]).toEqual(await askLine(`help ${topic}`));
  });
});

/** Answered, and not with help, silence or a problem. `choose` asks its first question, in the same words as help is kept. */
function expectAnswered(answer: Answer | null, line: string): void {
  expect(answer, line).not.toBeNull();
  expect(answer?.title, line).not.toBe(unseen);
  expect(['error', ...(line === 'choose' ? [] : ['help'])], line).not.toContain(answer?.about.kind);
}

describe.each(all)('the topic %s', (_name, topic) => {
  it('has lines that a button carries, and that read as they stand', () => {
    for (const line of lines(topic)) {
      expect(line.length, line).toBeLessThanOrEqual(100);
      expect(line, line).toBe(line.trim());
    }
    expect(topic.title.length).toBeLessThanOrEqual(34);
  });

  it.each(lines(topic))('answers %s in a channel', async (line) => {
    const room = await openRoom();
    // A quiz that there is can be paused and skipped.
    await room.person('U9').ask('quiz schedule 09:00 Europe/Berlin daily');
    await room.person('U9').ask('rule 422 "as agreed"');
    expectAnswered(await room.bot.ask({ kind: 'line', by: room.person('U1').by, line }), line);
  });

  it.each(lines(topic))('answers %s in a terminal', async (line) => {
    expectAnswered(await createBot().ask({ kind: 'line', by, line }), line);
  });

  it('has no button that changes anything for others', async () => {
    const room = await openRoom();
    await room.person('U9').ask('quiz schedule 09:00 Europe/Berlin daily');
    await room.person('U9').ask('rule 422 "as agreed"');
    const { place, store } = room;
    const all = async () => [
      await store.schedules.get(place),
      await store.channels.get(place),
      await store.house.rules(place),
      room.told.length,
      room.woken,
    ];
    const before = await all();
    for (const { line } of topic.examples) await room.person('U1').ask(line);
    expect(await all()).toEqual(before);
  });
});
