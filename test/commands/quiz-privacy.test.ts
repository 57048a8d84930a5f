// What people may decide about themselves.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { toPlain } from '../../src/answer/plain.ts';
import { close, DAY, openRoom, type Room } from './quiz-room.ts';

const person = { platform: 'slack', user: 'ann' } as const;

async function answeredBy(room: Room, users: readonly string[], date = '2026-11-25') {
  const quiz = await room.pose({ date });
  for (const user of users) await room.person(user).ask(`quiz answer ${quiz.id} ${quiz.right}`);
  return quiz;
}

/** Whether anybody's answer names ann. */
const namesAnn = (answer: Answer) => toPlain(answer).includes('@ann');

describe('quiz hide-me', () => {
  it('takes somebody off the boards, but for their own place, and brings them back', async () => {
    const room = await openRoom();
    const quiz = await answeredBy(room, ['ann', 'bob']);
    await close(room, quiz);
    const [ann, bob] = [room.person('ann'), room.person('bob')];
    expect(namesAnn(await bob.ask('quiz scores'))).toBe(true);
    const hidden = await ann.ask('quiz hide-me');
    expect(hidden.title).toBe('You are hidden');
    expect(namesAnn(await bob.ask('quiz scores'))).toBe(false);
    expect(await ann.read('quiz scores')).toContain('You: 11 points, place 1, hidden from the others.');
    await ann.ask(hidden.choices[0]?.line ?? '');
    expect(namesAnn(await bob.ask('quiz scores'))).toBe(true);
  });
});

describe('quiz forget-me', () => {
  it('asks once, then deletes everything but the numbers of closed questions', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    await ann.ask('quiz schedule 09:30 Berlin');
    const quiz = await answeredBy(room, ['ann', 'bob']);
    await close(room, quiz);
    await ann.ask('quiz flag');
    await ann.ask((await ann.ask('quiz practice')).choices[0]?.line ?? '');
    const before = await room.store.answers.tally(quiz.id);

    const asked = await ann.ask('quiz forget-me');
    expect(asked.choices[0]).toEqual({ label: 'Yes, forget me', line: 'quiz forget-me yes' });
    expect((await room.store.people.export(person)).answers).toHaveLength(1);
    expect((await ann.ask('quiz forget-me yes')).title).toBe('You are forgotten');

    expect(await room.store.people.export(person)).toEqual({
      person,
      hidden: false,
      answers: [],
      practice: [],
      flags: [],
      schedules: [],
      settings: [],
      rules: [],
      installed: [],
    });
    expect(await room.store.answers.tally(quiz.id)).toEqual(before);
    expect(namesAnn(await room.person('bob').ask('quiz scores'))).toBe(false);
  });

  it('forgets nobody else, and no line can name another person', async () => {
    const room = await openRoom();
    await answeredBy(room, ['ann', 'bob']);
    await room.person('eve').ask('quiz forget-me ann');
    await room.person('eve').ask('quiz forget-me yes ann');
    await room.person('eve').ask('quiz forget-me yes');
    expect((await room.store.people.export(person)).answers).toHaveLength(1);
  });
});

/** The source of the code block. */
const codeOf = ({ blocks }: Answer) => blocks.map((block) => (block.kind === 'code' ? block.source : '')).join('');

describe('quiz export-me', () => {
  it('shows all that is kept as JSON, to whoever asks alone', async () => {
    const room = await openRoom();
    const quiz = await answeredBy(room, ['ann', 'bob']);
    await close(room, quiz);
    const answer = await room.person('ann').ask('quiz export-me');
    expect(answer.audience).toBe('asker');
    expect(answer.subtitle).toBeUndefined();
    expect(JSON.parse(codeOf(answer))).toEqual({
      person,
      hidden: false,
      answers: [
        {
          delivery: quiz.id,
          place: room.place,
          date: '2026-11-25',
          choice: quiz.right,
          chosen: quiz.asked.options[quiz.right],
          correct: true,
          at: room.now,
          voided: false,
        },
      ],
      practice: [],
      flags: [],
      schedules: [],
      settings: [],
      rules: [],
      installed: [],
    });
    expect(codeOf(answer)).not.toContain('bob');
  });

  it('keeps quiet about right and wrong while the question is open', async () => {
    const room = await openRoom();
    await answeredBy(room, ['ann']);
    const { answers } = JSON.parse(codeOf(await room.person('ann').ask('quiz export-me')));
    expect(Object.keys(answers[0])).toEqual(['delivery', 'place', 'date', 'choice', 'chosen', 'at', 'voided']);
  });

  it('comes in parts that fit a message and make one document', async () => {
    const room = await openRoom();
    const ann = room.person('ann');
    for (let day = 0; day < 30; day += 1) {
      const date = new Date(room.now).toISOString().slice(0, 10);
      await close(room, await answeredBy(room, ['ann'], date));
      room.now += DAY;
    }
    const parts: string[] = [];
    let line: string | undefined = 'quiz export-me';
    while (line !== undefined) {
      const part: Answer = await ann.ask(line);
      expect(codeOf(part).length).toBeLessThanOrEqual(2_600);
      parts.push(codeOf(part));
      line = part.choices.find(({ label }) => label.startsWith('Part'))?.line;
      expect(part.subtitle).toMatch(new RegExp(`^Part ${parts.length} of \\d+$`));
    }
    expect(parts.length).toBeGreaterThan(2);
    expect(JSON.parse(parts.join('\n')).answers).toHaveLength(30);
  });

  it.each(['0', '9', 'all', '-1'])('has no part %s', async (part) => {
    const room = await openRoom();
    expect((await room.person('ann').ask(`quiz export-me ${part}`)).about.kind).toBe('error');
  });
});
