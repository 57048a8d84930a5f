// The one answer that the bare libraries give to everything: Teapot's card for 404, so that both send the same bytes, and
// what is compared is what comes before an answer.
import { MessageFlags } from 'discord.js';
import { createBot } from '../../../src/bot.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { privately } from '../../../src/platforms/slack/reply.ts';

const by = { platform: 'terminal', team: null, channel: null, user: 'bench', manages: async () => false } as const;

/** As variables for bare.js: messages in JSON. */
export async function constantAnswers(): Promise<{ readonly SLACK_ANSWER: string; readonly DISCORD_ANSWER: string }> {
  const answer = await createBot().ask({ kind: 'line', by, line: '404' });
  if (answer === null) throw new Error('there is no answer to 404');
  return {
    SLACK_ANSWER: JSON.stringify(privately(answer)),
    DISCORD_ANSWER: JSON.stringify({ flags: MessageFlags.IsComponentsV2, components: [render(answer)] }),
  };
}
