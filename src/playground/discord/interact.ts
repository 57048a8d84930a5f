// Interactions: what a person does with commands, menus, buttons and forms, until the bot responds.

import { dropOldest } from '../kept.ts';
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { type Json, objects, string } from './json.ts';
import { interactionJson, postJson } from './payloads.ts';
import { COMMAND, OPTION } from './picker.ts';
import type { Interaction, Place, Post, Shown, User, World } from './world.ts';

/** Milliseconds in which a bot must respond. docs: interactions/receiving-and-responding */
const RESPOND_WITHIN = 3000;

/** docs: interactions/receiving-and-responding, interaction type */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export interface Doing {
  readonly type: number;
  readonly place: Place;
  readonly channel: string;
  readonly data: Json;
  /** The post whose button is pressed, or was to open the form. */
  readonly on?: Post;
  /** Milliseconds since it was done; a bot may hear of it late. */
  readonly ago?: number;
}

/** Lets somebody start interactions. They reject with "The application did not respond" after three seconds. */
export function createInteract(world: World, gateway: Gateway, user: User) {
  return ({ type, place, channel, data, on, ago = 0 }: Doing): Promise<Shown> =>
    new Promise((resolve, reject) => {
      const id = newId(world.now() - ago);
      const token = crypto.randomUUID();
      const interaction: Interaction = {
        id,
        token,
        type,
        user,
        place,
        channel,
        command: commandIn(data),
        on: on ?? null,
        state: 'open',
        original: null,
        settle: resolve,
      };
      world.interactions.set(id, interaction);
      dropOldest(world.interactions, world.keep);
      const giveUp = () => {
        if (interaction.state !== 'open') return;
        interaction.state = 'late';
        reject(new Error('The application did not respond'));
      };
      setTimeout(giveUp, RESPOND_WITHIN - ago).unref();
      const message = on === undefined ? {} : { message: postJson(world, on) };
      gateway.dispatch('INTERACTION_CREATE', {
        ...interactionJson(world, id, token, user, channel, place),
        type,
        data,
        ...message,
      });
    });
}

/** The command that is used, as people read it: "/quiz schedule", "Explain status codes"; null for what is none. */
function commandIn({ name, type, options }: Json): string | null {
  if (name === undefined) return null;
  if (type !== COMMAND.slash) return string(name);
  const part = objects(options).find((option) => option['type'] === OPTION.subcommand);
  return [`/${string(name)}`, ...(part === undefined ? [] : [string(part['name'])])].join(' ');
}
