import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const multiStatus: RegisteredStatus = {
  code: 207,
  name: 'Multi-Status',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['multi status', 'multistatus', 'webdav multistatus', 'multi status response', 'multistatus response'],
  meaning: 'Several things were done, and the body has a status for each: some may have failed.',
  use: [
    'A WebDAV request such as PROPFIND or a failed recursive DELETE touches many resources.',
    'A batch API where each item can succeed or fail on its own, if you document the body well.',
  ],
  avoid: [
    { text: 'The whole batch is one transaction and failed: give the error itself.', instead: [400, 409, 422] },
    { text: 'Everything worked and one result is enough.', instead: [200] },
    { text: 'Your clients are plain JSON clients that only look at the status line.', instead: [200] },
    { text: 'The batch will be worked on later.', instead: [202] },
  ],
  received: [
    'Do not call it a success yet: read the status of every item in the body.',
    'Repeat or repair only the items that failed.',
    'In WebDAV the body is XML: look for response, href and status elements.',
  ],
  fault: 'nobody',
  provoke: [
    'PROPFIND with Depth: 1 on a WebDAV folder.',
    'Send a batch with one valid and one invalid item.',
    'DELETE a WebDAV folder in which one file is locked.',
  ],
  check: [
    'Every item of the request has exactly one status in the body.',
    'The good items really took effect, the failed ones left no trace.',
    'Client and monitoring count the failed items as failures.',
  ],
  headers: [
    {
      name: 'Depth',
      on: 'request',
      level: 'MUST',
      why: 'With PROPFIND a client has to say how deep to go: 0, 1 or infinity.',
      source: rfc(4918, '9.1'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'In WebDAV an XML document with the root element multistatus; JSON APIs that borrow the code define their own.',
    source: rfc(4918, '13'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless the response says so.', source: rfc(9110, '15.1') },
  retry: {
    rule: 'changed',
    after: 'Repeat only the items whose own status allows it, after correcting what they say.',
  },
  example: {
    request:
      'PROPFIND /box/ HTTP/1.1\nHost: dav.example.com\nDepth: 1\nContent-Type: application/xml\n\n<d:propfind xmlns:d="DAV:"><d:prop><d:getetag/></d:prop></d:propfind>',
    response:
      'HTTP/1.1 207 Multi-Status\nContent-Type: application/xml; charset="utf-8"\n\n<d:multistatus xmlns:d="DAV:">\n <d:response><d:href>/box/</d:href>\n  <d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>\n </d:response>\n <d:response><d:href>/box/plan.txt</d:href>\n  <d:propstat><d:prop><d:getetag>"v3"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>\n </d:response>\n</d:multistatus>',
  },
  situations: [
    {
      when: 'a batch request worked for some items and failed for others',
      said: [
        'some items of the batch failed and others worked',
        'bulk update with mixed results',
        'half of the imported rows are invalid and the rest was saved',
        'batch endpoint where each operation has its own result',
        'bulk create where a few records could not be stored',
        'partial success of a bulk request',
        'mixed outcome, three of five users were imported',
        'several sub requests with different outcomes in one response',
        'elasticsearch style bulk call with errors for some documents',
        'delete many ids at once and some of them were not there',
      ],
      rival: 200,
    },
    {
      when: 'a WebDAV answer reports on many resources at once',
      said: [
        'propfind lists a webdav folder',
        'webdav answer with an xml body for many files',
        'caldav or carddav report of calendar entries',
        'nextcloud lists the files of a directory',
        'proppatch where some properties could not be set',
        'recursive webdav delete in which one file could not be removed',
      ],
    },
  ],
  sources: [rfc(4918, '11.1'), rfc(4918, '13'), mdn(207)],
  reviewed: '2026-11-25',
};
