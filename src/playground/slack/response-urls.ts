// Response URLs: five uses within thirty minutes, for the person and the message they were made for.
import { randomUUID } from 'node:crypto';
import { dropOldest } from '../kept.ts';
import type { Refusal } from './limits.ts';
import { checkMessage } from './limits.ts';
import type { Message, Payload } from './message.ts';
import { asList, asPayload, asText } from './message.ts';
import type { Workspace } from './workspace.ts';

/** docs: interactivity/handling-user-interaction */
const USES = 5;
const LIFETIME_MS = 30 * 60 * 1000;

/** Who may answer where: what Slack remembers for a response URL. */
export interface Occasion {
  readonly channel: string;
  readonly user: string;
  /** The message that was used, which the answer may replace; null for a typed command. */
  readonly message: Message | null;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface ResponseUrls {
  /** The last part of a new response URL. */
  create(occasion: Occasion): string;
  use(key: string, message: Payload): Reply;
  /** Makes this one thirty minutes old. */
  expire(key: string): void;
}

/** Shows what a bot answered to a command or a click: in an acknowledgement or through a response URL. */
export function answer(
  workspace: Workspace,
  { channel, user, message }: Occasion,
  said: Payload,
  route: Message['route'],
): readonly Refusal[] {
  if (said['delete_original'] === true) {
    if (message !== null) workspace.remove(message.ts);
    return [];
  }
  const refusals = checkMessage(said, workspace.takes);
  if (refusals.length > 0) return refusals;
  const content = { text: asText(said['text']), blocks: asList(said['blocks']).map(asPayload), raw: said, route };
  if (said['replace_original'] === true && message !== null) {
    workspace.change({ ...message, ...content });
    return [];
  }
  workspace.post({
    ...content,
    channel,
    thread: asText(said['thread_ts']) || null,
    by: workspace.bot.id,
    only: said['response_type'] === 'in_channel' ? null : user,
  });
  return [];
}

/** @param keep how many are remembered; the oldest have expired */
export function createResponseUrls(workspace: Workspace, keep: number): ResponseUrls {
  const open = new Map<string, { readonly occasion: Occasion; readonly until: number; uses: number }>();

  function refuse(status: number, error: string): Reply {
    return { status, body: JSON.stringify({ ok: false, error }) };
  }

  return {
    create: (occasion) => {
      const key = randomUUID();
      open.set(key, { occasion, until: workspace.now() + LIFETIME_MS, uses: 0 });
      dropOldest(open, keep);
      return key;
    },
    use: (key, message) => {
      const entry = open.get(key);
      if (entry === undefined || workspace.now() > entry.until) return refuse(404, 'expired_url');
      if (entry.uses >= USES) return refuse(404, 'used_url');
      entry.uses += 1;
      const [refusal] = answer(workspace, entry.occasion, message, 'response_url');
      return refusal === undefined ? { status: 200, body: 'ok' } : refuse(400, refusal.error);
    },
    expire: (key) => {
      open.delete(key);
    },
  };
}
