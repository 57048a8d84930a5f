import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const insufficientStorage: RegisteredStatus = {
  code: 507,
  name: 'Insufficient Storage',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['not enough storage', 'insufficient space', 'insufficient disk space', 'insufficient storage space'],
  meaning: 'The server has no room to store what the request needs stored; the condition is seen as temporary.',
  use: [
    'A WebDAV server cannot keep the file or property, because its disk or the account’s quota is full.',
    'Your API stores uploads, the space is used up, and your clients know this code.',
  ],
  avoid: [
    { text: 'This one upload is larger than you ever accept.', instead: [413] },
    { text: 'Clients are general and would not know it, so a plain server failure is clearer.', instead: [500, 503] },
    { text: 'The plan the customer paid for does not allow more.', instead: [403] },
    { text: 'The client sends too many requests.', instead: [429] },
  ],
  received: [
    'Delete something or empty the bin, then try again.',
    'Ask for more quota, or tell whoever runs the server that the disk is full.',
    'Let a person decide about the next attempt: software must not repeat a user’s action on its own.',
  ],
  fault: 'server',
  provoke: [
    'Give an account a quota of a few kilobytes and upload a larger file.',
    'Let the server write to a small, full disk image.',
  ],
  check: [
    'No half-written file is left behind, and an old version is intact.',
    'The client does not repeat the upload by itself.',
    'After space has been freed, the same upload works.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'Say whose space is full and how to free some; WebDAV has error elements for quota and disk.',
    source: rfc(9110, '15.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Free some space first, and repeat a user’s action only when the user asks again.' },
  example: {
    request:
      'PUT /dav/alice/holiday.mp4 HTTP/1.1\nHost: files.example.com\nContent-Type: video/mp4\nContent-Length: 734003200\nExpect: 100-continue',
    response:
      'HTTP/1.1 507 Insufficient Storage\nContent-Type: application/problem+json\n\n{ "title": "Your quota is used up", "status": 507, "detail": "2 MB of 5 GB are free." }',
  },
  situations: [
    {
      when: 'the server’s disk or store has no room for what is to be saved',
      said: [
        'disk full on the server while uploading',
        'no space left on device when saving the file',
        'the server cannot store the uploaded file because storage ran out',
        'the volume is full and the put fails',
        'out of disk space during a webdav copy',
        'the bucket has no capacity left',
      ],
      rival: 500,
    },
    {
      when: 'the account’s quota is used up',
      said: [
        'user has used up the storage quota',
        'the mailbox or drive of the user is full',
        'quota exceeded when uploading to the cloud drive',
        'nextcloud upload fails because the quota is reached',
        'no space left in the workspace of the customer',
        'no more room in the photo archive of this user',
      ],
      rival: 413,
    },
    {
      when: 'the server needs more room than it has to finish the method',
      said: [
        'not enough room to build the temporary copy',
        'moving a folder fails because the target disk is too small',
        'cannot save the properties because the store is full',
      ],
    },
  ],
  sources: [rfc(4918, '11.5'), mdn(507), rfc(4331, '6')],
  reviewed: '2026-11-25',
};
