// The page: hears the news, draws the state, and remembers how it was last looked at.
import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { listen } from './connection.ts';
import { Header } from './header.ts';
import { html } from './html.ts';
import { Pane } from './pane.ts';
import type { Shown, State, Theme } from './state.ts';
import { createStore, type Store } from './store.ts';

/** How often the clock is looked at, in milliseconds. */
const TICK = 1_000;
const CHOSEN = 'teapot-playground';

const sides = ['slack', 'discord'] as const;

function Page({ store }: { readonly store: Store }): VNode {
  const [state, setState] = useState(store.get());
  useEffect(() => store.watch(() => setState(store.get())), []);
  return html`
    <${Header} store=${store} state=${state} />
    <main class=${`panes ${state.shown}`}>
      ${sides.map((side) => html`<${Pane} key=${side} store=${store} state=${state} side=${side} />`)}
    </main>`;
}

/** What was chosen the last time. Where the browser keeps nothing, nothing was. */
function recallChoices(store: Store): void {
  try {
    const { shown, theme } = JSON.parse(localStorage.getItem(CHOSEN) ?? '{}') as { shown?: Shown; theme?: Theme };
    if (shown) store.dispatch({ kind: 'show', shown });
    if (theme) store.dispatch({ kind: 'theme', theme });
  } catch {
    // A page in a private window works without.
  }
}

function keepChoices({ theme, shown }: State): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(CHOSEN, JSON.stringify({ shown, theme }));
  } catch {
    // As above.
  }
}

/** Keeps them from now on, whenever they change. */
function keepChoicesOf(store: Store): void {
  let kept = store.get();
  keepChoices(kept);
  store.watch(() => {
    const state = store.get();
    if (state.theme !== kept.theme || state.shown !== kept.shown) keepChoices(state);
    kept = state;
  });
}

function keepTime(store: Store): void {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (store.get().now > 0) store.hear({ kind: 'passed', milliseconds: now - last });
    last = now;
  }, TICK);
}

const store = createStore();
recallChoices(store);
keepChoicesOf(store);
keepTime(store);
listen(store.hear);
const app = document.getElementById('app');
if (app) render(html`<${Page} store=${store} />`, app);
