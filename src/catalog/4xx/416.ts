import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const rangeNotSatisfiable: RegisteredStatus = {
  code: 416,
  name: 'Range Not Satisfiable',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: [
    'requested range not satisfiable',
    'unsatisfiable range',
    'range unsatisfiable',
    'range not satisfied',
    'invalid range',
    'range error',
  ],
  meaning: 'The request asked for a part of the resource that is not there, such as bytes past its end.',
  use: [
    'Every byte range asked for starts at or after the end of the file.',
    'The set of ranges is abusive: many small or overlapping pieces that you will not serve.',
  ],
  avoid: [
    { text: 'At least one of the ranges can be served: serve it.', instead: [206] },
    { text: 'You do not support ranges: ignore the Range header and send everything.', instead: [200] },
    { text: 'The range unit is unknown to you: ignore the header as well.', instead: [200] },
    { text: 'A page number in a query parameter is past the last page.', instead: [200, 404] },
  ],
  received: [
    'Read Content-Range in the answer: the number after the slash is the real length.',
    'If your download is already complete, you are done: your next byte is the end of the file.',
    'If the file has become shorter, throw the partial copy away and start again without Range.',
    'Send If-Range with the ETag when resuming, so that a changed file comes whole.',
  ],
  fault: 'client',
  provoke: [
    'Ask for bytes=999999999- of a small static file.',
    'Ask for any byte range of an empty file.',
    'Resume a download that is already complete.',
  ],
  check: [
    'Content-Range has the form bytes */LENGTH, and LENGTH is the file’s true size.',
    'A range that starts inside the file but ends past it is served as 206, not refused.',
    'No part of the file is in the body.',
  ],
  headers: [
    {
      name: 'Content-Range',
      on: 'response',
      level: 'SHOULD',
      why: 'For byte ranges: an asterisk and the current length, as in bytes */47022.',
      source: rfc(9110, '15.5.17'),
    },
    {
      name: 'Range',
      on: 'request',
      level: 'MAY',
      why: 'Names the part that is wanted; without it this code makes no sense.',
      source: rfc(9110, '14.2'),
    },
    {
      name: 'If-Range',
      on: 'request',
      level: 'MAY',
      why: 'Asks for the part only if the file is unchanged, and for all of it otherwise.',
      source: rfc(9110, '13.1.5'),
    },
  ],
  body: {
    rule: 'optional',
    note: 'At most a short explanation; the length in Content-Range is what the client needs.',
    source: rfc(9110, '15.5'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Ask for a range inside the length that Content-Range gives, or for the whole.' },
  example: {
    request: 'GET /video.mp4 HTTP/1.1\nHost: media.example.com\nRange: bytes=50000-',
    response: 'HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */47022\nContent-Length: 0',
  },
  situations: [
    {
      when: 'the range asked for begins after the end of the file',
      said: [
        'byte range starts after the end of the file',
        'requested bytes are beyond the file size',
        'asking for more bytes than the file has',
        'range header out of bounds',
        'the offset in the range header is larger than the content length',
        'cannot return the part of the file that was asked for',
        'byte range request on an empty file',
        'video player seeks past the end of the video',
      ],
    },
    {
      when: 'a resumed download has nothing left to fetch, or the file has become shorter',
      said: [
        'resuming a download that is already complete',
        'wget -c on a file that was fully downloaded',
        'the file got smaller since the download started',
        'resume position does not exist any more',
        'curl resume fails because there is nothing left to download',
      ],
    },
    {
      when: 'the set of ranges is too greedy to serve',
      said: [
        'too many overlapping byte ranges in one request',
        'client asks for hundreds of tiny ranges',
        'abusive range header meant to overload the server',
      ],
    },
    {
      when: 'an API pages its lists with the Range header and the page is past the end',
      said: [
        'pagination via range header goes past the last item',
        'asked for rows after the end of the table with the range header',
      ],
      rival: 200,
    },
  ],
  sources: [rfc(9110, '15.5.17'), mdn(416)],
  reviewed: '2026-11-25',
};
