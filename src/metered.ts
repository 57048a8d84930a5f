// A bot whose answers are counted and timed.
import type { Bot, Meter } from './port.ts';

/** The same bot; the meter hears of each answer. */
export function metered(bot: Bot, meter: Meter): Bot {
  return {
    ...bot,
    ask: async (ask) => {
      const since = performance.now();
      const answer = await bot.ask(ask);
      const about = answer?.about.isFault === true ? 'fault' : (answer?.about.kind ?? 'silence');
      meter({ kind: 'answered', platform: ask.by.platform, ask: ask.kind, about, ms: performance.now() - since });
      return answer;
    },
  };
}
