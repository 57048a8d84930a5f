// The written questions, gathered from the files beside this one.
import type { Scenario } from '../item.ts';
import { informationalAndSuccess } from './1xx-2xx.ts';
import { redirections } from './3xx.ts';
import { serverErrors } from './5xx.ts';
import { clientErrorsEarly } from './400-409.ts';
import { clientErrorsLate } from './410-451.ts';
import { vendors } from './vendors.ts';

export const scenarios: readonly Scenario[] = [
  ...informationalAndSuccess,
  ...redirections,
  ...clientErrorsEarly,
  ...clientErrorsLate,
  ...serverErrors,
  ...vendors,
];
