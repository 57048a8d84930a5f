import { page, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

// The draft is still changing; the registration in the IANA registry is temporary and has an end date.
const draft = page(
  'draft-ietf-httpbis-resumable-upload',
  'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-resumable-upload',
);

export const uploadResumptionSupported: RegisteredStatus = {
  code: 104,
  name: 'Upload Resumption Supported',
  owner: 'IANA',
  standing: 'temporary',
  common: false,
  aliases: [
    'upload resumption',
    'upload resumption support',
    'resumable upload supported',
    'resumable uploads supported',
  ],
  meaning:
    'While an upload is still running, the server says: if it breaks off, you can resume it, at the address in Location.',
  use: [
    'You implement the resumable-upload draft and have just made an upload resource for the running request.',
    'You want to report during an upload how many bytes are safe, in Upload-Offset.',
    'Treat it as provisional: the draft is not an RFC yet and the registration of the code is temporary.',
  ],
  avoid: [
    { text: 'The client only asked whether it may send the body at all.', instead: [100] },
    { text: 'The upload is complete: send the final response.', instead: [200, 201] },
    {
      text: 'Client and server use another resumable protocol, such as tus 1.0, which has its own answers.',
      instead: [201, 204],
    },
  ],
  received: [
    'Keep the Location: after a broken connection, ask it with HEAD for Upload-Offset and send the rest from there.',
    'Go on sending; the final response is still to come.',
    'Respect the limits in Upload-Limit, if it is there.',
  ],
  fault: 'nobody',
  provoke: [
    'Start a large upload with Upload-Complete: ?1 against a server that implements the draft.',
    'Cut the connection half-way, then resume it at the address from Location.',
  ],
  check: [
    'After an interruption, HEAD on the upload address gives an offset, and resuming from it yields the identical file.',
    'The offset never decreases.',
    'Another user cannot read or resume the upload by guessing its address.',
  ],
  headers: [
    {
      name: 'Location',
      on: 'response',
      level: 'MUST',
      why: 'When it announces a new upload, it names the address at which that upload can be resumed; progress reports on appends leave it out.',
      source: draft,
    },
    {
      name: 'Upload-Limit',
      on: 'response',
      level: 'MUST',
      why: 'When it announces a new upload and limits exist, it tells them: sizes in bytes, age in seconds.',
      source: draft,
    },
    {
      name: 'Upload-Offset',
      on: 'response',
      level: 'MAY',
      why: 'In a progress report: how many bytes the server has taken in for good.',
      source: draft,
    },
    {
      name: 'Upload-Complete',
      on: 'request',
      level: 'MUST',
      why: 'Turns an ordinary request into one that can be resumed: ?1 when the body is the whole upload, ?0 when more will come.',
      source: draft,
    },
  ],
  body: { rule: 'never', note: 'An interim response ends with its headers.', source: rfc(9110, '15.2') },
  cache: {
    rule: 'never',
    note: 'A cache stores only final responses, and this one is interim.',
    source: rfc(9111, '3'),
  },
  retry: {
    rule: 'pointless',
    after: 'The upload is running; if it breaks off, resume at the address in Location instead of starting again.',
  },
  example: {
    request:
      'POST /projects/123/files HTTP/1.1\nHost: api.example.com\nContent-Type: video/mp4\nContent-Length: 123456789\nUpload-Length: 123456789\nUpload-Complete: ?1\n\n(the bytes of the video)',
    response:
      'HTTP/1.1 104 Upload Resumption Supported\nLocation: https://api.example.com/uploads/abc\nUpload-Limit: max-size=1234567890\n\nHTTP/1.1 104 Upload Resumption Supported\nUpload-Offset: 23456789\n\nHTTP/1.1 200 OK\nLocation: https://api.example.com/uploads/abc\nUpload-Limit: max-size=1234567890\nContent-Type: application/json\n\n{ "file": 77 }',
  },
  situations: [
    {
      when: 'the server can resume this upload and says so while it is running',
      said: [
        'server announces that a broken upload can be resumed later',
        'interim response with the address to resume the upload',
        'tell the client early where it can pick up the upload after a connection loss',
        'resumable upload draft interim response',
        'does the server support resuming this upload',
        'big file transfer over a flaky mobile connection should be able to resume',
        'upload resource was made while the body is still being sent',
        'ios background upload expects an interim answer for resumable uploads',
        'upload can go on later if it breaks, says the interim answer',
        'location of the upload resource arrives while bytes are still being sent',
        'upload-complete ?1 was sent and server can resume',
        'urlsession resumable upload task on ios',
        'interim reply with upload-limit',
        'ietf draft for uploads that survive a lost connection',
        'phone loses the network during an upload, server had said where to go on',
        'video upload by mobile, server offers to take the rest later',
        'feature detection, can the server continue a broken upload',
        'early notice about a place to send the remaining bytes later',
        'large photo backup over a train wi-fi, server can pick up later',
        'upload draft interop version header',
        'server knows the draft for uploads that can be continued',
        'client learns the upload address before the body has been sent completely',
        'if the connection drops ask the upload resource for its offset',
        'surgery video uploads for hours and must survive dropouts, interim notice',
        'standard successor of tus, interim notice',
        'swift nio upload sample sends an informational reply with location',
        'temporary registration in the iana list about uploads',
        'upload over a bad line should not start from zero again',
        'server tells during the transfer that it can go on later',
        'design an upload that survives a lost connection, with a notice from the server',
        'where should the client send the rest if the line breaks',
        'client learns in the middle of the transfer that pausing is possible',
        'upload from a mine or a ship with a weak link, server offers to go on later',
        'transfer in one request, with a safety net for interruptions',
        'upload was interrupted, draft protocol tells that it can be resumed',
        'resumable upload: server tells where the upload can go on',
        'server announces upload resource during a large transfer so it may be continued',
      ],
    },
    {
      when: 'the server reports during an upload how many bytes it already has',
      said: [
        'report upload progress with an offset while bytes are coming in',
        'interim response with upload-offset',
        'server acknowledges received bytes during the upload',
        'bytes safe so far are told during the transfer',
        'upload-offset grows from one interim reply to the next',
        'progress of an upload by interim answers',
        'server tells how much of the file it has stored while i am sending',
        'progress bar fed by offsets from the server',
        'acknowledged offset lets the client free its buffer',
        'interim progress notice of an upload',
        'partial acknowledgement while the body is streaming',
        'how many bytes arrived, told before the final answer',
        'server confirms bytes while the transfer goes on',
        'client wants to know how far the server has got during the transfer',
        'tus like upload, server reports offset while it goes on',
      ],
    },
    {
      when: 'client and server follow the draft for uploads that survive a broken connection',
      said: [
        'newest informational one, about uploads',
        'not yet an rfc, upload that can be continued',
        'informational reply about continuing uploads',
        'which interim response belongs to the upload draft',
        'draft code for broken uploads',
        'provisional number for upload continuation',
        'proposed standard for uploads that can be paused',
        "tus-like draft: interim reply with the upload's own address",
      ],
    },
  ],
  sources: [
    draft,
    page(
      'IANA HTTP Status Code Registry',
      'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
    ),
  ],
  reviewed: '2026-11-25',
};
