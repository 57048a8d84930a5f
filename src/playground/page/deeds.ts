// What the page may ask for: read from JSON, and refused where it is anything else.
import { z } from 'zod';
import type { Deed } from './protocol.ts';

/** Ids of people, channels, messages, buttons: none is longer than Slack's 255 characters. */
const id = z.string().min(1).max(255);
/** Longer than anything that a platform takes. */
const text = z.string().max(100_000);
const side = z.enum(['slack', 'discord']);
const by = { side, as: id };
/** Far more fields and options than a form or a command can have. */
const few = 100;

function fewer<Value>(record: Readonly<Record<string, Value>>): boolean {
  return Object.keys(record).length <= few;
}

const Deeds = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('write'), ...by, channel: id, thread: id.nullable(), text: text.min(1) }),
  z.strictObject({
    do: z.literal('command'),
    ...by,
    channel: id,
    name: id,
    text,
    options: z.record(id, z.union([text, z.boolean()])).refine(fewer),
  }),
  z.strictObject({ do: z.literal('complete'), as: id, channel: id, command: id, option: id, typed: text }),
  z.strictObject({ do: z.literal('press'), ...by, message: id, button: id }),
  z.strictObject({ do: z.literal('react'), ...by, message: id, emoji: id }),
  z.strictObject({ do: z.literal('dismiss'), as: id, message: id }),
  z.strictObject({ do: z.literal('menu'), ...by, message: id, item: id }),
  z.strictObject({ do: z.literal('submit'), ...by, modal: id, values: z.record(id, text).refine(fewer) }),
  z.strictObject({ do: z.literal('close'), ...by, modal: id }),
  z.strictObject({ do: z.literal('visit'), ...by }),
  z.strictObject({
    do: z.literal('use'),
    ...by,
    page: id,
    block: z.int().min(0).max(few),
    action: id,
    chosen: id.nullable(),
  }),
  z.strictObject({ do: z.literal('jump'), to: z.enum(['quiz', 'reveal']) }),
  z.strictObject({
    do: z.literal('fault'),
    fault: z.enum(['slack-429', 'discord-500', 'drop-slack', 'drop-discord']),
  }),
  z.strictObject({ do: z.literal('bot'), what: z.enum(['restart', 'kill', 'start']) }),
]) satisfies z.ZodType<Deed>;

/** The deed in a request's body; null where it is none. */
export function readDeed(body: string): Deed | null {
  try {
    return Deeds.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
