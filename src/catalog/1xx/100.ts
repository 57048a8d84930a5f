import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const continueSending: RegisteredStatus = {
  code: 100,
  name: 'Continue',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['expect continue', 'continue response', 'http continue', 'status continue'],
  meaning:
    'The server has read the headers, sees no reason to refuse, and wants the client to go on and send the body.',
  use: [
    'The request carries Expect: 100-continue and its headers look acceptable, so the body may come.',
    'You want to refuse large uploads after the headers, before the bytes travel: then send the error instead of this.',
  ],
  avoid: [
    {
      text: 'The client speaks HTTP/1.0, which has no interim responses: skip it and send the final answer.',
      instead: [200],
    },
    { text: 'You already know that you will refuse: answer with the error at once.', instead: [401, 413, 415, 417] },
    { text: 'You want to say that a long job is under way.', instead: [202] },
  ],
  received: [
    'Nothing is finished yet: go on sending the body and wait for the final response.',
    'If your HTTP library shows it to you as the result, update or report it: it should wait for the final answer.',
    'Without an Expect header in your request you can simply discard it.',
  ],
  fault: 'nobody',
  provoke: [
    'Send a large PUT with the header Expect: 100-continue; curl adds it by itself for big HTTP/1.1 uploads.',
    'Open a raw connection, send only the headers with Expect: 100-continue, and watch what comes before the body.',
  ],
  check: [
    'Exactly one final response follows the interim one.',
    'When the headers are refused, the error comes without the server waiting for the body.',
    'A client that never gets the interim response still sends the body after a short wait.',
  ],
  headers: [
    {
      name: 'Expect',
      on: 'request',
      level: 'MUST',
      why: 'A client that wants to wait for this answer before the body has to say so with 100-continue.',
      source: rfc(9110, '10.1.1'),
    },
  ],
  body: {
    rule: 'never',
    note: 'An interim response ends with its headers; content belongs to the final response.',
    source: rfc(9110, '15.2'),
  },
  cache: {
    rule: 'never',
    note: 'A cache stores only final responses, and this one is interim.',
    source: rfc(9111, '3'),
  },
  retry: { rule: 'pointless', after: 'The request is still going on: send the body and wait for the final response.' },
  example: {
    request:
      'PUT /videos/42 HTTP/1.1\nHost: upload.example.com\nContent-Type: video/mp4\nContent-Length: 734003200\nExpect: 100-continue\n\n',
    response: 'HTTP/1.1 100 Continue\n\nHTTP/1.1 201 Created\nLocation: /videos/42\nContent-Length: 0\n\n',
  },
  situations: [
    {
      when: 'the client asked first whether it may send a large body, and the headers look fine',
      said: [
        'client sends only the headers and waits before uploading the body',
        'ask the server for permission before sending a big upload',
        'headers look good please send the rest of the request',
        'go ahead and send the body',
        'client sent an expect header and the server agrees',
        'curl waits one second before it sends the post body',
        'check the authorization header before the huge file is transferred',
        'server tells the client to go on with the upload',
        'interim reply so that the client does not upload gigabytes for nothing',
        'save bandwidth by checking headers before the payload',
      ],
    },
    {
      when: 'an interim answer shows up in a trace before the final one',
      said: [
        'two status lines for one request in the curl output',
        'extra informational line before the real answer in the trace',
        'wireshark shows a provisional reply before the final response to my put',
        'initial part of the request was received and not rejected yet',
      ],
    },
  ],
  sources: [rfc(9110, '15.2.1'), mdn(100)],
  reviewed: '2026-11-25',
};
