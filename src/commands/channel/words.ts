// How the settings of a channel are said, and the buttons that change them.
import type { Answer, Block, Choice } from '../../answer/answer.ts';
import type { Asker } from '../../port.ts';
import { type Stack, sayStack, writeStack } from '../../query/stack/stack-line.ts';
import { type Note, note as noteOf, say } from '../note.ts';

export const STACK_EXAMPLE = 'stack cloudflare alb nginx rails';

export function note(said: Note): Answer {
  return noteOf('settings', said);
}

export const openSettings: Choice = { label: 'All settings', line: 'settings' };

/** A button that asks for the products. */
export function stackButton(stack: Stack): Choice {
  return {
    label: stack.length === 0 ? 'Set the stack' : 'Change the stack',
    line: 'stack',
    form: {
      title: 'What a request passes',
      template: 'stack {products}',
      fields: [
        {
          name: 'products',
          label: 'From the client on, one after another',
          hint: 'cloudflare alb nginx rails',
          ...(stack.length > 0 && { value: writeStack(stack) }),
        },
      ],
    },
  };
}

export function passiveButton(isOn: boolean): Choice {
  return isOn ? { label: 'Stop listening', line: 'passive off' } : { label: 'Listen here', line: 'passive on' };
}

/** "client → Cloudflare → nginx"; what to do where nothing is set. */
export function stackWords(stack: Stack): string {
  return stack.length === 0 ? 'not set' : sayStack(stack);
}

/** Kind, and says whom to ask. */
export function refuse({ platform }: Asker): Answer {
  const who =
    platform === 'discord'
      ? 'whoever may manage this server (the permission “Manage Server”)'
      : 'the admins and owners of this workspace';
  return note({
    title: 'That is for others to decide',
    blocks: [say(`What holds for a whole channel is set by ${who}. Ask one of them; everybody may look.`)],
    choices: [openSettings],
  });
}

/** Where nothing is remembered, or where there is no channel. */
export function sayNeedsChannel({ platform }: Asker): Answer {
  const instead: Block =
    platform === 'terminal'
      ? say('Here, name the stack with the question: ', { code: 'teapot ask --stack alb,nginx 502' }, '.')
      : say('Ask again in a channel of the workspace or server.');
  return note({
    title: 'That is set for a channel on Slack or Discord',
    blocks: [instead],
    choices: [{ label: 'Help', line: 'help' }],
  });
}
