// The Home tab as somebody has it: drawn when they open it, when they choose a channel, and after what may have changed it.
import { WebAPIPlatformError } from '@slack/web-api';
import type { Answer } from '../../answer/answer.ts';
import { createClient } from './client.ts';
import type { Ears } from './ears.ts';
import { drawHome, type HomeContent } from './home-view.ts';
import { reasonOf } from './journal.ts';
import { MODAL_LIMITS } from './limits.ts';
import type { Presence } from './presence.ts';

/** Somebody in a workspace, by Slack's own ids. */
export interface Guest {
  readonly team: string;
  readonly user: string;
}

export interface Home {
  /**
   * Draws the page anew. Never rejects.
   * @param shown the channel whose settings it shows: while they were found in it lately
   * @param hash of the page that was there: where another has been drawn since, that one stays
   */
  publish(guest: Guest, shown: string | null, hash?: string): Promise<void>;
  /** Shows the settings of another channel, if they are in it. Never rejects. */
  choose(guest: Guest, channel: string | null): Promise<void>;
  /** Asks for somebody on one of our pages; in a channel, only if they are in it. */
  ask(guest: Guest, channel: string | null, line: string): Promise<Answer | null>;
}

/** The same for a channel that there is not and one that is not theirs: it tells nothing about either. */
const notThere: Answer = {
  title: 'I cannot show that channel here',
  tone: 'neutral',
  blocks: [
    {
      kind: 'text',
      text: [
        'I show the settings of a channel to whoever is in it, where I am in it as well. Join it, invite me there with ',
        { code: '/invite @teapot' },
        ', and choose it again; or ask for ',
        { code: 'settings' },
        ' in the channel itself.',
      ],
    },
  ],
  choices: [],
  links: [],
  audience: 'asker',
  about: { kind: 'error', codes: [], class: null },
};

/** Kinds of answers after which the page may have to say something else. */
const CHANGES: ReadonlySet<string> = new Set(['quiz', 'settings', 'house']);

/** Whether the page is to be drawn anew after this answer. */
export function mayChange({ about }: Answer): boolean {
  return CHANGES.has(about.kind);
}

/** Another page was published since: that one is newer than what this one was drawn for. docs: methods/views.publish */
function isOutdated(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && thrown.data.error === 'hash_conflict';
}

export function createHome({ bot, askerOf, access, log }: Ears, presence: Presence): Home {
  const client = createClient(access);
  /** By person: the page that is being drawn, and is to arrive before the next. */
  const drawing = new Map<string, Promise<void>>();

  async function ask({ team, user }: Guest, channel: string | null, line: string): Promise<Answer | null> {
    if (channel !== null && !(await presence.isIn(team, user, channel))) return notThere;
    const by = askerOf(team, channel ?? undefined, user);
    return bot.ask({ kind: 'line', by, line: line.slice(0, MODAL_LIMITS.line).trim() });
  }

  async function settingsOf(guest: Guest, channel: string): Promise<HomeContent['chosen']> {
    const settings = await ask(guest, channel, 'settings');
    return settings === null ? null : { channel, settings };
  }

  async function draw(guest: Guest, chosen: HomeContent['chosen'], hash: string | undefined): Promise<void> {
    try {
      const standing = await ask(guest, null, 'quiz me');
      const view = drawHome({ standing, chosen, ...(bot.guide && { guide: bot.guide }) });
      const page = { user_id: guest.user, view, ...(hash !== undefined && { hash }) };
      await access.tokens.use(guest.team, (token) => client.views.publish({ ...page, token }));
    } catch (thrown) {
      if (!isOutdated(thrown)) log.warn({ reason: reasonOf(thrown) }, 'slack: could not draw a Home tab');
    }
  }

  /** One after the other for each person, so that the last thing they did is what they see. */
  function inOrder({ team, user }: Guest, work: () => Promise<void>): Promise<void> {
    const key = `${team} ${user}`;
    const mine = (drawing.get(key) ?? Promise.resolve()).then(work).finally(() => {
      if (drawing.get(key) === mine) drawing.delete(key);
    });
    drawing.set(key, mine);
    return mine;
  }

  return {
    ask,
    publish: (guest, shown, hash) =>
      inOrder(guest, async () => {
        const isTheirs = shown !== null && presence.wasIn(guest.team, guest.user, shown);
        await draw(guest, isTheirs ? await settingsOf(guest, shown) : null, hash);
      }),
    choose: (guest, channel) =>
      inOrder(guest, async () => {
        const isTheirs = channel !== null && (await presence.isIn(guest.team, guest.user, channel));
        await draw(
          guest,
          isTheirs ? await settingsOf(guest, channel) : { channel: null, settings: notThere },
          undefined,
        );
      }),
  };
}

/** Draws the page for whoever opens it. Slack tells of every visit. docs: reference/events/app_home_opened */
export function listenToHome({ app, first }: Ears, home: Home): void {
  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home' || !(await first.claim(`event ${body.event_id}`))) return;
    const { view } = event;
    const hash = view !== undefined && 'hash' in view && typeof view.hash === 'string' ? view.hash : undefined;
    await home.publish({ team: context.teamId ?? '', user: event.user }, null, hash);
  });
}
