import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const processing: RegisteredStatus = {
  code: 102,
  name: 'Processing',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['processing response', 'webdav processing', 'http processing', 'status processing'],
  meaning: 'An old WebDAV sign of life: the whole request has arrived, work goes on, the final answer will follow.',
  use: [
    'Hardly ever: only for old WebDAV clients that would give up before a long request is finished.',
    'When you meet it in an older system, read it as “please keep waiting”.',
  ],
  avoid: [
    {
      text: 'The work takes long: accept it, close the request, and offer an address to ask for progress.',
      instead: [202],
    },
    { text: 'You only want to give hints about files the page will need.', instead: [103] },
    { text: 'You design something new: WebDAV itself dropped this code for lack of implementations.', instead: [202] },
  ],
  received: [
    'Keep the connection open and wait: the final response is still to come.',
    'Do not send the request again; it is being worked on.',
    'If no final response ever comes, look at timeouts of the server and of proxies on the way.',
  ],
  fault: 'nobody',
  provoke: [
    'Write a tiny test server that sends this line first and the final response some seconds later.',
    'Node’s http module has response.writeProcessing() for exactly that.',
  ],
  check: [
    'Your client does not take the interim line for the result.',
    'Exactly one final response follows.',
    'The client’s timeout behaves as you want while such lines arrive.',
  ],
  headers: [],
  body: {
    rule: 'never',
    note: 'An interim response ends with its headers.',
    source: rfc(9110, '15.2'),
  },
  cache: {
    rule: 'never',
    note: 'A cache stores only final responses, and this one is interim.',
    source: rfc(9111, '3'),
  },
  retry: { rule: 'pointless', after: 'The server is still at work: wait for the final response.' },
  example: {
    request:
      'MOVE /archive/2025/ HTTP/1.1\nHost: dav.example.com\nDestination: https://dav.example.com/archive/old/2025/\nOverwrite: F\n\n',
    response:
      'HTTP/1.1 102 Processing\n\nHTTP/1.1 201 Created\nLocation: https://dav.example.com/archive/old/2025/\nContent-Length: 0\n\n',
  },
  situations: [
    {
      when: 'a WebDAV server keeps the client from giving up during a long request',
      said: [
        'webdav server needs a long time for a depth infinity request',
        'webdav copy of a large collection takes minutes and the client must not time out',
        'keep alive message during a long webdav operation',
        'interim sign of life while the webdav move is still going on',
        'stop the client from assuming that the request was lost',
        'server received the full request and is working on it without a final answer yet',
        'tell the client to keep waiting on the same open connection',
        'dav server asks for patience',
        'please hold the line, webdav copy goes on',
        'mkcol or move takes minutes, sign of life for the dav client',
        'whole request is in, but nothing final for the client so far',
        "prevent the webdav client's timeout during a slow lock or copy",
        'svn commit over dav takes long and the server sends a sign of life',
        'folder with thousands of files is moved by dav',
        'server has taken the complete request but not yet completed it',
        'reasonable expectation that the request takes a long time',
        'long recursive dav delete, interim line sent',
        'i have it all, just keep the connection open',
        'heartbeat status on an open webdav request',
        'interim lines every few seconds to keep the dav client calm',
        "client shouldn't assume that its dav request got lost",
      ],
    },
    {
      when: 'an old server reports that work goes on before it gives its final answer',
      said: [
        'informational response because the answer will take more than twenty seconds',
        'heartbeat lines before the final response on the same request',
        'deprecated webdav informational code for slow requests',
        'informational keep-waiting line from an old server',
        'interim answer without links and without permission to upload, only wait',
        'several interim lines, then the final one, from a slow dav box',
        'twenty second rule of the old webdav specification',
        'node response.writeprocessing was called',
        'interim reply means still working on it over the same connection',
        'what did webdav drop for lack of implementations',
        'no final answer so far, informational line shows work goes on',
        'client library stops at the interim wait line',
        'old exchange or sharepoint dav shows an interim line',
        'proxy does not forward the interim please-wait line',
      ],
    },
    {
      when: 'the connection stays open and the client is only asked for patience',
      said: [
        'informational wait a little, same connection',
        'hold on, i am at it',
        "server is still busy with your request, don't hang up",
        "long request, please don't time out",
        'interim version of work in progress as opposed to a finished reply with a ticket',
        'still computing, keep the socket open',
        'the please-wait among the informational ones',
      ],
      rival: 202,
    },
  ],
  sources: [rfc(2518, '10.1'), rfc(4918, 'F.3'), mdn(102)],
  reviewed: '2026-11-25',
};
