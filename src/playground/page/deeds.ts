// What the page may ask for: read from JSON, and refused where it is anything else.
import * as v from 'valibot';
import type { Deed } from './protocol.ts';

/** Ids of people, channels, messages, buttons: none is longer than Slack's 255 characters. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** Longer than anything that a platform takes. */
const text = v.pipe(v.string(), v.maxLength(100_000));
const side = v.picklist(['slack', 'discord']);
const by = { side, as: id };
/** Far more fields and options than a form or a command can have. */
const few = 100;

/** By name. A list is none, though valibot would take it for a record. */
function named<const Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    v.unknown(),
    v.check((given) => !Array.isArray(given)),
    v.record(id, value),
    v.check((record) => Object.keys(record).length <= few),
  );
}

const Deeds = v.variant('do', [
  v.strictObject({
    do: v.literal('write'),
    ...by,
    channel: id,
    thread: v.nullable(id),
    text: v.pipe(text, v.nonEmpty()),
  }),
  v.strictObject({
    do: v.literal('command'),
    ...by,
    channel: id,
    name: id,
    text,
    options: named(v.union([text, v.boolean()])),
  }),
  v.strictObject({ do: v.literal('complete'), as: id, channel: id, command: id, option: id, typed: text }),
  v.strictObject({ do: v.literal('press'), ...by, message: id, button: id }),
  v.strictObject({ do: v.literal('react'), ...by, message: id, emoji: id }),
  v.strictObject({ do: v.literal('dismiss'), as: id, message: id }),
  v.strictObject({ do: v.literal('menu'), ...by, message: id, item: id }),
  v.strictObject({ do: v.literal('submit'), ...by, modal: id, values: named(text) }),
  v.strictObject({ do: v.literal('close'), ...by, modal: id }),
  v.strictObject({ do: v.literal('visit'), ...by }),
  v.strictObject({
    do: v.literal('use'),
    ...by,
    page: id,
    block: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(few)),
    action: id,
    chosen: v.nullable(id),
  }),
  v.strictObject({ do: v.literal('jump'), to: v.picklist(['quiz', 'reveal']) }),
  v.strictObject({
    do: v.literal('fault'),
    fault: v.picklist(['slack-429', 'discord-500', 'drop-slack', 'drop-discord']),
  }),
  v.strictObject({ do: v.literal('bot'), what: v.picklist(['restart', 'kill', 'start']) }),
]);

/** The deed in a request's body; null where it is none. */
export function readDeed(body: string): Deed | null {
  try {
    const read = v.safeParse(Deeds, JSON.parse(body));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
