// What tools print of a refusal in place of its code: the reason, which stands for one.
import { page } from '../../../catalog/sources.ts';
import type { Source } from '../../../catalog/status.ts';

/** Words that tell a code without writing it. */
export interface Telling {
  /** In lower case. */
  readonly text: string;
  /** What must stand in the text besides; quantifiers are bounded. */
  readonly pattern?: RegExp;
  readonly implies: number;
  readonly source: Source;
}

const reasons = page(
  'Kubernetes source: meta/v1 types.go, StatusReason',
  'https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/types.go',
);
const kubectl: Readonly<Record<number, readonly string[]>> = {
  400: ['BadRequest'],
  401: ['Unauthorized'],
  403: ['Forbidden'],
  404: ['NotFound'],
  405: ['MethodNotAllowed'],
  406: ['NotAcceptable'],
  409: ['AlreadyExists', 'Conflict'],
  410: ['Gone', 'Expired'],
  413: ['RequestEntityTooLarge'],
  415: ['UnsupportedMediaType'],
  422: ['Invalid'],
  429: ['TooManyRequests'],
  500: ['InternalError', 'ServerTimeout'],
  503: ['ServiceUnavailable'],
  504: ['Timeout'],
};

const registry = page(
  'OCI distribution: error codes',
  'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes',
);
/** 401 becomes HTTP_NOAUTH and 404 HTTP_MISSING_TARGET, which remote-curl.c tells in words. */
const git = page('git source: remote-curl.c', 'https://github.com/git/git/blob/master/remote-curl.c');
const s3 = page('Amazon S3: error responses', 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html');
const s3Codes: Readonly<Record<number, readonly string[]>> = {
  403: ['AccessDenied', 'SignatureDoesNotMatch', 'InvalidAccessKeyId'],
  404: ['NoSuchKey', 'NoSuchBucket', 'NoSuchUpload'],
  409: ['BucketAlreadyExists', 'BucketAlreadyOwnedByYou', 'BucketNotEmpty'],
  412: ['PreconditionFailed'],
  503: ['SlowDown'],
};

function each(
  codes: Readonly<Record<number, readonly string[]>>,
  wordsFor: (name: string) => string,
  source: Source,
): readonly Telling[] {
  return Object.entries(codes).flatMap(([code, names]) =>
    names.map((name) => ({ text: wordsFor(name).toLowerCase(), implies: Number(code), source })),
  );
}

export const refusals: readonly Telling[] = [
  ...each(kubectl, (reason) => `error from server (${reason}):`, reasons),
  { text: 'you must be logged in to the server', implies: 401, source: reasons },
  { text: 'toomanyrequests:', implies: 429, source: registry },
  { text: 'unauthorized: authentication required', implies: 401, source: registry },
  { text: 'manifest unknown', implies: 404, source: registry },
  {
    text: "fatal: authentication failed for 'http",
    implies: 401,
    source: git,
  },
  {
    text: "fatal: repository 'http",
    pattern: /fatal: repository 'https?:\/\/[^'\n]{1,500}' not found/,
    implies: 404,
    source: git,
  },
  ...each(s3Codes, (name) => `an error occurred (${name}) when calling the `, s3),
];
