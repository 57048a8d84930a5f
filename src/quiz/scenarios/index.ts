// The written questions, gathered from the files beside this one.
import type { Scenario } from '../item.ts';

export const scenarios: readonly Scenario[] = [];
