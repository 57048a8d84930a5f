import type { Message } from '../../../src/playground/slack/message.ts';
import { show } from '../../../src/playground/slack/message.ts';
import type { Person, Shown } from '../contract.ts';
import { platformContract } from '../contract.ts';
import type { Transport } from './stage.ts';
import { createStage, withinAMoment } from './stage.ts';

async function createPerson(transport: Transport): Promise<Person> {
  const stage = await createStage(transport);
  const { slack } = stage;
  const ada = slack.person('ada');
  const grace = slack.person('grace');

  function see(message: Message): Shown {
    const shown = show(message);
    const press = (label: string) => async () => {
      const next = slack.next();
      await ada.press(message, label);
      return see(await next);
    };
    return { ...shown, buttons: shown.buttons.map(({ label }) => ({ label, press: press(label) })) };
  }

  return {
    start: stage.start,
    stop: stage.stop,
    command: async (line) => {
      const message = await ada.command('/http', line);
      if (message === null) throw new Error('no answer');
      return see(message);
    },
    mention: async (text) => {
      const next = slack.next();
      await ada.write(`@Teapot ${text}`);
      const message = await withinAMoment(next);
      return message === null ? null : see(message);
    },
    explain: async (text) => {
      const message = await grace.write(text);
      const next = slack.next();
      await ada.shortcut('explain_status_codes', message);
      return see(await next);
    },
  };
}

platformContract('Slack in Socket Mode', () => createPerson('socket'));
platformContract('Slack over HTTP', () => createPerson('http'));
