// The tools that something can be written for: one row each, with the function that writes it.
import type { RegisteredStatus } from '../../catalog/status.ts';
import type { TestTool } from '../../query/reading.ts';
import { curl } from './curl.ts';
import { restAssured } from './java.ts';
import { k6, playwright, postman, supertest } from './javascript.ts';
import { express, msw, wiremock } from './mocks.ts';
import { nginx } from './nginx.ts';
import { openapi } from './openapi.ts';
import { httpx, requests } from './python.ts';
import type { Trial } from './trial.ts';

export interface Tool {
  /** As people write it, at most 20 characters. */
  readonly name: string;
  /** The word in a line: "test 429 POST pytest". */
  readonly word: string;
  readonly kind: 'assertion' | 'mock' | 'description';
  readonly language: string;
  /** One sentence: where it goes. */
  readonly where: string;
  /** It can see interim responses (1xx). */
  readonly seesInterim?: true;
  readonly write: (trial: Trial, status: RegisteredStatus) => string;
}

export const tools: Readonly<Record<TestTool, Tool>> = {
  curl: {
    name: 'curl',
    word: 'curl',
    kind: 'assertion',
    language: 'sh',
    where: 'A script for sh: it ends with 1 and says what is missing.',
    seesInterim: true,
    write: curl,
  },
  requests: {
    name: 'pytest, requests',
    word: 'pytest',
    kind: 'assertion',
    language: 'python',
    where: 'A test for pytest with requests.',
    write: requests,
  },
  httpx: {
    name: 'pytest, httpx',
    word: 'httpx',
    kind: 'assertion',
    language: 'python',
    where: 'A test for pytest with httpx.',
    write: httpx,
  },
  playwright: {
    name: 'Playwright',
    word: 'playwright',
    kind: 'assertion',
    language: 'ts',
    where: 'A test for Playwright Test; it needs no browser.',
    write: playwright,
  },
  supertest: {
    name: 'Vitest, supertest',
    word: 'supertest',
    kind: 'assertion',
    language: 'js',
    where: 'A test for Vitest with supertest; Jest’s test and expect do as well.',
    write: supertest,
  },
  k6: {
    name: 'k6',
    word: 'k6',
    kind: 'assertion',
    language: 'js',
    where: 'A script for k6; the code counts as expected, not as a failed request.',
    write: k6,
  },
  postman: {
    name: 'Postman',
    word: 'postman',
    kind: 'assertion',
    language: 'js',
    where: 'A script that runs after the response.',
    write: postman,
  },
  'rest-assured': {
    name: 'REST Assured',
    word: 'rest-assured',
    kind: 'assertion',
    language: 'java',
    where: 'A test for JUnit 5.',
    write: restAssured,
  },
  msw: {
    name: 'MSW',
    word: 'msw',
    kind: 'mock',
    language: 'js',
    where: 'Handlers for setupServer or setupWorker.',
    write: msw,
  },
  wiremock: {
    name: 'WireMock',
    word: 'wiremock',
    kind: 'mock',
    language: 'json',
    where: 'A stub mapping: a file in mappings/, or posted to /__admin/mappings.',
    write: wiremock,
  },
  nginx: {
    name: 'nginx',
    word: 'nginx',
    kind: 'mock',
    language: 'nginx',
    where: 'A server for nginx.conf; it answers every method.',
    write: nginx,
  },
  express: {
    name: 'Express',
    word: 'express',
    kind: 'mock',
    language: 'js',
    where: 'A server of its own, or one route for yours.',
    write: express,
  },
  openapi: {
    name: 'OpenAPI 3.1',
    word: 'openapi',
    kind: 'description',
    language: 'yaml',
    where: 'An entry under responses.',
    write: openapi,
  },
};

/** All tools, in the order in which they are offered. */
export const allTools: readonly Tool[] = Object.values(tools);
