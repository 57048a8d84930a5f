// All desks: who answers what is about something remembered.
import type { Ask } from '../port.ts';
import { channelDesk } from './channel/index.ts';
import type { Desk } from './desk.ts';
import { quizDesk } from './quiz/index.ts';
import { rulesDesk } from './rules/index.ts';

const desks: readonly Desk[] = [quizDesk, rulesDesk, channelDesk];

/** The desk that an ask is for; null for what the catalog answers. */
export function deskFor(ask: Ask): Desk | null {
  return ask.kind === 'explain' ? null : (desks.find((desk) => desk.takes(ask)) ?? null);
}
