import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const partialContent: RegisteredStatus = {
  code: 206,
  name: 'Partial Content',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['partial-content', 'partial response', 'range response', 'byte range response', 'partial content response'],
  meaning: 'It worked, and the body is only the part, or parts, that the Range header asked for.',
  use: [
    'A GET carries a Range header that you support and can satisfy.',
    'A player jumps inside a video, or a download is resumed after a break.',
  ],
  avoid: [
    { text: 'There is no Range header, or you ignore it: send everything.', instead: [200] },
    { text: 'The range begins behind the end of the file.', instead: [416] },
    { text: 'You send page 2 of a list: pagination by query is an ordinary success.', instead: [200] },
    { text: 'Only some parts of a batch request worked.', instead: [207, 200] },
  ],
  received: [
    'Read Content-Range: it says which bytes these are and how long the whole is.',
    'Join parts only if their strong ETag is the same; send If-Range so that a changed file comes whole.',
    'Several ranges come as multipart/byteranges, each part with its own Content-Range.',
  ],
  fault: 'nobody',
  provoke: [
    'curl -r 0-99 on a static file.',
    'Ask for the last bytes with Range: bytes=-500, and for two ranges at once.',
    'Seek in a video and watch the network tab.',
  ],
  check: [
    'Content-Range fits the bytes that were sent, and Content-Length is the length of the part.',
    'All parts joined are byte for byte the full file.',
    'With an outdated ETag in If-Range the whole new file comes, with 200.',
    'A range that begins behind the end gives 416.',
  ],
  headers: [
    {
      name: 'Content-Range',
      on: 'response',
      level: 'MUST',
      why: 'For a single range: which bytes these are and how many there are in all; with several ranges it stands in each part instead.',
      source: rfc(9110, '15.3.7.1'),
    },
    {
      name: 'Content-Type',
      on: 'response',
      level: 'MUST',
      why: 'For several ranges: multipart/byteranges with its boundary.',
      source: rfc(9110, '15.3.7.2'),
    },
    {
      name: 'ETag',
      on: 'response',
      level: 'MUST',
      why: 'If a 200 would have had it, as also Date, Cache-Control, Expires, Content-Location and Vary.',
      source: rfc(9110, '15.3.7'),
    },
    {
      name: 'Range',
      on: 'request',
      level: 'MUST',
      why: 'Names the wanted bytes; without it there is no partial answer.',
      source: rfc(9110, '14.2'),
    },
    {
      name: 'If-Range',
      on: 'request',
      level: 'MAY',
      why: 'Send the part only if the file is still the same version, otherwise send it whole.',
      source: rfc(9110, '13.1.5'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'The bytes of the range, or a multipart body with one part for each range.',
    source: rfc(9110, '15.3.7'),
  },
  cache: {
    rule: 'default',
    note: 'A cache may keep it without being told, if it can handle ranges.',
    source: rfc(9110, '15.3.7'),
  },
  retry: { rule: 'pointless', after: 'It worked; ask for the next range if you need more.' },
  example: {
    request: 'GET /films/trailer.mp4 HTTP/1.1\nHost: media.example.com\nRange: bytes=0-1023\nIf-Range: "a7f3"\n\n',
    response:
      'HTTP/1.1 206 Partial Content\nDate: Wed, 25 Nov 2026 10:15:00 GMT\nContent-Range: bytes 0-1023/146515\nContent-Length: 1024\nContent-Type: video/mp4\nETag: "a7f3"\n\n(1024 bytes of video)',
  },
  situations: [
    {
      when: 'the client asked for a range of bytes and gets it',
      said: [
        'client asks for a byte range of a file',
        'range request was served',
        'send only the first thousand bytes of the file',
        'return a slice of a large file',
        'get the last bytes of a log file',
        'read only a chunk of an object in s3',
        'multiple byte ranges in one request',
      ],
    },
    {
      when: 'a download goes on where it broke off',
      said: [
        'resume an interrupted download',
        'download manager fetches a file in pieces',
        'pick up a download where it stopped',
        'parallel download in chunks',
        'wget fetches only the missing rest of a file',
      ],
    },
    {
      when: 'a player jumps inside a video or audio file',
      said: [
        'video streaming and seeking in the player',
        'safari asks for bytes of an mp4',
        'audio player jumps to the middle of the file',
        'streaming media in chunks over http',
        'pdf viewer loads single pages of a big document',
      ],
    },
    {
      when: 'an API answers with one page of a list because the client sent a Range header',
      said: ['pagination done with a range header', 'api returns items by range header and content-range'],
      rival: 200,
    },
  ],
  sources: [rfc(9110, '15.3.7'), mdn(206)],
  reviewed: '2026-11-25',
};
