// Modals: windows over everything else, with something to fill in. A person has at most one open.

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
  /** What this person has open. */
  of(user: string): Modal | null;
  /** Everything that is open. */
  all(): readonly Modal[];
  /** Closes it. */
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

export function createModals(workspace: Workspace, triggers: Triggers): Modals {
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
    tell(modal, 'closed');
  }

  return {
    open: (triggerId, view) => {
      const problems = checkModal(view);
      if (problems.length > 0)
        return { ok: false, error: 'invalid_arguments', response_metadata: { messages: problems } };
      const used = triggers.use(triggerId);
      if ('error' in used) return { ok: false, error: used.error };
      const modal = { id: workspace.id('V'), by: used.user, view, errors: {} };
      showTo(modal);
      return { ok: true, view: { ...view, id: modal.id } };
    },
    of: (user) => open.get(user) ?? null,
    all: () => [...open.values()],
    close,
    settle: (modal, { response_action: action, errors }) => {
      if (action === undefined || action === 'clear') {
        close(modal);
        return true;
      }
      const told = Object.entries(asPayload(errors)).map(([id, said]): [string, string] => [id, asText(said)]);
      const ids = showModal(modal).fields.map(({ id }) => id);
      if (action !== 'errors' || told.length === 0 || !told.every(([id, said]) => said !== '' && ids.includes(id)))
        return false;
      showTo({ ...modal, errors: Object.fromEntries(told) });
      return true;
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
