// What somebody has to know about their quiz, on top of whatever they ask next.
import type { Answer, Block, Text } from '../../answer/answer.ts';
import type { Asker } from '../../port.ts';
import type { Notice } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { say } from './note.ts';
import { whyOff } from './settings.ts';

/** The answer with the notices for whoever asked above it; each is told once. */
export async function withNotices(
  answer: Answer,
  { platform, team, channel, user }: Asker,
  store: Store,
): Promise<Answer> {
  if (platform === 'terminal' || team === null) return answer;
  const notices = await store.schedules.takeNotices({ platform, user }, team);
  if (notices.length === 0) return answer;
  return { ...answer, blocks: [...notices.map((notice) => sayNotice(notice, channel)), ...answer.blocks] };
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
