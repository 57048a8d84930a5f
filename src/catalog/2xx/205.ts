import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const resetContent: RegisteredStatus = {
  code: 205,
  name: 'Reset Content',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['reset-content', 'reset document view', 'reset the document view', 'http reset content'],
  meaning: 'It worked; please clear the form or view that sent this, ready for the next entry. There is no body.',
  use: [
    'Somebody enters one record after the other, and the form shall be empty again after each.',
    'Only with a client of your own that acts on it: browsers do not clear the form.',
  ],
  avoid: [
    { text: 'The page shall stay as it is, or the client is an API client.', instead: [204] },
    { text: 'You have something to send back.', instead: [200] },
    { text: 'The browser shall go to a fresh form: send it there.', instead: [303] },
  ],
  received: [
    'The data was taken: set the form, canvas or editor back to its initial state.',
    'Do not expect a body.',
    'If you write an API client, treat it like 204.',
  ],
  fault: 'nobody',
  provoke: [
    'Submit the form in a system that was built for it; few are.',
    'Let a mock server answer a form POST with it.',
  ],
  check: [
    'No body is sent; over HTTP/1.1 the response says so, usually with Content-Length: 0.',
    'The client really clears its inputs and keeps nothing of the last entry.',
  ],
  headers: [
    {
      name: 'Content-Length',
      on: 'response',
      level: 'MAY',
      why: 'Unlike 204, this code alone does not end an HTTP/1.1 message, so say 0 or close the connection.',
      source: rfc(9112, '6.3'),
    },
  ],
  body: {
    rule: 'never',
    note: 'The server must not send any content with it.',
    source: rfc(9110, '15.3.6'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless the response says so.', source: rfc(9110, '15.1') },
  retry: { rule: 'pointless', after: 'It worked: clear the form and go on with the next entry.' },
  example: {
    request:
      'POST /readings HTTP/1.1\nHost: intake.example.com\nContent-Type: application/x-www-form-urlencoded\n\nmeter=17&value=2044',
    response: 'HTTP/1.1 205 Reset Content\nContent-Length: 0\n\n',
  },
  situations: [
    {
      when: 'the entry was saved and the form shall be empty for the next one',
      said: [
        'clear the form after submit',
        'entry saved, empty all input fields for the next record',
        'data entry screen should start over after each submit',
        'tell the client to reset its form',
        'wipe the inputs after a successful save',
        'user submits many records in a row and the form must be blank again',
        'reset the view to how it was before the user typed',
        'clerk types one record after another into the same form',
      ],
    },
    {
      when: 'the client shall throw away what it shows and start from its first state',
      said: [
        'tell the ui to go back to its initial state after success',
        'client should clear the canvas after the drawing was sent',
        'success, now discard what the user entered',
        'refresh the editor to its original state after sending',
      ],
    },
  ],
  sources: [rfc(9110, '15.3.6'), mdn(205)],
  reviewed: '2026-11-25',
};
