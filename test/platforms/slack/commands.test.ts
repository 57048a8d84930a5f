import { describe, expect, it } from 'vitest';
import { validateCommands } from '../../../src/platforms/slack/commands.ts';
import { createSlack } from '../../../src/platforms/slack/slack.ts';
import { createLog } from './stage.ts';

describe('command names', () => {
  it.each([[['/http']], [['/http', '/httpstatus']], [['/status1']], [['/a']], [[`/${'x'.repeat(31)}`]], [[]]])(
    '%j are fine',
    (names) => {
      expect(validateCommands(names)).toEqual([]);
    },
  );

  it.each([
    ['http', 'a slash'],
    ['/', 'a slash'],
    ['/Http', 'a-z'],
    ['/two words', 'a slash'],
    [`/${'x'.repeat(32)}`, '1-31'],
    ['/status', 'sets a person’s own status and never reaches an app; use /http instead'],
    ['/remind', 'Slack’s own'],
    ['/help', 'Slack’s own'],
  ])('%s is refused with the reason in one line', (name, reason) => {
    const problems = validateCommands([name]);
    expect(problems).toEqual([expect.stringContaining(reason)]);
    expect(problems[0]).not.toContain('\n');
  });

  it('refuses doubles and more than fifty, and reports every problem', () => {
    expect(validateCommands(['/http', '/http'])).toEqual(['"/http" is named more than once']);
    expect(validateCommands(Array.from({ length: 51 }, (_, index) => `/c${index}`))).toHaveLength(1);
    expect(validateCommands(['/status', '/dnd', '/http'])).toHaveLength(2);
  });

  it('are checked before anything connects', () => {
    const options = { botToken: 'xoxb-1', appToken: 'xapp-1', log: createLog() };
    expect(() => createSlack({ ...options, commands: ['/status'] })).toThrow('use /http instead');
    expect(() => createSlack({ botToken: 'xoxb-1', log: createLog(), commands: [] })).toThrow(
      'Slack needs an app token (Socket Mode) or a signing secret (HTTP)',
    );
  });
});
