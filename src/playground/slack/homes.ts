// Home tabs: a page of the app for each person, drawn anew whenever the app says so.
import { checkHome } from './home-limits.ts';
import type { Payload } from './message.ts';
import type { Workspace } from './workspace.ts';

export interface Home {
  readonly id: string;
  /** The only person who sees it: a user id. */
  readonly by: string;
  /** What the bot sent. */
  readonly view: Payload;
  /** Names this version of it. */
  readonly hash: string;
}

export type HomeWatcher = (home: Home) => void;

export interface Homes {
  /** What `views.publish` answers. @param hash the version that is to be replaced; any, where it is empty */
  publish(user: string, view: Payload, hash: string): Payload;
  of(user: string): Home | null;
  all(): readonly Home[];
  watch(watcher: HomeWatcher): () => void;
}

export function createHomes(workspace: Workspace): Homes {
  const homes = new Map<string, Home>();
  const watchers = new Set<HomeWatcher>();
  return {
    publish: (user, view, hash) => {
      if (workspace.memberOf(user) === null) return { ok: false, error: 'user_not_found' };
      const problems = checkHome(view);
      if (problems.length > 0)
        return { ok: false, error: 'invalid_arguments', response_metadata: { messages: problems } };
      const known = homes.get(user);
      if (hash !== '' && hash !== known?.hash) return { ok: false, error: 'hash_conflict' };
      const home = { id: known?.id ?? workspace.id('V'), by: user, view, hash: workspace.id('h') };
      homes.set(user, home);
      for (const watcher of [...watchers]) watcher(home);
      return { ok: true, view: { ...view, id: home.id, hash: home.hash } };
    },
    of: (user) => homes.get(user) ?? null,
    all: () => [...homes.values()],
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
