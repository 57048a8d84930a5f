// Whether the connection to Discord lives, as somebody asks who watches over the process.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { set, started } from './setting.ts';

const GONE = 'the gateway is not connected';

describe('Discord is not ready', () => {
  afterEach(() => void vi.useRealTimers());

  it('before the start and after the stop', async () => {
    const { platform, bot } = await set();
    expect(platform.trouble?.()).toBe('not started');
    await platform.start(bot);
    expect(platform.trouble?.()).toBeNull();
    await platform.stop();
    expect(platform.trouble?.()).toBe('not started');
  });

  it.each([
    ['was cut', ({ gateway }) => gateway.drop()],
    ['is to be replaced', ({ gateway }) => gateway.askToReconnect()],
    ['lost its session', ({ gateway }) => gateway.invalidate(false)],
  ] satisfies [string, (discord: Awaited<ReturnType<typeof set>>['discord']) => void][])(
    'while a connection that %s comes back',
    async (_, end) => {
      const { platform, discord } = await started();
      end(discord);
      await vi.waitFor(() => expect(platform.trouble?.()).toBe(GONE), { interval: 1 });
      await vi.waitFor(() => expect(platform.trouble?.()).toBeNull(), { timeout: 8_000 });
    },
    10_000,
  );

  it('from the moment on when Discord turned the bot away for good', async () => {
    const { platform, discord, fatal } = await started();
    discord.gateway.close(4004);
    await vi.waitFor(() => expect(fatal).toHaveLength(1));
    expect(platform.trouble?.()).toBe('Discord refused the token: check DISCORD_BOT_TOKEN');
  });

  it('where no heartbeat was acknowledged for long', async () => {
    const { platform } = await started();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 99_000);
    expect(platform.trouble?.()).toBeNull();
    vi.setSystemTime(Date.now() + 2_000);
    expect(platform.trouble?.()).toBe('the gateway acknowledges no heartbeats');
  });

  it('and is again with the next heartbeat that is acknowledged', async () => {
    const { platform } = await started({ heartbeat: 50 });
    const later = Date.now() + 200_000;
    const now = vi.spyOn(Date, 'now').mockImplementation(() => later);
    try {
      expect(platform.trouble?.()).toBe('the gateway acknowledges no heartbeats');
      await vi.waitFor(() => expect(platform.trouble?.()).toBeNull());
    } finally {
      now.mockRestore();
    }
  });
});
