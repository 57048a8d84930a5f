// The one place where the state stands, who is told when it changes, and the deeds that change it.
import type { Deed, Outcome } from '../protocol.ts';
import { perform } from './connection.ts';
import { type Action, initialState, type Place, reduce, type State } from './state.ts';

export interface Store {
  get(): State;
  /** For what somebody does: whoever watches is told at once, before the next key is pressed. */
  dispatch(action: Action): void;
  /** For news: whoever watches is told once a frame, however much has come. */
  hear(action: Action): void;
  watch(watcher: () => void): () => void;
  /**
   * Does something on behalf of a place, which is told what became of it. The same key is under way only once: null where
   * it already was. Never rejects.
   */
  act(place: Place, key: string, deed: Deed): Promise<Outcome | null>;
}

export function createStore(): Store {
  let state = initialState;
  let isWaiting = false;
  const watchers = new Set<() => void>();

  function tell(): void {
    for (const watcher of [...watchers]) watcher();
  }

  function tellAfterwards(): void {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      tell();
    });
  }

  function dispatch(action: Action): void {
    state = reduce(state, action);
    tell();
  }

  return {
    get: () => state,
    dispatch,
    hear: (action) => {
      state = reduce(state, action);
      tellAfterwards();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    act: async (place, key, deed) => {
      if (state.busy.has(key)) return null;
      dispatch({ kind: 'began', place, key });
      const outcome = await perform(deed);
      dispatch({ kind: 'ended', place, key, outcome });
      return outcome;
    },
  };
}
