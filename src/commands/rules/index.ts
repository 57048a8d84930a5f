// House rules, as a person can ask for them: which file answers which line, and who may write.
import type { Answer } from '../../answer/answer.ts';
import type { Desk, Spoken } from '../desk.ts';
import { isPlaced, type Room, visitOf } from '../visit.ts';
import { readRuleLine, speaksOfRules } from './line.ts';
import { removeRule, sayDoubt, setRule } from './set.ts';
import { askForRule, listCodes, listRules, showHistory, showRule } from './show.ts';
import { exportRules, importRules } from './transfer.ts';
import { refuse, sayNeedsTeam } from './words.ts';

/** A line is for rules where it begins with the word, and with what rules are about: "rule of thumb" is not. */
export const rulesDesk: Desk = {
  takes: (ask) => (ask.kind === 'line' ? readRuleLine(ask.line) !== null : speaksOfRules(ask.text)),
  // What may only open a form.
  isInPassing: (ask) => readRuleLine(saidIn(ask))?.do === 'ask',
  answer: answerRules,
};

function saidIn(ask: Spoken): string {
  return ask.kind === 'line' ? ask.line : ask.text;
}

async function answerRules(ask: Spoken, room: Room): Promise<Answer> {
  const { by } = ask;
  const line = readRuleLine(saidIn(ask)) ?? ({ do: 'list', page: 1 } as const);
  switch (line.do) {
    case 'list':
      return listRules(by, line.page, room);
    case 'codes':
      return listCodes(by, line.page, room);
    case 'export':
      return exportRules(by, line.part, room);
    case 'show':
      return showRule(by, line.code, room);
    case 'history':
      return showHistory(by, line.code, room);
    case 'doubt':
      return sayDoubt(line);
    case 'ask':
    case 'set':
    case 'remove':
    case 'import':
      break;
    default:
      return line satisfies never;
  }
  const visit = visitOf(by, '', ask.kind === 'line' ? (ask.from ?? null) : null, room);
  if (visit === null || !isPlaced(visit)) return sayNeedsTeam(by);
  if (!(await by.manages())) return refuse(by);
  switch (line.do) {
    case 'ask':
      return askForRule(by, line.code, room);
    case 'set':
      return setRule(visit, line);
    case 'remove':
      return removeRule(visit, line.code);
    case 'import':
      return importRules(visit, line.yaml);
    default:
      return line satisfies never;
  }
}
