// Everything that can be asked, by topic: rows that help, App Home and the terminal show, and that a test asks one by one.
import type { Text } from '../answer/answer.ts';
import type { HelpTopic } from '../query/data/help-topics.ts';

/** A line to try, and what it gives: "404 – what it means, and what to do now". */
export interface Example {
  /** At most 100 characters, as a button carries it. */
  readonly line: string;
  readonly gives: string;
}

export interface Topic {
  /** At most 34 characters: it is a button, too. */
  readonly title: string;
  /** In the overview, after "help logs": a few words. */
  readonly gives: string;
  /** Each is a button; a row of them has room for five (Discord). None changes anything for others. */
  readonly examples: readonly Example[];
  /** What changes something for everybody in a channel, and so is typed. */
  readonly typed?: readonly Example[];
  readonly says?: readonly Text[];
}

export const topics: Readonly<Record<HelpTopic, Topic>> = {
  codes: {
    title: 'What a code means',
    gives: 'a code or a name, all of a class, its constant in code',
    examples: [
      { line: '404', gives: 'what it means, and what to do now' },
      { line: 'bad gateway', gives: 'names, also old and misspelled ones' },
      { line: '206 example', gives: 'a request and its response, worked out' },
      { line: '422 in code', gives: 'its constant in Go, Python, Java and ten more' },
      { line: 'cacheable codes', gives: 'all codes with a fact in common; 4xx and nginx codes work, too' },
    ],
  },
  choose: {
    title: 'Which code fits',
    gives: 'for your case, between two, or by yes and no',
    examples: [
      { line: 'which code when a job was queued', gives: 'the code for a case, in your own words' },
      { line: '401 vs 403', gives: 'the question that decides between codes' },
      { line: 'when to use 409', gives: 'its cases, and those that belong to others' },
      { line: 'choose', gives: 'four or five answers with yes or no, and a record to keep' },
    ],
  },
  logs: {
    title: 'Logs and pastes',
    gives: 'what failed in a log, and who answered',
    examples: [
      { line: 'HTTP/1.1 502 Bad Gateway', gives: 'a status line; whole responses and HAR entries as well' },
      {
        line: '10.0.0.7 - - [25/Nov/2026:09:30:00 +0000] "GET /cart HTTP/1.1" 499 0',
        gives: 'access logs of nginx, Apache, HAProxy, Envoy, AWS and many more',
      },
      {
        line: '2026/11/25 09:30:00 [error] 7#7: *1 upstream timed out (110: Connection timed out)',
        gives: 'error logs, with who ended the request',
      },
      { line: 'AxiosError: Request failed with status code 422', gives: 'errors of clients, from fetch to kubectl' },
      { line: 'error code: 1016', gives: 'error pages, also of Cloudflare and IIS' },
    ],
    says: [
      [
        'Paste as many lines as you like; I mask passwords, tokens and e-mail addresses in what I quote. For somebody else’s message, open its menu and choose “Explain status codes”: only you see the answer. In a terminal it is ',
        { code: 'teapot ask -' },
        '.',
      ],
    ],
  },
  retry: {
    title: 'May I send it again?',
    gives: 'by code and method, and after how long',
    examples: [
      { line: 'retry 504 POST', gives: 'whether to send it again, and what clients do by themselves' },
      { line: 'retry 503 GET', gives: 'where nothing can happen twice' },
      { line: 'retry 429', gives: 'how long to wait' },
      { line: 'retry 409 PUT', gives: 'what to change first' },
    ],
  },
  testers: {
    title: 'Tests and mocks',
    gives: 'checklists, assertions, mocks, OpenAPI',
    examples: [
      { line: '409 for testers', gives: 'how to provoke it, and what to check' },
      { line: 'test 429 POST playwright', gives: 'an assertion to copy; pytest, k6, Postman and others as well' },
      { line: 'test 401 msw', gives: 'a mock that answers as it should; WireMock, nginx and Express as well' },
      { line: 'test 422 openapi', gives: 'a response for your description' },
      { line: 'test 206 curl', gives: 'a check for a shell' },
    ],
  },
  customers: {
    title: 'Words for customers',
    gives: 'a text for somebody who is no developer',
    examples: [
      { line: 'reply 503 customer', gives: 'whose side it is on, what to try, what to send you' },
      { line: 'reply 503 customer formal', gives: 'the same in a formal voice' },
      { line: 'reply 404 customer', gives: 'where it is on neither side' },
    ],
  },
  others: {
    title: 'Codes of others',
    gives: 'gRPC, curl, WebSocket, sockets, TLS, Envoy',
    examples: [
      { line: 'grpc 14', gives: 'codes of gRPC, with the status codes that belong to them' },
      { line: 'curl 28', gives: 'how curl ended' },
      { line: 'ws 1006', gives: 'why a WebSocket closed' },
      { line: 'ECONNREFUSED', gives: 'errors of sockets in Node, Python and Go' },
      { line: 'tls alert 40', gives: 'alerts of TLS; Envoy’s flags such as UF are known as well' },
    ],
  },
  quiz: {
    title: 'The quiz',
    gives: 'a question a day for a channel, and practice for you',
    examples: [
      { line: 'quiz', gives: 'what it is, and how it stands in this channel' },
      { line: 'quiz practice', gives: 'as many questions as you like, only for you' },
      { line: 'quiz me', gives: 'what you know, and what you confuse' },
      { line: 'quiz scores', gives: 'the board, also of the week or of all time' },
      { line: 'quiz schedule', gives: 'when a channel is asked' },
    ],
    typed: [
      { line: 'quiz schedule 09:30 Europe/Berlin weekdays', gives: 'a question a day, at the channel’s own time' },
      { line: 'quiz now', gives: 'one for everybody, at once' },
      { line: 'quiz skip 2026-12-24..2027-01-02', gives: 'dates without a question' },
      { line: 'quiz forget-me', gives: 'deletes what I know about you' },
    ],
  },
  rules: {
    title: 'House rules',
    gives: 'what your team says about a code, and codes of your own',
    examples: [
      { line: 'rules', gives: 'all rules of your team' },
      { line: 'rule 422', gives: 'the rule for one code, which stands on its card as well' },
      { line: 'rule history 422', gives: 'who changed it, and when' },
      { line: 'our codes', gives: 'your own error codes, such as E1042' },
      { line: 'rule export', gives: 'all of it as YAML' },
    ],
    typed: [
      { line: 'rule 422 "validation errors; see ADR-12" https://wiki.example/adr-12', gives: 'writes a rule' },
      { line: 'rule remove 422', gives: 'takes it away' },
      { line: 'rule import', gives: 'brings rules and codes of your own in, as YAML' },
    ],
  },
  settings: {
    title: 'Settings and listening',
    gives: 'the quiz, your stack, and whether I listen',
    examples: [
      { line: 'settings', gives: 'all of them on one card' },
      { line: 'stack', gives: 'what a request passes here: it orders what I say' },
      { line: 'passive', gives: 'whether I mark messages that speak of a failure' },
    ],
    typed: [
      { line: 'stack cloudflare alb nginx rails', gives: 'names your stack' },
      { line: 'passive on', gives: 'a reaction below such a message, never a text' },
      { line: 'quiz off', gives: 'a pause until quiz on' },
    ],
  },
};
