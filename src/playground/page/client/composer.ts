// Where one types: a text with commands and names offered, on Discord also a command whose options are filled in.
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Deed, Room } from '../protocol.ts';
import { CommandLine } from './command-line.ts';
import {
  commandDeed,
  commandIn,
  commandsFor,
  type Draft,
  discordDeed,
  draftOf,
  emptyDraft,
  type Filled,
  membersFor,
  mentionAt,
  slackDeed,
  type Where,
} from './draft.ts';
import { html } from './html.ts';
import { Send } from './icons.ts';
import { type Offer, useOffers } from './offers.ts';
import type { Example } from './state.ts';
import type { Store } from './store.ts';
import { isEmpty, type TypingMemory } from './typing-memory.ts';

interface Props {
  readonly store: Store;
  readonly room: Room;
  readonly where: Where;
  readonly memory: TypingMemory;
  /** "Message #general" */
  readonly label: string;
  readonly example: Example | null;
}

/** Lines that the field grows to before it scrolls. */
const TALLEST = 8;

/** Lines sent so far: each is a deed of its own, however fast they follow. */
let written = 0;

export function Composer({ store, room, where, memory, label, example }: Props): VNode {
  const { side, commands } = room;
  const at = `${where.as} ${where.channel} ${where.thread ?? ''}`;
  const [draft, setDraft] = useState<Draft>(memory.draft(at));
  const [caret, setCaret] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const recalled = useRef(0);
  const isTyping = useRef(false);

  const change = (next: Draft) => {
    memory.keep(at, next);
    setDraft(next);
  };
  const say = (text: string) => store.dispatch({ kind: 'said', place: side, said: { text, failed: true } });
  const send = async (deed: Deed | string | null) => {
    if (typeof deed === 'string') return say(deed);
    if (deed === null) return;
    memory.remember(draft);
    recalled.current = 0;
    change(emptyDraft);
    written += 1;
    const outcome = await store.act(side, `write ${written}`, deed);
    // What could not be sent is not lost: it stands there again.
    if (outcome?.ok === false && isEmpty(memory.draft(at))) change(draft);
  };
  const sendText = () =>
    send(side === 'slack' ? slackDeed(commands, draft.text, where) : discordDeed(commands, draft.text, where));
  const recall = (step: 1 | -1): boolean => {
    const back = recalled.current + step;
    const earlier = back === 0 ? emptyDraft : memory.earlier(back);
    if (earlier === undefined || (recalled.current === 0 && !isEmpty(draft))) return false;
    recalled.current = back;
    change(earlier);
    return true;
  };

  useLayoutEffect(() => {
    if (example === null || memory.used === example) return;
    memory.used = example;
    isTyping.current = true;
    change(side === 'discord' ? draftOf(commands, example.text) : { text: example.text, command: null });
    root.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [example]);
  // Before the next key is pressed: none is lost when a text becomes a command.
  useLayoutEffect(() => {
    if (isTyping.current) root.current?.querySelector<HTMLElement>('textarea, input')?.focus();
  }, [draft.command?.name]);

  const type = (text: string, end = text.length) => {
    isTyping.current = true;
    recalled.current = 0;
    setCaret(end);
    change(side === 'discord' ? draftOf(commands, text) : { text, command: null });
  };
  const named = mentionAt(draft.text, caret);
  const offers: readonly Offer[] = [
    ...commandsFor(commands, draft.text).map(({ name, description }) => ({
      id: name,
      name: `/${name}`,
      detail: description,
      take: () => type(`/${name} `),
    })),
    ...(named === null ? [] : membersFor(room.members, named.typed)).map(({ id, name, bot }) => ({
      id,
      name: `@${name}`,
      detail: bot ? 'answers questions about HTTP' : '',
      take: () => type(`${draft.text.slice(0, named?.from)}@${name} ${draft.text.slice(caret)}`),
    })),
  ];
  const title = named === null ? 'Commands' : 'People';
  const { field, list, key } = useOffers(`offers-${side}-${where.thread ?? 'main'}`, title, offers, 0);

  const command = commands.find(({ name }) => name === draft.command?.name);
  if (draft.command !== null && command !== undefined) {
    const { options } = draft.command;
    const sendCommand = (): string | null => {
      const deed = commandDeed(command, options, where);
      if ('missing' in deed) {
        say(`${deed.missing}: This option is required. Specify a value.`);
        return deed.missing;
      }
      void send(deed);
      return null;
    };
    const fill = (name: string, filled: Filled) => {
      recalled.current = 0;
      change({ ...draft, command: { name: command.name, options: { ...options, [name]: filled } } });
    };
    const leave = () => change({ text: `/${command.name}`, command: null });
    return html`
      <div class="composer" ref=${root}>
        <${CommandLine}
          key=${command.name} command=${command} filled=${options} where=${where} label=${label}
          fill=${fill} send=${sendCommand} leave=${leave} recall=${recall}
        />
      </div>`;
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const sends = event.key === 'Enter' && !event.shiftKey;
    const handled =
      (!event.shiftKey && key(event)) ||
      (event.key === 'ArrowUp' && recall(1)) ||
      (event.key === 'ArrowDown' && recalled.current > 0 && recall(-1));
    if (!handled && sends) void sendText();
    if (handled || sends) event.preventDefault();
  };
  const readCaret = (event: Event) => setCaret((event.currentTarget as HTMLTextAreaElement).selectionEnd);
  const input = (event: Event) => {
    const { value, selectionEnd } = event.currentTarget as HTMLTextAreaElement;
    type(value, selectionEnd);
  };
  const slash = side === 'slack' ? commandIn(commands, draft.text) : null;
  return html`
    <div class="composer" ref=${root}>
      ${list}
      ${slash?.rest === '' && html`<p key="hint" class="hint"><strong>/${slash.command.name}</strong> ${slash.command.hint}</p>`}
      <div key="box" class="box">
        <textarea
          ...${field} aria-label=${label} placeholder=${label} spellcheck=${false} autocomplete="off"
          rows=${Math.min(TALLEST, draft.text.split('\n', TALLEST).length)} value=${draft.text}
          onInput=${input} onKeyDown=${keyDown} onKeyUp=${readCaret} onClick=${readCaret}
        ></textarea>
        <button type="button" class="send" aria-label="Send" disabled=${draft.text.trim() === ''} onClick=${sendText}><${Send} /></button>
      </div>
    </div>`;
}
