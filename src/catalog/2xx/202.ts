import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const accepted: RegisteredStatus = {
  code: 202,
  name: 'Accepted',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: ['accepted for processing', 'request accepted', 'http accepted', 'status accepted', 'accepted response'],
  meaning: 'The server took the request for long-running work; it is not finished and may still fail.',
  use: [
    'The work takes too long for one request: put it in a queue and answer at once.',
    'Another system or a person has to act before the outcome is known.',
    'You take in a webhook or event first and handle it later.',
  ],
  avoid: [
    { text: 'The work is finished when you answer.', instead: [200, 204] },
    { text: 'The new resource exists already, only details are still missing.', instead: [201] },
    { text: 'You can already see that the request is wrong: refuse it now, not inside the job.', instead: [400, 422] },
    { text: 'You refuse because the queue is full.', instead: [503, 429] },
  ],
  received: [
    'It is not done yet: look in the body or in Location for an address that tells the state.',
    'Ask that address now and then, no faster than Retry-After says, until it reports success or failure.',
    'Do not send the request again just because you see no result yet.',
  ],
  fault: 'nobody',
  provoke: [
    'Start a long-running job: an export, an import, a video conversion.',
    'Send Prefer: respond-async to an API that supports it.',
  ],
  check: [
    'The answer comes fast and says where to ask for progress.',
    'The status address reports waiting, running, done and failed, and in the end links to the result.',
    'A job that fails later is visible there as a failure.',
    'Sending the same request twice does not start the work twice, if the API promises so.',
  ],
  headers: [
    {
      name: 'Prefer',
      on: 'request',
      level: 'MAY',
      why: 'With respond-async a client says that it would rather get this answer than wait.',
      source: rfc(7240, '4.1'),
    },
    {
      name: 'Preference-Applied',
      on: 'response',
      level: 'MAY',
      why: 'Tells that the wish for an asynchronous answer was followed.',
      source: rfc(7240, '3'),
    },
    {
      name: 'Location',
      on: 'response',
      level: 'MAY',
      why: 'A common custom for the status address; the specification asks for a pointer to a status monitor, but names no field for it.',
      source: rfc(9110, '15.3.3'),
    },
  ],
  body: {
    rule: 'expected',
    note: 'Describe the current state and point to a place where progress can be followed.',
    source: rfc(9110, '15.3.3'),
  },
  cache: { rule: 'explicit', note: 'Not kept unless the response says so.', source: rfc(9110, '15.1') },
  retry: { rule: 'pointless', after: 'The work is in the queue: ask the status address instead of sending it again.' },
  example: {
    request:
      'POST /reports HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nPrefer: respond-async\n\n{ "year": 2025, "format": "pdf" }',
    response:
      'HTTP/1.1 202 Accepted\nLocation: https://api.example.com/jobs/7\nRetry-After: 30\nPreference-Applied: respond-async\nContent-Type: application/json\n\n{ "job": 7, "state": "queued", "status": "https://api.example.com/jobs/7" }',
  },
  situations: [
    {
      when: 'the request was put in a queue and will be worked on later',
      said: [
        'job was queued',
        'task put on a message queue',
        'request is enqueued and handled later by a worker',
        'event was published to kafka and will be consumed later',
        'message handed over to rabbitmq',
        'put into a background queue',
        'order was taken in but will be fulfilled later',
        'batch that only runs at night',
        'work is scheduled for later',
        'email will be sent asynchronously',
        'push notification is queued for delivery',
      ],
    },
    {
      when: 'a long-running operation has started and is not finished',
      said: [
        'long running operation started',
        'asynchronous request',
        'async api that answers before the work is done',
        'video is being transcoded in the background',
        'report generation takes minutes',
        'export started and will be ready later',
        'still being processed in the background',
        'import of a big csv file kicked off',
        'server got the request but has not finished it',
        'start a data migration over the api',
        'vm is being provisioned',
        'deployment has been triggered',
        'machine learning training started by a post',
        'not done yet, come back later for the result',
        'the request takes too long to answer synchronously',
      ],
    },
    {
      when: 'the client gets an address at which it can ask for progress',
      said: [
        'client should poll a status url',
        'return a job id to poll',
        'answer with a link where the progress can be checked',
        'client asks again later until the result is ready',
        'give back a ticket number and let the client check later',
        'status monitor for a background task',
      ],
      rival: 200,
    },
    {
      when: 'a webhook or event is taken in now and handled afterwards',
      said: [
        'webhook received, will handle it later',
        'acknowledge receipt of an event without doing the work yet',
        'fire and forget call',
        'telemetry batch taken in, written to storage later',
        'just confirm that we got the message',
      ],
      rival: 200,
    },
    {
      when: 'a person or another system has to approve or act before it takes effect',
      said: [
        'request waits for manual approval',
        'needs a moderator to approve the post',
        'payment is pending at the bank',
        'email address must be confirmed before the change takes effect',
        'refund was requested and awaits review',
      ],
    },
    {
      when: 'a deletion or update was started but takes effect later',
      said: [
        'delete will happen later in the background',
        'deletion scheduled but not carried out yet',
        'account will be removed after thirty days',
        'update is propagated to all regions eventually',
        'delete request marked for later cleanup',
      ],
      rival: 204,
    },
  ],
  sources: [rfc(9110, '15.3.3'), mdn(202)],
  reviewed: '2026-11-25',
};
