// What stands over both panes: what to type first, the clock, faults, the bot, and how the page looks.
import type { VNode } from 'preact';
import type { BotState, Deed, Fault, Side } from '../protocol.ts';
import { html } from './html.ts';
import { shortDayOf, timeOf } from './moments.ts';
import { PopupMenu } from './popup-menu.ts';
import { JUMP, type Shown, type State, type Theme } from './state.ts';
import type { Store } from './store.ts';

const examples: readonly { readonly side: Side; readonly text: string }[] = [
  { side: 'slack', text: '/http 401 vs 403' },
  { side: 'slack', text: '@Teapot which code when the email already exists?' },
  { side: 'discord', text: '/status 404' },
];

const faults: readonly { readonly fault: Fault; readonly name: string; readonly detail: string }[] = [
  { fault: 'slack-429', name: 'Slack answers 429', detail: 'the next call is told to wait' },
  { fault: 'discord-500', name: 'Discord answers 500', detail: 'the next call fails' },
  { fault: 'drop-slack', name: 'Drop Slack’s socket', detail: 'the bot has to reconnect' },
  { fault: 'drop-discord', name: 'Drop Discord’s socket', detail: 'the bot has to resume' },
];

type BotDeed = Extract<Deed, { do: 'bot' }>['what'];
const bot: Readonly<
  Record<BotState, { readonly says: string; readonly can: readonly { what: BotDeed; name: string; detail: string }[] }>
> = {
  starting: { says: 'Teapot is starting', can: [] },
  running: {
    says: 'Teapot is running',
    can: [
      { what: 'restart', name: 'Restart', detail: 'stops in good order, and starts again' },
      { what: 'kill', name: 'Kill', detail: 'connections cut, nothing tidied up' },
    ],
  },
  stopped: {
    says: 'Teapot is stopped',
    can: [{ what: 'start', name: 'Start', detail: 'on the same database: what was remembered is still there' }],
  },
};

const shown: readonly { readonly value: Shown; readonly name: string }[] = [
  { value: 'both', name: 'Both' },
  { value: 'slack', name: 'Slack' },
  { value: 'discord', name: 'Discord' },
];
const themes: readonly { readonly value: Theme; readonly name: string }[] = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
];

export function Header({ store, state }: { readonly store: Store; readonly state: State }): VNode {
  const act = (key: string, deed: Deed) => void store.act('page', key, deed);
  const show = (text: string, side: Side) => {
    if (state.shown !== 'both' && state.shown !== side) store.dispatch({ kind: 'show', shown: 'both' });
    store.dispatch({ kind: 'example', side, text });
  };
  const { says, can } = bot[state.bot];
  return html`
    <header class="page-header">
      <div class="row">
        <h1>Teapot playground</h1>
        <p class="first">Try first: ${examples.map(
          ({ side, text }) => html`
            <button type="button" key=${text} title=${`Puts it where one types on ${side === 'slack' ? 'Slack' : 'Discord'}`} onClick=${() => show(text, side)}><code>${text}</code></button>`,
        )}</p>
        <div class="looks">
          <${Choice} store=${store} title="Panes" choices=${shown} value=${state.shown} choose=${(value: Shown) => store.dispatch({ kind: 'show', shown: value })} />
          <${Choice} store=${store} title="Theme" choices=${themes} value=${state.theme} choose=${(value: Theme) => store.dispatch({ kind: 'theme', theme: value })} />
        </div>
      </div>
      <div class="row">
        <div class="clock" role="group" aria-label="Clock">
          <time datetime=${new Date(state.now).toISOString()}>${state.now === 0 ? '' : `${shortDayOf(state.now)}, ${timeOf(state.now)}`}</time>
          <button type="button" aria-disabled=${state.busy.has(JUMP)} onClick=${() => act(JUMP, { do: 'jump', to: 'quiz' })}>Jump to the next quiz</button>
          <button type="button" aria-disabled=${state.busy.has(JUMP)} onClick=${() => act(JUMP, { do: 'jump', to: 'reveal' })}>Jump to the reveal</button>
        </div>
        <div class="workings" role="group" aria-label="Workings">
          <span class=${`bot-state ${state.bot}`} role="status">${says}</span>
          <${PopupMenu} name="Bot" face="Bot ▾" items=${can.map(({ what, name, detail }) => ({ name, detail, choose: () => act(`bot ${what}`, { do: 'bot', what }) }))} />
          <${PopupMenu} name="Faults" face="Faults ▾" items=${faults.map(({ fault, name, detail }) => ({ name, detail, choose: () => act(`fault ${fault}`, { do: 'fault', fault }) }))} />
        </div>
        <p class=${`said${state.said?.failed ? ' failed' : ''}`} role="status">${state.said?.text}</p>
      </div>
      ${state.link === 'lost' && html`<p class="lost" role="alert">The playground does not answer. Trying again…</p>`}
    </header>`;
}

interface ChoiceProps<T> {
  readonly title: string;
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly value: T;
  choose(value: T): void;
}

/** One of a few, side by side. */
function Choice<T extends string>({ title, choices, value, choose }: ChoiceProps<T>): VNode {
  return html`
    <fieldset class="choice">
      <legend>${title}</legend>
      ${choices.map(
        (choice) => html`
          <label key=${choice.value}>
            <input type="radio" name=${title} checked=${choice.value === value} onChange=${() => choose(choice.value)} />
            <span>${choice.name}</span>
          </label>`,
      )}
    </fieldset>`;
}
