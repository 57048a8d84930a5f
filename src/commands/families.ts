// "grpc codes", "envoy flags": all codes of somebody else's; and "grpc code for 404": what one makes of a status code.
import type { Answer, Block, Choice, Text } from '../answer/answer.ts';
import { type Family, familyOf, type OtherCode } from '../catalog/other-codes/index.ts';
import type { Source } from '../catalog/status.ts';
import type { Reading } from '../query/reading.ts';
import { about, card, openCard } from './card.ts';
import { inTitle, knownAmong, lineOf } from './other-codes.ts';
import { titleOfCode, toneOf } from './wording.ts';

/** Up to so many have a line of their own; longer lists only name them. */
const LINES = 36;
/** So many of them in a paragraph, which no platform cuts. */
const TOGETHER = 25;

export function answerFamily({ family: id, from }: Extract<Reading, { kind: 'family' }>): Answer {
  const family = familyOf(id);
  return from === undefined ? listOf(family) : mappingFrom(family, from);
}

function listOf(family: Family): Answer {
  const { rows, many, note, listLine, common } = family;
  return card({
    title: many,
    subtitle: `${rows.length} of them, none an HTTP status code`,
    tone: 'neutral',
    blocks: [{ kind: 'text', text: [note] }, ...inList(family)],
    choices: knownAmong(common.map((key) => ({ family: family.id, key }))).map(({ code }) => open(family, code)),
    sources: sourcesOf(rows),
    about: about('none', []),
    line: listLine,
  });
}

function inList(family: Family): readonly Block[] {
  const { rows } = family;
  if (rows.length > LINES)
    return Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, part): Block => {
      const together = rows.slice(part * TOGETHER, (part + 1) * TOGETHER);
      return { kind: 'text', text: [`${together.map(brief).join('; ')}.`] };
    });
  return [
    {
      kind: 'list',
      items: rows.map((row): Text => {
        const [link] = row.http;
        const [key] = row.keys;
        return [{ strong: key }, ` ${row.name}`, ...(link === undefined ? [] : [` → ${link.code}`])];
      }),
    },
  ];
}

/** A name that is its key once more in words would make a long list longer. */
function brief({ keys: [key], name }: OtherCode): string {
  return spells.test(key) ? key : `${key} ${name}`;
}

const spells = /_/;

function open(family: Family, row: OtherCode): Choice {
  const [key] = row.keys;
  return { label: inTitle({ family, key, code: row }), line: lineOf({ family, key }) };
}

/** Each page once, the most usual first. */
function sourcesOf(rows: readonly OtherCode[]): readonly Source[] {
  return rows.flatMap(({ sources }) => sources);
}

/** Both ways from a status code: what an API says that means it, and what a client makes of it that sees nothing else. */
function mappingFrom(family: Family, status: number): Answer {
  const rule = family.fromHttp;
  const meant = family.rows.filter(({ http }) => http.some(({ code }) => code === status));
  const made = family.rows.find(({ keys: [key] }) => key === (rule?.keys.get(status) ?? rule?.otherwise));
  const named = (row: OtherCode): Text => [
    { strong: inTitle({ family, key: row.keys[0], code: row }) },
    ` – ${row.meaning}`,
  ];
  return card({
    title: `${titleOfCode({ code: status })} in ${family.label}`,
    subtitle: 'Two mappings, and neither is the other one turned around',
    tone: toneOf([status]),
    blocks: [
      { kind: 'heading', text: `For an API that means ${titleOfCode({ code: status })}` },
      meant.length === 0
        ? { kind: 'text', text: ['google.rpc.Code maps none of its codes to it.'] }
        : { kind: 'list', items: meant.map(named) },
      { kind: 'heading', text: 'For a client that gets nothing but this HTTP code' },
      made === undefined ? { kind: 'text', text: [] } : { kind: 'list', items: [named(made)] },
      {
        kind: 'text',
        text: [
          'The second is for answers without grpc-status, such as those of a proxy. If there is one, it must be used; and servers must not choose codes by the second mapping.',
        ],
      },
    ],
    choices: [
      openCard({ code: status }),
      ...[...meant, ...(made === undefined ? [] : [made])].map((row) => open(family, row)),
      { label: family.many, line: family.listLine },
    ],
    sources: [...(rule === undefined ? [] : [rule.source]), ...meant.flatMap(({ sources }) => sources.slice(0, 1))],
    about: about('status', [status]),
    line: `${family.prefix} code for ${status}`,
  });
}
