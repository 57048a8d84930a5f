// What somebody has to know about their quiz, on top of whatever they ask next.
import type { Answer, Block, Text } from '../../answer/answer.ts';
import type { Asker } from '../../port.ts';
import type { Notice } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { say } from './note.ts';
import { whyOff } from './settings.ts';

/** What somebody is still to be told; from now on they have been. */
export async function takeNotices({ platform, team, user }: Asker, store: Store): Promise<readonly Notice[]> {
  return platform === 'terminal' || team === null ? [] : store.schedules.takeNotices({ platform, user }, team);
}

/** The answer with notices above it, or below where it says what is wrong in a form, which has little room. */
export function withNotices(answer: Answer, notices: readonly Notice[], { channel }: Asker): Answer {
  const told = notices.map((notice) => sayNotice(notice, channel));
  const isProblem = answer.about.kind === 'error';
  return { ...answer, blocks: isProblem ? [...answer.blocks, ...told] : [...told, ...answer.blocks] };
}

function sayNotice({ place, reason }: Notice, channel: string | null): Block {
  const where: Text = place.channel === channel ? [' in this channel'] : [' in the channel ', { code: place.channel }];
  return say(
    { strong: 'I had to switch the daily quiz off' },
    ...where,
    `${whyOff(reason)}. Once that is mended, `,
    { code: 'quiz on' },
    ' there brings it back.',
  );
}
