// "test 429 POST msw": a code written out for one tool, and the list of tools.
import type { Answer, Block, Choice, Form, Text } from '../../answer/answer.ts';
import { isRegistered, meaningsOf, written } from '../../catalog/index.ts';
import { methods } from '../../catalog/methods.ts';
import type { RegisteredStatus } from '../../catalog/status.ts';
import type { TestTool } from '../../query/reading.ts';
import { about, card, facetLabel, openFacet } from '../card.ts';
import { titleOf, toneOf } from '../wording.ts';
import { allTools, type Tool, tools } from './tools.ts';
import { type Trial, trialOf } from './trial.ts';

/** Methods that are offered; the others can be typed. */
const OFFERED = 7;

export function answerTool(status: RegisteredStatus, asked: TestTool | 'all', method?: string): Answer {
  if (asked === 'all') return answerTools(status, method);
  const tool = tools[asked];
  const trial = trialOf(status, method);
  const seen = !trial.interim || tool.seesInterim === true;
  return card({
    title: titleOf(status),
    subtitle: `${facetLabel('testers')} · ${tool.name}`,
    tone: toneOf([status.code]),
    blocks: seen
      ? [
          { kind: 'text', text: [introduction(tool, trial, status.code)] },
          { kind: 'code', source: tool.write(trial, status), language: tool.language },
        ]
      : [unseen(tool, status.code)],
    choices: [
      chooseTool(status.code, method),
      ...next(seen ? tool : tools.curl, seen).map((other) => ({
        label: other.name,
        line: lineFor(status.code, method, other),
      })),
      openFacet(status, 'testers'),
    ],
    sources: status.sources,
    about: about('status', [status.code]),
    line: lineFor(status.code, method, tool),
  });
}

function introduction({ where, kind }: Tool, { code, checks }: Trial, asked: number): string {
  const inside =
    code === asked ? '' : ` ${written(asked)} stands inside a ${code}, so that is the code in the status line.`;
  const optional = kind === 'assertion' && checks.some(({ required }) => !required);
  return `${where}${inside}${optional ? ' Only a plain MUST is always required: drop the other lines where they do not apply.' : ''}`;
}

/** Most clients swallow what comes before the final response, and most mocks cannot send it. */
function unseen({ name }: Tool, code: number): Block {
  return {
    kind: 'text',
    text: [`${written(code)} comes before the final response, and ${name} knows only final ones. curl shows it.`],
  };
}

/** The next two tools of the same kind; all can be reached by going on. */
function next(tool: Tool, more: boolean): readonly Tool[] {
  if (!more) return [tool];
  const alike = allTools.filter(({ kind }) => kind === tool.kind);
  const others = alike.length > 1 ? alike : allTools.filter(({ kind }) => kind === 'mock');
  const at = others.indexOf(tool);
  return [...others.slice(at + 1), ...others.slice(0, Math.max(0, at))].slice(0, 2);
}

function answerTools(status: RegisteredStatus, method?: string): Answer {
  const kinds = [
    ['Assertions', 'assertion'],
    ['Mocks', 'mock'],
    ['Descriptions', 'description'],
  ] as const;
  return card({
    title: titleOf(status),
    subtitle: `${facetLabel('testers')} · what I can write`,
    tone: toneOf([status.code]),
    blocks: kinds.flatMap(([heading, kind]): readonly Block[] => [
      { kind: 'heading', text: heading },
      {
        kind: 'list',
        items: allTools
          .filter((tool) => tool.kind === kind)
          .map((tool): Text => [{ strong: tool.name }, ' – ', { code: lineFor(status.code, method, tool) }]),
      },
    ]),
    choices: [chooseTool(status.code, method), openFacet(status, 'testers')],
    about: about('status', [status.code]),
    line: lineFor(status.code, method),
  });
}

/**
 * A button that asks for tool and method where the platform has forms; elsewhere it lists the tools. Its line is not the
 * list’s own, as an answer does not offer itself; the list offers it again, for platforms that look there for the form.
 */
export function chooseTool(code: number, method?: string): Choice {
  const line = [`test ${written(code)}`, method, 'tool'].filter((word) => word !== undefined).join(' ');
  return { label: 'Write it for a tool', line, form: toolForm(code, method) };
}

function toolForm(code: number, method?: string): Form {
  const offered = methods.slice(0, OFFERED).map(({ name }) => ({ label: name, value: name }));
  return {
    title: `Test ${written(code)}`,
    template: `test ${written(code)} {method} {tool}`,
    fields: [
      {
        name: 'tool',
        label: 'For',
        value: tools.curl.word,
        options: allTools.map(({ name, word }) => ({ label: name, value: word })),
      },
      {
        name: 'method',
        label: 'Method',
        value: offered.some(({ value }) => value === method) ? (method ?? '') : defaultMethod(code),
        options: offered,
      },
    ],
  };
}

function defaultMethod(code: number): string {
  const [status] = meaningsOf(code);
  return status !== undefined && isRegistered(status) ? trialOf(status).method : 'GET';
}

/** The line for a tool, or for the list of them. */
export function lineFor(code: number, method: string | undefined, tool?: Tool): string {
  return [`test ${written(code)}`, method, tool?.word ?? 'tools'].filter((word) => word !== undefined).join(' ');
}
