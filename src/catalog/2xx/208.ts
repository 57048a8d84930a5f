import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const alreadyReported: RegisteredStatus = {
  code: 208,
  name: 'Already Reported',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['already-reported', 'webdav already reported', 'reported already'],
  meaning:
    'Inside a WebDAV multi-status body: this folder was listed above under another name, so its members are not repeated.',
  use: [
    'A PROPFIND with Depth: infinity meets the same collection a second time through another binding.',
    'Only inside the body of a 207, and only for clients that announced support with the DAV request header.',
  ],
  avoid: [
    { text: 'The client did not announce that it knows bindings.', instead: [508] },
    { text: 'You want to say that a record exists already.', instead: [409] },
    { text: 'A client sent the same request twice and you handled it once.', instead: [200] },
  ],
  received: [
    'Nothing is missing: look further up in the same body for the members of this collection.',
    'Match the two by the resource-id property, not by address.',
    'If it comes as the status of a whole response, the server uses it wrongly: read the body and treat it as a success.',
  ],
  fault: 'nobody',
  provoke: [
    'On a server with WebDAV bindings, bind a folder into itself or into two places.',
    'Then send PROPFIND with Depth: infinity and DAV: bind.',
  ],
  check: [
    'Without DAV: bind in the request the server answers 508 instead of using this code.',
    'The listing ends, and each collection’s members appear exactly once.',
  ],
  headers: [
    {
      name: 'DAV',
      on: 'request',
      level: 'SHOULD',
      why: 'A server should use this code only for clients that say “bind” here.',
      source: rfc(5842, '7.1'),
    },
    {
      name: 'Depth',
      on: 'request',
      level: 'MUST',
      why: 'PROPFIND needs it, and this code only appears with the value infinity.',
      source: rfc(4918, '9.1'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'It stands inside the XML body of a 207 and has no body of its own.',
    source: rfc(5842, '7.1'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless the surrounding response says so.', source: rfc(9110, '15.1') },
  retry: { rule: 'pointless', after: 'Nothing is missing: the same listing would say the same.' },
  example: {
    request: 'PROPFIND /docs/ HTTP/1.1\nHost: dav.example.com\nDepth: infinity\nDAV: bind\n\n',
    response:
      'HTTP/1.1 207 Multi-Status\nContent-Type: application/xml; charset="utf-8"\n\n<d:multistatus xmlns:d="DAV:">\n <d:response><d:href>/docs/</d:href><d:propstat><d:prop><d:displayname>Docs</d:displayname></d:prop>\n  <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>\n <d:response><d:href>/docs/loop/</d:href><d:propstat><d:prop/>\n  <d:status>HTTP/1.1 208 Already Reported</d:status></d:propstat></d:response>\n</d:multistatus>',
  },
  situations: [
    {
      when: 'a WebDAV listing meets the same collection again through another binding',
      said: [
        'webdav binding loop without an error because the client knows bindings',
        'members of this collection were listed before in the same propfind answer',
        'same webdav folder shows up twice through two bindings',
        'avoid repeating the members of a folder in a multi-part webdav answer',
        'propfind depth infinity meets a collection a second time',
        'folder bound in two places is only enumerated once',
        'collection bound twice, second time only mentioned',
        'dav bind header was sent and the tree has a loop',
        'bind method made a second name for a folder, listing shows its members once',
        'infinite depth listing comes across a folder it has been through',
        'cyclic bindings in a dav tree are reported without running in circles',
        'client told dav: bind, so the loop is marked and not an error',
        'same resource-id seen before in this multistatus',
        'second appearance of a folder in a recursive propfind',
        'two paths to the same collection, children are listed under the first path',
        'folder contains a binding to its own parent and the listing goes on fine',
        'bindings extension of webdav, repeated collection',
        'symlink-like folder in a dav share is not walked again',
      ],
    },
    {
      when: 'a recursive listing leaves out what it has shown above',
      said: [
        'internal members not enumerated again in the webdav body',
        'dav propstat element for a folder that was shown earlier',
        'duplicate binding in a webdav tree listing',
        'skip entries that appear earlier in the propfind listing',
        'members of the binding are left out since they stand above',
        'children were enumerated before in this very answer',
        'response element for a repeated dav collection without members',
        'listing leaves out duplicates of folder contents',
        'dav:response for a binding that was visited earlier',
        "don't list the internal members of the bound folder again",
        'propstat says that the members came before',
        'avoid enumerating members of multiple bindings repeatedly',
        'tells the dav client that members have been listed in a preceding part',
        'how are repeated folders flagged in an infinite depth propfind',
      ],
    },
    {
      when: 'a WebDAV client that knows bindings is pointed to an earlier part of the same list',
      said: [
        'rare success from the bindings extension',
        'only stands inside a dav xml body, never as the outer status',
        'the harmless twin of a loop error in webdav',
        'dav success for folders seen before',
        'which webdav code means look further up in the list',
      ],
      rival: 508,
    },
  ],
  sources: [rfc(5842, '7.1'), mdn(208)],
  reviewed: '2026-11-25',
};
