import { mdn, page, rfc } from '../sources.ts';
import type { RegisteredStatus } from '../status.ts';

const rateLimitDraft = page(
  'RateLimit header fields for HTTP (draft)',
  'https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/',
);

export const tooManyRequests: RegisteredStatus = {
  code: 429,
  name: 'Too Many Requests',
  owner: 'IANA',
  standing: 'registered',
  common: true,
  aliases: [
    'rate limit',
    'rate limits',
    'rate limited',
    'rate-limited',
    'rate limiting',
    'rate limit exceeded',
    'rate limit reached',
    'ratelimited',
    'too many requests error',
    'throttled',
    'throttling',
    'request limit exceeded',
  ],
  meaning: 'This client has sent more requests than it is allowed in this time; it should slow down.',
  use: [
    'One user, key or address passes the number of calls it may make in a window of time.',
    'A login or one-time code was tried too often, and the next try must wait.',
    'A plan’s quota for the hour, the day or the month is used up.',
  ],
  avoid: [
    { text: 'The server as a whole is overloaded, whoever asks.', instead: [503] },
    { text: 'The client is blocked for good, not for a while.', instead: [403] },
    { text: 'More calls are possible only after paying.', instead: [402, 403] },
    { text: 'One request is too big, rather than too many of them.', instead: [413] },
  ],
  received: [
    'Wait as long as Retry-After says; without it, back off: double the pause each time and add some randomness.',
    'Send fewer calls: cache answers, batch calls, use webhooks instead of polling.',
    'Check whether other jobs use the same key or leave through the same address.',
    'Ask the provider for a higher limit if you need one all the time.',
  ],
  fault: 'client',
  provoke: [
    'Send requests in a loop until the limit is passed; use a test key with a low limit if there is one.',
    'Enter a wrong password again and again.',
  ],
  check: [
    'Retry-After is there, and a request after that time succeeds.',
    'Another user or key is not affected.',
    'Refused requests had no effect.',
    'The limit itself is right: the last allowed request passes and the next one does not.',
  ],
  headers: [
    {
      name: 'Retry-After',
      on: 'response',
      level: 'MAY',
      why: 'How long to wait before the next request: seconds or a date.',
      source: rfc(6585, '4'),
    },
    {
      name: 'RateLimit',
      on: 'response',
      level: 'MAY',
      why: 'How much is left and when it starts anew; a draft, many APIs still send X-RateLimit-… fields of their own.',
      source: rateLimitDraft,
    },
  ],
  body: {
    rule: 'expected',
    note: 'Explains which limit was passed (a SHOULD of RFC 6585).',
    source: rfc(6585, '4'),
  },
  cache: {
    rule: 'never',
    note: 'A cache must not store it: it is about one client at one moment.',
    source: rfc(6585, '4'),
  },
  retry: {
    rule: 'any',
    after: 'Wait for Retry-After, or back off with growing, slightly random pauses; it was not processed.',
  },
  example: {
    request: 'GET /search?q=teapot HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9...',
    response:
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 30\nContent-Type: application/problem+json\n\n{ "title": "Slow down", "status": 429, "detail": "60 searches a minute are allowed. Try again in 30 seconds." }',
  },
  situations: [
    {
      when: 'a client makes more calls than it may in a window of time',
      said: [
        'client sends requests too fast',
        'too many calls per minute',
        'user exceeded the number of allowed requests',
        'client hammers the api',
        'more calls than allowed per second',
        'api key made too many calls',
        'slow down the caller',
        'sliding window limit reached',
        'token bucket is empty',
        'polling the endpoint too often',
        'a script is flooding our endpoint',
        'stop a client from spamming the api',
        'one ip sends thousands of requests',
        'caller must back off and retry later',
        'scraper crawls the site too quickly',
      ],
    },
    {
      when: 'a login, code or reset was tried too often and must wait',
      said: [
        'too many login attempts',
        'wrong password entered too many times',
        'brute force protection kicks in',
        'user requested the sms code again too soon',
        'resend the verification email only once per minute',
        'too many password reset mails in a short time',
        'otp tried too often',
      ],
      rival: 403,
    },
    {
      when: 'the quota of a plan for the hour, the day or the month is used up',
      said: [
        'daily quota is used up',
        'monthly api calls are exhausted',
        'free plan limit of calls is reached',
        'hit the usage cap of the api',
        'out of quota until tomorrow',
        'openai says i exceeded my current quota',
        'llm tokens per minute used up',
      ],
      rival: 403,
    },
    {
      when: 'a client has more connections or jobs open at once than it may',
      said: [
        'too many concurrent requests from one user',
        'user already has the maximum number of running jobs',
        'too many parallel connections from the same client',
        'too many uploads at the same time by one account',
        'concurrency limit per customer reached',
      ],
      rival: 503,
    },
    {
      when: 'a tool or service of somebody else tells you to slow down',
      said: [
        'docker pull fails because i pulled too often',
        'github api refuses after too many calls',
        'slack tells my bot to wait before posting again',
        'discord bot sends messages too fast',
        'webhook receiver asks us to deliver slower',
        'let the caller know when to try again because it called too often',
        'kubernetes eviction is refused by a disruption budget right now',
      ],
    },
  ],
  sources: [rfc(6585, '4'), mdn(429)],
  reviewed: '2026-11-25',
};
