// How rules and own codes are said: as plain words, with who wrote them and when. Nothing in them is ever markup.
import type { Answer, Block, Choice, Fact, Span, Text } from '../../answer/answer.ts';
import { shorten } from '../../answer/fit.ts';
import type { Asker } from '../../port.ts';
import { about, card, openCard, section } from '../card.ts';
import { type Note, note as noteOf, say } from '../note.ts';
import { titleOfCode, toneOf } from '../wording.ts';
import type { CodeHere, From, RuleHere } from './kept.ts';

export function note(said: Note): Answer {
  return noteOf('house', said);
}

/** "validation errors; see ADR-12 wiki.example/adr-12 (ann, 25 Nov 2026)" */
export function ruleText({ text, link, from }: Pick<RuleHere, 'text' | 'link' | 'from'>): Text {
  return [text, ...linked(link), ' (', ...fromWords(from), ')'];
}

/** A rule above an answer. */
export function ruleBlock(rule: RuleHere): Block {
  return say({ strong: `House rule for ${rule.code}:` }, ' ', ...ruleText(rule));
}

export function fromWords(from: From): readonly Span[] {
  if ('file' in from) return [`from ${from.file}`];
  return [byWords(from.by), ', ', { time: from.at }];
}

export function byWords(by: string | null): Span {
  return by === null ? 'somebody' : { user: by };
}

/** Characters of an address as it is shown. */
const ADDRESS = 60;

/** Shown by its address, which is of use on paper, too. */
export function linked(link: string | null): readonly Span[] {
  return link === null ? [] : [' ', { link: shorten(link.replace(SCHEME, ''), ADDRESS), href: link }];
}

const SCHEME = /^https?:\/\/|\/$/g;

/** "E1042 Card declined" */
export function titleOfOwn({ code, name }: Pick<CodeHere, 'code' | 'name'>): string {
  return `${code} ${name}`;
}

export const ourCodes: Choice = { label: 'Our codes', line: 'our codes' };
export const allRulesButton: Choice = { label: 'All rules', line: 'rules' };

/** One code of a team's own. @param proof where it stands in a pasted text */
export function ownCard(own: CodeHere, proof?: string): Answer {
  const { status, from } = own;
  return card({
    title: titleOfOwn(own),
    subtitle: proof === undefined ? 'A code of your own' : 'A code of your own, in this text',
    tone: toneOf(status === null ? [] : [status]),
    blocks: [
      say(own.meaning),
      ...(proof === undefined ? [] : [{ kind: 'code', source: proof } as const]),
      ...section('Do now', own.advice),
      { kind: 'facts', facts: factsOf(own) },
      say(...('file' in from ? ['From ', from.file] : ['Written by ', ...fromWords(from)]), '.'),
    ],
    choices: [...(status === null ? [] : [openCard({ code: status })]), ourCodes],
    about: status === null ? about('house', []) : about('status', [status]),
    ...(own.code.length <= LINE && proof === undefined && { line: own.code }),
  });
}

/** At most what a button carries. */
const LINE = 100;

function factsOf({ status, aliases, link }: CodeHere): readonly Fact[] {
  return [
    ...(status === null ? [] : [{ label: 'Comes with', value: [titleOfCode({ code: status })] }]),
    ...(aliases.length === 0 ? [] : [{ label: 'Also called', value: [aliases.join(', ')] }]),
    ...(link === null ? [] : [{ label: 'More', value: linked(link).slice(1) }]),
  ];
}

/** Several of a team's own codes, or one beside what else a text holds. */
export function ownBriefly(own: CodeHere, proof?: string): readonly Block[] {
  const [advice] = own.advice;
  return [
    { kind: 'heading', text: titleOfOwn(own) },
    say(own.meaning, ...linked(own.link)),
    ...(proof === undefined ? [] : [{ kind: 'code', source: proof } as const]),
    ...(advice === undefined ? [] : [say({ strong: 'Do now: ' }, advice)]),
  ];
}

/** Kind, and says whom to ask. */
export function refuse({ platform }: Asker): Answer {
  const who =
    platform === 'discord'
      ? 'whoever may manage this server (the permission “Manage Server”)'
      : 'the admins and owners of this workspace';
  return note({
    title: 'That is for others to decide',
    blocks: [say(`House rules are written by ${who}. Ask one of them; everybody can read them.`)],
    choices: [allRulesButton],
  });
}

/** Where nothing is kept, or there is no workspace or server that it could be kept for. */
export function sayNeedsTeam({ platform }: Asker): Answer {
  return note({
    title: platform === 'terminal' ? 'Here, rules come from a file' : 'House rules belong to a workspace or server',
    blocks: [
      platform === 'terminal'
        ? say(
            'Name it in ',
            { code: 'TEAPOT_CATALOG' },
            ', and check it with ',
            { code: 'teapot rules check codes.yaml' },
            '.',
          )
        : say('Ask for that in a channel, where I know for whom they are.'),
    ],
    choices: [allRulesButton],
  });
}
