import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const failedDependency: RegisteredStatus = {
  code: 424,
  name: 'Failed Dependency',
  owner: 'IANA',
  standing: 'registered',
  common: false,
  aliases: ['dependency failed', 'dependency failure'],
  meaning: 'This action was not done because another one in the same request, which it depends on, failed.',
  use: [
    'In a WebDAV 207 answer: a property was not set because another one of the same PROPPATCH failed.',
    'In a batch: a step was skipped because an earlier step that it needs failed.',
  ],
  avoid: [
    { text: 'A service behind yours is down or answers nonsense.', instead: [502, 503] },
    { text: 'A service behind yours is too slow.', instead: [504] },
    { text: 'The request refers to something that does not exist.', instead: [422, 404] },
    { text: 'The step failed for a reason of its own: say that reason.', instead: [400, 409] },
  ],
  received: [
    'Look in the same answer for the step that failed first: it has another code and the real reason.',
    'Correct that step and send the whole batch again.',
    'If the API means a backend by it, ask its operators: nothing in your request is wrong.',
  ],
  fault: 'client',
  provoke: [
    'Send a PROPPATCH that sets one allowed and one protected property.',
    'Send a batch whose first step is invalid and whose second step uses the first one’s result.',
  ],
  check: [
    'At least one other part of the answer has a different error code: the cause.',
    'The part with this code had no effect.',
    'It stands inside a multi-part answer; as the code of a whole answer, ask what it depends on.',
  ],
  headers: [],
  body: {
    rule: 'optional',
    note: 'Mostly it is the status of one part inside a 207 body; name the part that failed first.',
    source: rfc(4918, '11.4'),
  },
  cache: {
    rule: 'explicit',
    note: 'Not stored unless Cache-Control or Expires say so.',
    source: rfc(9110, '15.1'),
  },
  retry: { rule: 'changed', after: 'Correct the action that failed first; this one has nothing to correct.' },
  example: {
    request:
      'POST /batch HTTP/1.1\nHost: api.example.com\nContent-Type: application/json\nContent-Length: 101\n\n[{ "id": "a", "do": "createUser", "email": "ada@" },\n { "id": "b", "do": "addToTeam", "user": "$a" }]',
    response:
      'HTTP/1.1 424 Failed Dependency\nContent-Type: application/problem+json\n\n{ "title": "Nothing was done", "status": 424,\n  "steps": [{ "id": "a", "status": 422, "detail": "email is incomplete" },\n            { "id": "b", "status": 424, "detail": "needs step a" }] }',
  },
  situations: [
    {
      when: 'a step of a batch is skipped because the step it needs has failed',
      said: [
        'a step was skipped because an earlier step of the batch failed',
        'second operation depends on the first one and the first one failed',
        'bulk request where one item needs another item that failed',
        'the whole transaction is rolled back because one part failed and the others report that',
        'not executed since the previous action in the same request did not work',
        'chained operations and the parent operation failed',
      ],
    },
    {
      when: 'a WebDAV property is not set because another one of the same request was refused',
      said: [
        'proppatch sets two properties and one is protected so none is set',
        'webdav property was fine but another property in the request was refused',
        'all or nothing property update in webdav',
      ],
    },
    {
      when: 'a job that yours builds on did not succeed',
      said: [
        'publish cannot run because the build it depends on failed',
        'prerequisite task failed so this one cannot be done',
      ],
      rival: 409,
    },
  ],
  sources: [rfc(4918, '11.4'), mdn(424)],
  reviewed: '2026-11-25',
};
