import { mdn, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

export const internalServerError: RegisteredStatus = {
  code: 500,
  name: 'Internal Server Error',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'server error',
    'internal error',
    'internal server',
    'internal server failure',
    'generic server error',
    'unexpected server error',
  ],
  meaning: 'Something unexpected went wrong inside the server, and no other 5xx code says it better.',
  use: [
    'An exception reached the top of your code and nobody had planned for it.',
    'The request was fine, but the server failed to do it because of a bug, broken data or a wrong setting.',
    'No more specific server code fits: this is the general one of the class.',
  ],
  avoid: [
    { text: 'The input is wrong and the handler merely forgot to check it.', instead: [400, 422] },
    { text: 'The server is overloaded or down for maintenance and will be back.', instead: [503] },
    { text: 'You are a gateway, and the service behind you failed or was too slow.', instead: [502, 504] },
    { text: 'The data clashes with what is stored, such as a duplicate email.', instead: [409] },
  ],
  received: [
    'Look in the server’s own log at that moment: the response alone rarely says why.',
    'Report it with the time, the request and any request id in the answer.',
    'Repeat it once: if only this input fails, you have found a bug; if everything fails, an outage.',
    'After a POST, check whether it was done before you send it again.',
  ],
  fault: 'server',
  provoke: [
    'Send input nobody expects: null, a wrong type, emoji, a very long string.',
    'Make a dependency throw in a test environment, or call a route that throws on purpose.',
    'Remove a setting the handler needs, such as a secret or a database name.',
  ],
  check: [
    'The body shows no stack trace, SQL, file path or secret.',
    'The body has the shape of your other errors and an id that can be found in the log.',
    'Nothing was half done: no record, charge or email is left behind.',
    'The same input never gives it twice: a reproducible one is a defect.',
  ],
  headers: [],
  body: {
    rule: 'expected',
    note: 'Say what failed in general words and whether it will pass, except in an answer to HEAD.',
    source: rfc(9110, '15.6'),
  },
  cache: {
    rule: 'explicit',
    note: 'A cache keeps it only if Cache-Control or Expires say so, which is seldom wanted.',
    source: rfc(9110, '15.1'),
  },
  retry: {
    rule: 'idempotent',
    after: 'Wait a little and try once or twice; a POST may have been half done, so look before you repeat it.',
  },
  example: {
    request: 'GET /orders/42/invoice HTTP/1.1\nHost: api.example.com\nAccept: application/json',
    response:
      'HTTP/1.1 500 Internal Server Error\nContent-Type: application/problem+json\nCache-Control: no-store\n\n{ "title": "Something went wrong on our side", "status": 500, "instance": "/errors/7f3a91" }',
  },
  situations: [
    {
      when: 'something unexpected went wrong inside the server and no other code describes it',
      said: [
        'something went wrong on our side',
        'the server crashed while handling the request',
        'unexpected condition in the backend',
        'the backend blew up and we do not know why',
        'catch all for anything unexpected on the server',
        'generic failure of the api',
        'nothing more specific fits the failure',
        'our fault and not the fault of the client',
        'the application broke although the request was valid',
        'unknown failure in production',
      ],
    },
    {
      when: 'an exception was thrown that nobody caught',
      said: [
        'uncaught exception in the controller',
        'unhandled exception in the api',
        'nullpointerexception in the service layer',
        'null reference in the handler',
        'typeerror cannot read properties of undefined in the backend',
        'unhandled promise rejection while serving the request',
        'stack trace in the response',
        'python traceback instead of json',
        'php fatal error',
        'panic in the go handler',
        'division by zero in our code',
        'a bug in the server code',
        'the global exception handler caught something it does not know',
      ],
    },
    {
      when: 'a step on the server failed although the request was fine',
      said: [
        'saving to the database failed for an unknown reason',
        'sql syntax error in our own query',
        'the transaction rolled back because of an unexpected db failure',
        'insert failed and it is not the fault of the user',
        'a migration was not run and a column is missing',
        'serialising the answer failed',
        'the template could not be rendered',
        'the pdf generator threw an error',
        'could not write the file to disk because of an io error',
      ],
    },
    {
      when: 'the server is configured wrongly',
      said: [
        'environment variable missing in production',
        'broken htaccess file',
        'misconfigured web server',
        'wrong file permissions on a php script',
        'premature end of script headers',
        'the signing secret is not set on the server',
        'module missing after the deploy',
      ],
    },
    {
      when: 'the server cannot make sense of data that it stored itself',
      said: [
        'corrupt record in the database',
        'our own data is inconsistent',
        'json in a column cannot be parsed any more',
        'an invariant of our own data is broken',
      ],
    },
    {
      when: 'the code hits a limit of its own process halfway',
      said: [
        'php memory limit exhausted',
        'out of memory while building the report',
        'script exceeded its maximum execution time',
        'endless recursion until the stack overflows',
      ],
    },
    {
      when: 'the server’s own database is too slow or locked, and no gateway is involved',
      said: [
        'database query timed out inside the application',
        'deadlock in the database and our retries gave up',
        'lock wait timeout exceeded while saving',
      ],
      rival: 503,
    },
    {
      when: 'an input that nobody thought of makes the handler crash',
      said: [
        'sending null crashes the handler',
        'fuzzing makes the endpoint fall over',
        'an emoji in the name makes the api crash',
        'a string instead of a number blows up the backend',
        'special characters in a parameter break the server',
      ],
      rival: 400,
    },
  ],
  sources: [rfc(9110, '15.6.1'), mdn(500)],
  reviewed: '2026-11-25',
};
