// The 4xx codes of the IANA registry, in order.
import type { RegisteredStatus } from '../status.ts';
import { badRequest } from './400.ts';
import { unauthorized } from './401.ts';
import { paymentRequired } from './402.ts';
import { forbidden } from './403.ts';
import { notFound } from './404.ts';
import { methodNotAllowed } from './405.ts';
import { notAcceptable } from './406.ts';
import { proxyAuthenticationRequired } from './407.ts';
import { requestTimeout } from './408.ts';
import { conflict } from './409.ts';
import { gone } from './410.ts';
import { lengthRequired } from './411.ts';
import { preconditionFailed } from './412.ts';
import { contentTooLarge } from './413.ts';
import { uriTooLong } from './414.ts';
import { unsupportedMediaType } from './415.ts';
import { rangeNotSatisfiable } from './416.ts';
import { expectationFailed } from './417.ts';
import { imATeapot } from './418.ts';
import { misdirectedRequest } from './421.ts';
import { unprocessableContent } from './422.ts';
import { locked } from './423.ts';
import { failedDependency } from './424.ts';
import { tooEarly } from './425.ts';
import { upgradeRequired } from './426.ts';
import { preconditionRequired } from './428.ts';
import { tooManyRequests } from './429.ts';
import { requestHeaderFieldsTooLarge } from './431.ts';
import { unavailableForLegalReasons } from './451.ts';

export const clientErrors: readonly RegisteredStatus[] = [
  badRequest,
  unauthorized,
  paymentRequired,
  forbidden,
  notFound,
  methodNotAllowed,
  notAcceptable,
  proxyAuthenticationRequired,
  requestTimeout,
  conflict,
  gone,
  lengthRequired,
  preconditionFailed,
  contentTooLarge,
  uriTooLong,
  unsupportedMediaType,
  rangeNotSatisfiable,
  expectationFailed,
  imATeapot,
  misdirectedRequest,
  unprocessableContent,
  locked,
  failedDependency,
  tooEarly,
  upgradeRequired,
  preconditionRequired,
  tooManyRequests,
  requestHeaderFieldsTooLarge,
  unavailableForLegalReasons,
];
