// The news as a page hears them.
import { once } from 'node:events';
import type { Message, News, Snapshot } from '../../../src/playground/page/protocol.ts';

type NewsOf<Kind extends News['kind']> = Extract<News, { readonly kind: Kind }>;

export interface Listener {
  /** What it was told first. */
  readonly snapshot: Snapshot;
  /** Everything after that, so far. */
  readonly news: readonly News[];
  readonly type: string | null;
  /** Resolves once it was told this much. */
  until(count: number): Promise<void>;
  /** The next news of this kind that match, of those that nobody has waited for yet. */
  next<Kind extends News['kind']>(kind: Kind, matches?: (news: NewsOf<Kind>) => boolean): Promise<NewsOf<Kind>>;
  /** The next message that matches, of those that nobody has waited for yet. */
  message(matches: (message: Message) => boolean): Promise<Message>;
  /** Resolves once the stream has ended. */
  readonly ended: Promise<void>;
  /** Hangs up. */
  stop(): Promise<void>;
}

/** Listens to the server at this address; resolves with the snapshot. */
export async function listenTo(address: string): Promise<Listener> {
  const hangUp = new AbortController();
  const response = await fetch(`${address}/news`, { signal: hangUp.signal });
  const news: News[] = [];
  const used = new Set<News>();
  const told = new EventTarget();
  const first = Promise.withResolvers<Snapshot>();

  async function read(): Promise<void> {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').find((line) => line.startsWith('data: '));
        if (data === undefined) continue;
        const one = JSON.parse(data.slice('data: '.length)) as Snapshot | News;
        if ('rooms' in one) first.resolve(one);
        else news.push(one);
      }
      told.dispatchEvent(new Event('news'));
    }
  }
  const ended = read().catch(() => undefined);

  async function next<Kind extends News['kind']>(
    kind: Kind,
    matches: (news: NewsOf<Kind>) => boolean = () => true,
  ): Promise<NewsOf<Kind>> {
    const isWanted = (one: News): one is NewsOf<Kind> => one.kind === kind && !used.has(one);
    for (;;) {
      const found = news.filter(isWanted).find(matches);
      if (found !== undefined) {
        used.add(found);
        return found;
      }
      await once(told, 'news');
    }
  }

  return {
    snapshot: await first.promise,
    news,
    type: response.headers.get('content-type'),
    until: async (count) => {
      while (news.length < count) await once(told, 'news');
    },
    next,
    message: async (matches) => (await next('message', ({ message }) => matches(message))).message,
    ended,
    stop: async () => {
      hangUp.abort();
      await ended;
    },
  };
}
