// A command on Discord whose options are filled in: one field for each, with what the bot suggests while one types.
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SlashCommand, Suggestion } from '../protocol.ts';
import { perform } from './connection.ts';
import type { Filled, Where } from './draft.ts';
import { html } from './html.ts';
import { Send } from './icons.ts';
import { useOffers } from './offers.ts';

interface Props {
  readonly command: SlashCommand;
  readonly filled: Readonly<Record<string, Filled>>;
  readonly where: Where;
  readonly label: string;
  fill(option: string, filled: Filled): void;
  /** Sends it; the name of the option that is missing where it cannot be sent. */
  send(): string | null;
  /** Back to a text. */
  leave(): void;
  /** Shows what was sent before, or after what is shown; false where there is nothing. */
  recall(step: 1 | -1): boolean;
}

type Option = SlashCommand['options'][number];

/** Quicker than this the bot is not asked while one types. In milliseconds. */
const PAUSE = 120;
/** Characters that a field is wide at least and at most. */
const WIDTH = { least: 6, most: 40 };

const nothing: Filled = { text: '', value: null };
const yesOrNo: readonly Suggestion[] = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
];

/** What the bot suggests for an option; the answer to an earlier text is dropped. */
function useSuggestions(command: string, option: Option | undefined, { text, value }: Filled, where: Where) {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly suggestions: readonly Suggestion[] } | null>(
    null,
  );
  const name = option?.autocomplete === true && value === null ? option.name : null;
  useEffect(() => {
    if (name === null) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const { as, channel } = where;
      const outcome = await perform({ do: 'complete', as, channel, command, option: name, typed: text });
      const suggestions = outcome.ok ? (outcome.suggestions ?? []) : [];
      if (!stale) setAnswer({ of: name, suggestions });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [command, name, text]);
  return name !== null && answer?.of === name ? answer.suggestions : [];
}

/** The values there are, as far as they fit what was typed. */
function fixedChoices({ kind, choices }: Option, { text, value }: Filled): readonly Suggestion[] {
  const all = kind === 'yes or no' ? yesOrNo : choices;
  return value === null ? all.filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase())) : [];
}

export function CommandLine({ command, filled, where, label, fill, send, leave, recall }: Props): VNode {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(command.options[0]?.name);
  const option = command.options.find(({ name }) => name === active);
  const current = filled[active ?? ''] ?? nothing;
  const suggested = useSuggestions(command.name, option, current, where);
  const choices = option === undefined ? [] : [...fixedChoices(option, current), ...suggested];
  const offers = choices.map(({ name, value }) => ({
    id: value,
    name,
    detail: '',
    take: () => fill(active ?? '', { text: name, value }),
  }));
  const { field, list, key } = useOffers(`${id}-offers`, `${active}: ${option?.description}`, offers, -1);

  const sendOrFocus = () => {
    const missing = send();
    if (missing !== null) root.current?.querySelector<HTMLElement>(`[name="${CSS.escape(missing)}"]`)?.focus();
  };
  const keyDown = (event: KeyboardEvent, isFirst: boolean) => {
    if (event.isComposing) return;
    const { key: name } = event;
    let handled = !event.shiftKey && key(event);
    if (!handled && name === 'Enter') {
      sendOrFocus();
      handled = true;
    } else if (!handled && (name === 'Escape' || (name === 'Backspace' && isFirst && current.text === ''))) {
      leave();
      handled = true;
    } else if (!handled && (name === 'ArrowUp' || name === 'ArrowDown')) handled = recall(name === 'ArrowUp' ? 1 : -1);
    if (handled) event.preventDefault();
  };
  const pill = ({ name, required }: Option, at: number) => {
    const { text } = filled[name] ?? nothing;
    const type = (event: Event) => fill(name, { text: (event.currentTarget as HTMLInputElement).value, value: null });
    return html`
      <label class=${`pill${required ? '' : ' optional'}`} key=${name}>
        <span>${name}</span>
        <input
          ...${name === active ? field : {}} name=${name} value=${text} aria-required=${required} autocomplete="off"
          spellcheck=${false} size=${Math.min(WIDTH.most, Math.max(WIDTH.least, text.length + 1))}
          onFocus=${() => setActive(name)} onInput=${type} onKeyDown=${(event: KeyboardEvent) => keyDown(event, at === 0)}
        />
      </label>`;
  };
  return html`
    ${list ?? (option && html`<p key="hint" class="hint"><strong>${option.name}</strong> ${option.description}</p>`)}
    <div key="box" class="box" role="group" aria-label=${`${label}: /${command.name}`} ref=${root}>
      <span class="pills"><strong>/${command.name}</strong> ${command.options.map(pill)}</span>
      <button type="button" class="send" aria-label="Send" onClick=${sendOrFocus}><${Send} /></button>
    </div>`;
}
