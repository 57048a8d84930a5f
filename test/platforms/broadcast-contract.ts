// What every platform with channels must do when it speaks first: post once, under a post, edit, and say why it could not.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import type { Bot, Broadcaster, FailureKind, Place, Posted } from '../../src/port.ts';
import { contractBot } from './contract.ts';

/** A post as people see it. */
export interface Standing {
  /** The platform's id of it, as in `Posted`. */
  readonly message: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** The id of the post that it stands under; null where it stands by itself. */
  readonly under: string | null;
  /** Everything that was sent for it, as JSON. */
  readonly raw: string;
}

/** Ways in which the platform refuses the next post, with what is known afterwards. */
export type Refusal = Exclude<FailureKind, 'unsent' | 'unknown'>;

/** A platform with one channel, ready for the tests. */
export interface Station {
  readonly platform: Broadcaster;
  readonly place: Place;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /** The bot's posts in the channel, oldest first. */
  posts(): readonly Standing[];
  /** Lets the platform fail the next post, and only that, in this way. */
  refuse(refusal: Refusal): void;
  /** The next post arrives, but the platform's word about it is lost on the way back. */
  loseNextReply(): void;
  /** The id of somebody in the channel. */
  readonly user: string;
  /** Whether a new post with this body would notify them. */
  notified(raw: string): boolean;
  /** A place that no longer exists. */
  readonly nowhere: Place;
  /** Whether the platform can tell that a post with the same key is the same post. */
  readonly tellsRepeats: boolean;
}

const question: Answer = {
  title: 'Two people register the same address',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: ['Which code fits?'] }],
  choices: [
    { label: '409 Conflict', line: 'quiz answer d1 0' },
    { label: '400 Bad Request', line: 'quiz answer d1 1' },
  ],
  links: [],
  audience: 'room',
  about: { kind: 'quiz', codes: [], class: null },
};
const reveal: Answer = {
  ...question,
  title: 'It was 409 Conflict',
  blocks: [
    {
      kind: 'bars',
      title: 'Who said what',
      bars: [
        { label: '409 Conflict', value: 8 },
        { label: '400 Bad Request', value: 2 },
      ],
    },
  ],
  choices: [{ label: 'Tell me more', line: '409' }],
};

const EIGHT = /409 Conflict\W+8\b/;
const REFUSALS: readonly Refusal[] = ['gone', 'repairable', 'busy', 'refused'];

/** Joins a platform to the contract. `make` builds a fresh one, not started. */
export function broadcastContract(name: string, make: () => Promise<Station>): void {
  describe(`${name} keeps the contract of those who speak first`, () => {
    let station: Station;
    let keys = 0;
    beforeAll(async () => {
      station = await make();
      await station.start(contractBot([]));
    });
    afterAll(() => station.stop());

    function key(): string {
      keys += 1;
      return `k${String(keys).padStart(24, '0')}`;
    }

    function post(answer: Answer, under?: Posted): Promise<Posted> {
      return station.platform.post(station.place, answer, key(), under);
    }

    function find({ message }: Posted): Standing | undefined {
      return station.posts().find((standing) => standing.message === message);
    }

    it('posts an answer with its buttons, and says where it stands', async () => {
      const posted = await post(question);
      expect(find(posted)).toMatchObject({ buttons: ['409 Conflict', '400 Bad Request'], under: null });
      expect(find(posted)?.text).toContain('Which code fits?');
    });

    it('posts under another post, with a chart', async () => {
      const first = await post(question);
      const second = await post(reveal, first);
      expect(find(second)).toMatchObject({ under: first.message, buttons: ['Tell me more'] });
      expect(find(second)?.text).toMatch(EIGHT);
    });

    it('replaces a post’s content and buttons, in its place', async () => {
      const posted = await post(question);
      const count = station.posts().length;
      await station.platform.edit(station.place, posted, { ...question, title: 'Closed', choices: [] });
      expect(station.posts()).toHaveLength(count);
      expect(find(posted)).toMatchObject({ buttons: [] });
      expect(find(posted)?.text).toContain('Closed');
      expect(find(posted)?.text).not.toContain('Two people');
    });

    it('says nothing that the answer does not say', async () => {
      const posted = await post(question);
      // Neither in what people see nor beside it.
      expect(find(posted)?.raw).not.toContain('It was');
      expect(find(posted)?.raw.split('Conflict')).toHaveLength(find(posted)?.raw.split('Bad Request').length ?? 0);
    });

    it('posts the same key once, where the platform can tell', async () => {
      if (!station.tellsRepeats) return;
      const same = key();
      const first = await station.platform.post(station.place, question, same);
      const count = station.posts().length;
      expect(await station.platform.post(station.place, question, same)).toEqual(first);
      expect(station.posts()).toHaveLength(count);
    });

    it.each(REFUSALS)('says so where a post is refused: %s', async (refusal) => {
      const count = station.posts().length;
      station.refuse(refusal);
      const failure: unknown = await post(question).catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ name: 'PostFailure', failure: refusal });
      expect(failure).toBeInstanceOf(Error);
      if (refusal === 'busy') expect(failure).toMatchObject({ retryAfter: expect.any(Number) });
      expect(station.posts()).toHaveLength(count);
      await post(question);
      expect(station.posts()).toHaveLength(count + 1);
    });

    it('says so where the channel is gone, for posts and for edits', async () => {
      const posted = await post(question);
      const gone = { name: 'PostFailure', failure: 'gone' };
      await expect(station.platform.post(station.nowhere, question, key())).rejects.toMatchObject(gone);
      await expect(station.platform.edit(station.nowhere, posted, question)).rejects.toMatchObject(gone);
    });

    it('calls before it posts, and posts nothing where it is told not to', async () => {
      const count = station.posts().length;
      const leaving = vi.fn(async () => {
        expect(station.posts()).toHaveLength(count);
      });
      const posted = await station.platform.post(station.place, question, key(), undefined, leaving);
      expect(leaving).toHaveBeenCalled();
      expect(find(posted)).toBeDefined();
      const refusing = () => Promise.reject(new Error('no'));
      const refused = station.platform.post(station.place, question, key(), undefined, refusing);
      await expect(refused).rejects.toMatchObject({ name: 'PostFailure' });
      expect(station.posts()).toHaveLength(count + 1);
    });

    it('notifies nobody whom it names: where a post would, the name comes with an edit', async () => {
      const named: Answer = {
        ...question,
        blocks: [{ kind: 'list', items: [['1. ', { user: station.user }, ' 12']] }],
      };
      const posted = await station.platform.post(station.place, named, key());
      const notifies = () => station.notified(find(posted)?.raw ?? '');
      expect(notifies()).toBe(false);
      if (!posted.unnamed) return expect(find(posted)?.raw).toContain(station.user);
      expect(find(posted)?.raw).not.toContain(station.user);
      await station.platform.edit(station.place, posted, named);
      expect(find(posted)?.raw).toContain(station.user);
    });

    it('never posts twice where it lost the platform’s word', async () => {
      const count = station.posts().length;
      station.loseNextReply();
      const outcome: unknown = await post(question).catch((thrown: unknown) => thrown);
      // A platform that can tell repeats apart may ask again and learn where the post stands.
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'PostFailure', failure: 'unknown' });
      expect(station.posts()).toHaveLength(count + 1);
    });
  });
}
