// What a channel has set, as a person can ask for it: which file answers which line, and who may change it.
import type { Answer } from '../../answer/answer.ts';
import type { Desk, Spoken } from '../desk.ts';
import { isPlaced, type PlacedVisit, type Room, visitOf } from '../visit.ts';
import { readChannelLine } from './line.ts';
import { setPassive, showPassive } from './passive.ts';
import { placeFor } from './setting.ts';
import { answerSettings } from './settings.ts';
import { sayDoubt, setStack, showStack } from './stack.ts';
import { refuse, sayNeedsChannel } from './words.ts';

export const channelDesk: Desk = {
  takes: (ask) => readChannelLine(saidIn(ask)) !== null,
  // What may only open a form.
  isInPassing: (ask) => readChannelLine(saidIn(ask))?.do === 'stack',
  answer: answerChannel,
};

function saidIn(ask: Spoken): string {
  return ask.kind === 'line' ? ask.line : ask.text;
}

async function answerChannel(ask: Spoken, room: Room): Promise<Answer> {
  const { by } = ask;
  const line = readChannelLine(saidIn(ask)) ?? ({ do: 'settings' } as const);
  const visit = visitOf(by, '', ask.kind === 'line' ? (ask.from ?? null) : null, room);
  if (visit === null || !isPlaced(visit)) return sayNeedsChannel(by);
  if (line.do === 'doubt') return sayDoubt(line.read);
  const mayChange = await by.manages();
  const here: PlacedVisit = { ...visit, place: placeFor(by, visit.place) };
  switch (line.do) {
    case 'settings':
      return answerSettings(here, mayChange);
    case 'stack':
      return showStack(here, mayChange);
    case 'set':
      return mayChange ? setStack(here, line.stack) : refuse(by);
    case 'passive':
      if (line.to === null) return showPassive(here, mayChange);
      return mayChange ? setPassive(here, line.to) : refuse(by);
    default:
      return line satisfies never;
  }
}
