// What somebody types comes back as the characters that it is: on no platform as markup, a mention or a command to a
// screen. The real bot over a real store, drawn for all three platforms, and read as each of them reads it.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../src/answer/answer.ts';
import type { Cooldown } from '../src/cooldown/cooldown.ts';
import { render as renderDiscord } from '../src/platforms/discord/render.ts';
import { draw as drawSlack } from '../src/platforms/slack/render.ts';
import { toTerminal } from '../src/platforms/terminal/render.ts';
import { readMarkdown } from '../src/playground/discord/markdown.ts';
import { readMrkdwn } from '../src/playground/page/client/slack/mrkdwn.ts';
import type { Ask, Place } from '../src/port.ts';
import { openRoom, slackPlace } from './commands/quiz-room.ts';

const discordPlace: Place = { platform: 'discord', team: '110000000000000001', channel: '110000000000000002' };
/** The harness asks more at once than a person may. */
const cooldown: Cooldown = { hold: () => null, completes: () => true };

/** What would ping, link, style, colour, hide or turn around what stands around it. */
const hostile: readonly string[] = [
  '<!channel> <!here|evil> <!subteam^S0EVIL> <!date^0^{date}|evil>',
  '<@U0EVIL> <@W0EVIL|evil> <#C0EVIL|evil> <@110000000000000666> <@!110000000000000666> <@&110000000000000666>',
  '@everyone @here',
  '<https://evil.example|bank.example> [bank.example](https://evil.example) [bank](<https://evil.example>)',
  '</evil:110000000000000666> <id:customize> <t:0:R> <:evil:110000000000000666> <a:evil:110000000000000666> :evil:',
  '**evilbold** *evilbold* __evilbold__ _evilbold_ ~~evilbold~~ ||evilbold||',
  '`evilcode` ```evilcode``` ``evilcode``',
  '"><script>evil</script> {{evil}} %s %n',
  '&lt;!channel&gt; &amp;lt;!channel&amp;gt;',
  '\u202eevil\u202c \u2066evil\u2069 \u200fevil \u061cevil',
  'e\u200bv\u200bi\u200dl \ufeff \u2060',
  '\u001b[31mevil\u001b[0m \u009b31mevil \u001b]8;;https://evil.example\u0007evil\u001b]8;;\u0007 \u0007 \b\b\b \u001b[2J',
  'evil\r\rHTTP/1.1 200 OK',
  'evil \ud800 \udfff',
  '__proto__ constructor toString',
];

interface Carried {
  readonly kind: Ask['kind'];
  readonly line?: string;
  readonly text?: string;
}

/** How it gets to somebody’s eyes: by an answer that quotes it. */
const carriers: readonly ((evil: string) => Carried)[] = [
  ...[
    (evil: string) => evil,
    (evil: string) => `what is ${evil}`,
    (evil: string) => `nto fuond ${evil}`,
    (evil: string) => `499 ${evil}`,
    (evil: string) => `799 ${evil}`,
    (evil: string) => `which code when ${evil} is missing`,
    (evil: string) => `404 vs ${evil}`,
    (evil: string) => `choose yes ${evil}`,
    (evil: string) => `retry ${evil}`,
    (evil: string) => `reply ${evil} 404`,
    (evil: string) => `grpc ${evil}`,
    (evil: string) => `HTTP/1.1 404 Not Found ${evil}`,
    (evil: string) => `quiz ${evil}`,
    (evil: string) => `quiz schedule ${evil}`,
    (evil: string) => `quiz schedule 09:30 ${evil}`,
    (evil: string) => `quiz schedule ${evil} Europe/Berlin`,
    (evil: string) => `quiz schedule 09:30 UTC level ${evil}`,
    (evil: string) => `quiz schedule 09:30 UTC reveal ${evil}`,
    (evil: string) => `quiz skip ${evil}`,
    (evil: string) => `quiz skip 2027-01-04 ${evil}`,
    (evil: string) => `quiz level ${evil}`,
    (evil: string) => `quiz digest ${evil}`,
    (evil: string) => `quiz now ${evil}`,
    (evil: string) => `quiz scores ${evil}`,
    (evil: string) => `quiz void ${evil}`,
    (evil: string) => `quiz practice ${evil} 1 x`,
    (evil: string) => `rule 404 "${evil}"`,
    (evil: string) => `rule evil-1 ${evil}`,
    (evil: string) => `rule 503 "look" ${evil}`,
    (evil: string) => `rule import rules:\n  - code: 404\n    text: ${JSON.stringify(evil)}`,
    (evil: string) => `rule import ${evil}`,
    (evil: string) => `rule remove ${evil}1`,
    (evil: string) => `rule history ${evil}1`,
    (evil: string) => `stack ${evil}`,
    (evil: string) => `passive ${evil}`,
  ].map((put) => (evil: string) => ({ kind: 'line' as const, line: put(evil) })),
  ...[
    (evil: string) => `GET /${evil} 404`,
    (evil: string) => `HTTP/1.1 503 Service Unavailable\nServer: ${evil}\nX-Cache: ${evil}`,
    (evil: string) => `{"status":404,"detail":${JSON.stringify(evil)}}`,
    (evil: string) => `10.0.0.1 - ${evil} [25/Nov/2026:09:00:00 +0000] "GET /${evil} HTTP/1.1" 502 157 "-" "${evil}"`,
    (evil: string) => `upstream ${evil} prematurely closed connection while reading response header: status code 502`,
    (evil: string) => `evil-1 ${evil}`,
  ].map((put) => (evil: string) => ({ kind: 'explain' as const, text: put(evil) })),
  (evil) => ({ kind: 'mention' as const, text: `404 ${evil}` }),
  (evil) => ({ kind: 'mention' as const, text: evil }),
];

/** What is shown later of what was kept. */
const later = [
  '404',
  'rule 404',
  'rules',
  'our codes',
  'rule export',
  'rule history 404',
  'rule evil-1',
  'settings',
  'stack',
  'quiz help',
];

type Json = Readonly<Record<string, unknown>>;

function partsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part: Json = { ...value };
  return [part, ...Object.values(part).flatMap(partsOf)];
}

const UNSEEN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Who a rule is by, and when: Teapot’s own mentions. */
const OWN = new Set(['U1']);

/** What Slack would make of it that only Teapot may write. */
function evilOnSlack(answer: Answer): readonly string[] {
  const drawn = drawSlack(answer, { share: true });
  const texts = partsOf(drawn.blocks).flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text)] : []));
  const shown = [...texts.flatMap((text) => partsOf(readMrkdwn(text))), ...partsOf(drawn.blocks)];
  // Only notifications have it, where styles and emoji are none.
  const notified = partsOf(readMrkdwn(drawn.text));
  return [
    ...[...shown, ...notified].filter((leaf) => pingsOnSlack(leaf) || isMasked(leaf['url'], leaf['text'])),
    ...shown.filter(({ type, name }) => type === 'emoji' && name === 'evil'),
    ...shown.filter(({ style, text }) => style !== undefined && /^evilbold$/.test(String(text))),
    ...unseen(JSON.stringify(drawn)),
  ].map((found) => JSON.stringify(found));
}

function pingsOnSlack({ type, user_id: user }: Json): boolean {
  if (type === 'user') return !OWN.has(String(user));
  return type === 'broadcast' || type === 'usergroup' || type === 'channel';
}

/** What Discord would. A moment that Teapot writes stands in the same brackets as a mention. */
function evilOnDiscord(answer: Answer): readonly string[] {
  const texts = partsOf(renderDiscord(answer)).flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  const pieces = texts.flatMap((text) => readMarkdown(text).flatMap((line) => line.pieces));
  return [
    ...pieces.filter(({ kind, text }) => kind === 'mention' && !/^2026-\d\d-\d\d /.test(text)),
    ...pieces.filter(({ href, text }) => isMasked(href, text)),
    ...pieces.filter(({ kind, text }) => kind !== 'text' && /^evilbold$/.test(text)),
    ...unseen(texts.join('\n')),
  ].map((found) => JSON.stringify(found));
}

/** An address that says it is another. */
function isMasked(href: unknown, shown: unknown): boolean {
  return String(href).includes('evil') && shown !== undefined && shown !== href;
}

function evilInTerminal(answer: Answer): readonly string[] {
  const drawn = toTerminal(answer, { width: 80, colour: false });
  return /(?!\n)\p{Cc}/u.test(drawn) ? [`control ${JSON.stringify(drawn)}`] : unseen(drawn);
}

function unseen(text: string): readonly string[] {
  return UNSEEN.test(text) ? [`turned around: ${encodeURI(text.toWellFormed())}`] : [];
}

describe.each([slackPlace, discordPlace])('what somebody types on $platform', (place) => {
  it.each(hostile)('comes back as it is: %j', async (evil) => {
    const { bot } = await openRoom(place, { cooldown });
    const by = { ...place, user: 'U1', manages: async () => true };
    const found: string[] = [];
    const asks: readonly Carried[] = [
      ...carriers.map((carry) => carry(evil)),
      ...later.map((line) => ({ kind: 'line' as const, line })),
    ];
    for (const ask of asks) {
      const answer = await bot.ask({ ...ask, by } as Ask);
      if (answer === null) continue;
      const said = ask.line ?? ask.text;
      if (answer.title.startsWith('Sorry')) found.push(`${said}: failed`);
      for (const [where, look] of [
        ['slack', evilOnSlack],
        ['discord', evilOnDiscord],
        ['terminal', evilInTerminal],
      ] as const)
        found.push(...look(answer).map((problem) => `${where}: ${JSON.stringify(said)} → ${problem}`));
    }
    expect(found).toEqual([]);
  });
});
