// Modals: windows over everything else, with something to read or to fill in. A person sees one; others may lie below it.

import type { Payload } from './message.ts';
import { asList, asPayload, asText } from './message.ts';
import { checkModal } from './modal-limits.ts';
import type { Triggers } from './triggers.ts';
import type { Workspace } from './workspace.ts';

export interface Modal {
  readonly id: string;
  /** The only person who sees it: a user id. */
  readonly by: string;
  /** What the bot sent. */
  readonly view: Payload;
  /** What the bot finds wrong with what was filled in, by the field's `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
  /** Names this version of it. */
  readonly hash: string;
  /** What it covers, and what is there again when it closes. */
  readonly below: Modal | null;
}

export type ModalWatcher = (modal: Modal, state: 'open' | 'closed') => void;

export interface ShownField {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  /** What stands in it before anybody changes it. */
  readonly value: string;
  /** What can be chosen; null where anything can be typed. */
  readonly options: readonly { readonly label: string; readonly value: string }[] | null;
  readonly error: string | null;
}

export interface Modals {
  /** What `views.open` answers. */
  open(triggerId: string, view: Payload): Payload;
  /** What `views.push` answers: over what is open. */
  push(triggerId: string, view: Payload): Payload;
  /** What `views.update` answers. @param hash the version that is to be replaced; any, where it is empty */
  update(id: string, hash: string, view: Payload): Payload;
  /** What this person has open. */
  of(user: string): Modal | null;
  /** Everything that is open. */
  all(): readonly Modal[];
  /** Closes it: what lies below is there again. */
  close(modal: Modal): void;
  /** Does what the acknowledgement of a submission says; false where Slack would say that something went wrong. */
  settle(modal: Modal, acknowledgement: Payload): boolean;
  /** Calls `watcher` for every modal that opens, shows errors or closes. */
  watch(watcher: ModalWatcher): () => void;
}

function plainText(value: unknown): string {
  return asText(asPayload(value)['text']);
}

function fieldOf(block: Payload, errors: Modal['errors']): ShownField {
  const id = asText(block['block_id']);
  const { type, initial_value, initial_option, options } = asPayload(block['element']);
  return {
    id,
    label: plainText(block['label']),
    hint: plainText(block['hint']),
    optional: block['optional'] === true,
    value: type === 'static_select' ? asText(asPayload(initial_option)['value']) : asText(initial_value),
    options:
      type === 'static_select'
        ? asList(options)
            .map(asPayload)
            .map(({ text, value }) => ({ label: plainText(text), value: asText(value) }))
        : null,
    error: Object.hasOwn(errors, id) ? (errors[id] ?? null) : null,
  };
}

/** What a person sees of a modal. */
export function showModal({ view, errors }: Modal): { readonly title: string; readonly fields: readonly ShownField[] } {
  const blocks = asList(view['blocks']).map(asPayload);
  const fields = blocks.filter(({ type }) => type === 'input').map((block) => fieldOf(block, errors));
  return { title: plainText(view['title']), fields };
}

/** The state that Slack sends with a submission. `values` by the fields' ids. */
export function stateOf({ view }: Modal, values: ReadonlyMap<string, string>): Payload {
  const inputs = asList(view['blocks'])
    .map(asPayload)
    .filter(({ type }) => type === 'input');
  const entries = inputs.map((block) => {
    const { type, action_id, options } = asPayload(block['element']);
    const value = values.get(asText(block['block_id'])) || null;
    const chosen = asList(options).find((option) => asPayload(option)['value'] === value) ?? null;
    const filled = type === 'static_select' ? { type, selected_option: chosen } : { type, value };
    return [block['block_id'], { [asText(action_id)]: filled }];
  });
  return { values: Object.fromEntries(entries) };
}

/** How many can lie on top of each other (docs: methods/views.push, "push_limit_reached"). */
const DEEPEST = 3;

function depthOf(modal: Modal): number {
  return modal.below === null ? 1 : depthOf(modal.below) + 1;
}

export function createModals(workspace: Workspace, triggers: Triggers): Modals {
  /** By person: what lies on top. */
  const open = new Map<string, Modal>();
  const watchers = new Set<ModalWatcher>();

  function tell(modal: Modal, state: 'open' | 'closed'): void {
    for (const watcher of [...watchers]) watcher(modal, state);
  }

  function showTo(modal: Modal): void {
    open.set(modal.by, modal);
    tell(modal, 'open');
  }

  function close(modal: Modal): void {
    open.delete(modal.by);
    if (modal.below === null) tell(modal, 'closed');
    else showTo(modal.below);
  }

  function clear(modal: Modal): void {
    open.delete(modal.by);
    tell(modal, 'closed');
  }

  function made(by: string, view: Payload, below: Modal | null): Modal {
    return { id: workspace.id('V'), by, view, errors: {}, hash: workspace.id('h'), below };
  }

  function refuse(error: string, messages: readonly string[] = []): Payload {
    return { ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) };
  }

  /** Over what is open, or in the place of all of it. */
  function add(triggerId: string, view: Payload, over: boolean): Payload {
    const problems = checkModal(view);
    if (problems.length > 0) return refuse('invalid_arguments', problems);
    const used = triggers.use(triggerId);
    if ('error' in used) return refuse(used.error);
    const top = over ? (open.get(used.user) ?? null) : null;
    if (over && top === null) return refuse('not_found');
    if (top !== null && depthOf(top) >= DEEPEST) return refuse('push_limit_reached');
    const modal = made(used.user, view, top);
    showTo(modal);
    return { ok: true, view: { ...view, id: modal.id, hash: modal.hash } };
  }

  /** Another view in the place of this one, which keeps its id. */
  function replace(modal: Modal, view: Payload): void {
    showTo({ ...modal, view, errors: {}, hash: workspace.id('h') });
  }

  return {
    open: (triggerId, view) => add(triggerId, view, false),
    push: (triggerId, view) => add(triggerId, view, true),
    update: (id, hash, view) => {
      const problems = checkModal(view);
      if (problems.length > 0) return refuse('invalid_arguments', problems);
      const modal = [...open.values()].find((one) => one.id === id);
      if (modal === undefined) return refuse('not_found');
      if (hash !== '' && hash !== modal.hash) return refuse('hash_conflict');
      replace(modal, view);
      return { ok: true, view: { ...view, id } };
    },
    of: (user) => open.get(user) ?? null,
    all: () => [...open.values()],
    close,
    settle: (modal, { response_action: action, errors, view }) => {
      switch (action) {
        case undefined:
          close(modal);
          return true;
        case 'clear':
          clear(modal);
          return true;
        case 'update':
          if (checkModal(asPayload(view)).length > 0) return false;
          replace(modal, asPayload(view));
          return true;
        case 'errors': {
          const told = Object.entries(asPayload(errors)).map(([id, said]): [string, string] => [id, asText(said)]);
          const ids = showModal(modal).fields.map(({ id }) => id);
          if (told.length === 0 || !told.every(([id, said]) => said !== '' && ids.includes(id))) return false;
          showTo({ ...modal, errors: Object.fromEntries(told) });
          return true;
        }
        default:
          return false;
      }
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
