import { createDiscord } from '../../../src/platforms/discord/discord.ts';
import { look, type Post, startDiscord } from '../../../src/playground/discord/discord.ts';
import { platformContract, type Shown } from '../contract.ts';
import { createMemoryLog } from './memory-log.ts';

platformContract('Discord', async () => {
  const discord = await startDiscord();
  const platform = createDiscord({ token: discord.token, apiUrl: discord.apiUrl, log: createMemoryLog().log });
  const ann = discord.person('ann');
  const shown = (post: Post): Shown => {
    const { text, private: hidden, buttons } = look(post);
    return {
      text,
      private: hidden,
      buttons: buttons.map(({ label }) => ({ label, press: async () => shown(some(await ann.press(post, label))) })),
    };
  };
  return {
    start: (bot) => platform.start(bot),
    command: async (query) => shown(await ann.command('status', { query })),
    mention: async (text) => {
      const reply = await ann.replyTo(ann.say(`@Teapot ${text}`), text.includes('quiet') ? 300 : 3000);
      return reply === null ? null : shown(reply);
    },
    explain: async (content) => shown(await ann.menu('Explain status codes', { content })),
    stop: async () => {
      await platform.stop();
      await discord.stop();
    },
  };
});

function some<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing was shown');
  return value;
}
