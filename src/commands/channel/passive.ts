// "passive on", "passive off", "passive": whether Teapot listens in a channel, and what it takes on this platform.
import type { Answer, Block } from '../../answer/answer.ts';
import type { Place } from '../../port.ts';
import type { ChannelSetting } from '../../store/records.ts';
import { say } from '../note.ts';
import type { PlacedVisit } from '../visit.ts';
import { change } from './change.ts';
import { note, openSettings, passiveButton } from './words.ts';

type Platform = Place['platform'];

/** What it does, in full: whoever reads it decides for everybody there. */
const does: Readonly<Record<Platform, Block>> = {
  slack: say(
    'Where a message plainly speaks of an HTTP failure, I put one 🫖 below it. Whoever clicks that gets an explanation that only they see. I write nothing by myself, and I keep no message.',
  ),
  discord: say(
    'Where a message plainly speaks of an HTTP failure, I put one 🫖 below it. Whoever clicks that gets an explanation as a direct message, if they take those of this server. I write nothing by myself, and I keep no message.',
  ),
};

/** What whoever runs Teapot has to do first. */
const takes: Readonly<Record<Platform, readonly Block[]>> = {
  slack: [
    say('Whoever runs me has to let me listen first:'),
    {
      kind: 'list',
      items: [
        ['Set ', { code: 'SLACK_PASSIVE=on' }, ' and run ', { code: 'npm run manifests' }, '.'],
        [
          'Give the app the new manifest; it asks for channels:history, groups:history, reactions:read and reactions:write.',
        ],
        ['Install the app in the workspace again, and start me anew.'],
      ],
    },
  ],
  discord: [
    say('Whoever runs me has to let me listen first:'),
    {
      kind: 'list',
      items: [
        ['In the developer portal, on the page Bot, switch on the Message Content Intent.'],
        ['Set ', { code: 'DISCORD_PASSIVE=on' }, ' and start me anew.'],
        ['Give my role the permission Add Reactions, in the server or in this channel.'],
      ],
    },
  ],
};

const needs: Readonly<Record<Platform, Block>> = {
  slack: say('I have to be in the channel: ', { code: '/invite @teapot' }, '.'),
  discord: say('I have to see the channel, read its history, and be allowed to add reactions there.'),
};

const refusal: Readonly<Record<Platform, Block>> = {
  slack: say(
    'The last time, Slack did not let me react here: I have to be in the channel, and the app needs the scopes reactions:read and reactions:write. Once that is mended, it goes on by itself.',
  ),
  discord: say(
    'The last time, Discord did not let me react here: my role needs View Channel, Read Message History and Add Reactions. Once that is mended, it goes on by itself.',
  ),
};

/** "on", "off", "on, but …", for the card of all settings. */
export function passiveWords(setting: ChannelSetting | null, hears: boolean): string {
  if (setting?.passive !== true) return 'off';
  if (!hears) return 'on, but I am not let listen on this platform';
  return setting.refusedAt === null ? 'on' : 'on, but I could not react lately';
}

/** How it is, and what it takes. */
export async function showPassive({ store, place, hears }: PlacedVisit, mayChange: boolean): Promise<Answer> {
  const setting = await store.channels.get(place);
  const isOn = setting?.passive === true;
  const { platform } = place;
  const title = isOn ? 'I am set to listen in this channel' : 'I do not listen in this channel';
  return note({
    title,
    blocks: [
      ...(isOn && hears && setting.refusedAt !== null ? [refusal[platform]] : []),
      ...(hears ? [] : takes[platform]),
      does[platform],
      ...(hears ? [needs[platform]] : []),
      ...(mayChange && hears ? [] : [say('It is off unless somebody switches it on, for each channel by itself.')]),
    ],
    choices: mayChange && (hears || isOn) ? [passiveButton(isOn), openSettings] : [openSettings],
  });
}

export async function setPassive(visit: PlacedVisit, to: boolean): Promise<Answer> {
  const { store, place, hears } = visit;
  const setting = await store.channels.get(place);
  const { platform } = place;
  if (to && !hears)
    return note({
      title: 'I cannot listen here yet',
      blocks: [...takes[platform], does[platform]],
      choices: [openSettings],
    });
  // Switching it on again forgets a refusal, so that much is not nothing.
  if ((setting?.passive ?? false) === to && (setting?.refusedAt ?? null) === null)
    return note({
      title: to ? 'I am listening already' : 'I do not listen here anyway',
      blocks: [does[platform]],
      choices: [passiveButton(to), openSettings],
    });
  return change(visit, {
    change: { passive: to },
    title: to ? 'I am listening now' : 'I do not listen any more',
    what: to ? 'lets me listen in this channel' : 'switched the listening in this channel off',
    blocks: to ? [does[platform], needs[platform]] : [say('Nobody’s messages are read any more.')],
    choices: [passiveButton(to)],
  });
}
