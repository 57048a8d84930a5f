// What a stack changes in an answer, and what it must not.
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../src/answer/plain.ts';
import { createBot } from '../../src/bot.ts';
import { judge } from '../../src/query/producer/verdict.ts';
import { witnessesIn } from '../../src/query/producer/witnesses.ts';
import { productsOf } from '../../src/query/stack/products.ts';
import { loadPastes } from '../pastes/score.ts';
import { by, expectPromises } from './ask.ts';
import { openRoom } from './quiz-room.ts';

async function answer(stack: string, kind: 'line' | 'explain', text: string) {
  const bot = createBot({ stack: productsOf(stack.split(' ')) });
  const answered = await bot.ask(kind === 'line' ? { kind, by, line: text } : { kind, by, text });
  if (answered === null) return expect.unreachable();
  expectPromises(answered);
  return answered;
}

const read = async (...asked: Parameters<typeof answer>) => toPlain(await answer(...asked));

const NGINX_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>';

describe('a number with several owners', () => {
  it.each([
    ['', '530 Origin Resolution Error (1XXX)'],
    ['shopify', '530 Origin DNS Error'],
    ['pantheon nginx', '530 Site Is Frozen'],
  ])('with the stack "%s" is first of all %s', async (stack, title) => {
    const { title: shown } = await answer(stack, 'line', '530');
    expect(shown).toContain(title);
  });

  it('says which owners are in the stack, also beside a registered meaning', async () => {
    expect(await read('shopify', 'line', '530')).toMatch(/Shopify \(in your stack\), Cloudflare/);
    const card = await read('laravel apache', 'line', '103');
    expect(card).not.toContain('in your stack');
    expect(await read('spring', 'line', '103')).toMatch(/The same number elsewhere[\s\S]*Spring \(in your stack\):/);
    expect((await answer('spring', 'line', '103')).title).toBe('103 Early Hints');
  });

  it('in a pasted text is told in the same order', async () => {
    const log = '2026-11-26 10:00:00 error upstream answered with status 530';
    const meanings = (text: string) =>
      [...text.matchAll(/(Cloudflare|Shopify|Pantheon)[^:,\n]*, /g)].map(([, who]) => who);
    expect(meanings(await read('', 'explain', log))[0]).toBe('Cloudflare');
    expect(meanings(await read('shopify', 'explain', log))[0]).toBe('Shopify');
  });
});

describe('a verdict', () => {
  it('of nginx’s own page sends one on to what stands behind nginx', async () => {
    const text = await read('alb nginx rails', 'explain', NGINX_502);
    expect(text).toMatch(
      /Check next: Read nginx’s error\.log[^\n]*Behind nginx, your stack has Rails\. Find the request in log/,
    );
    expect(await read('alb nginx', 'explain', NGINX_502)).not.toContain('Behind nginx');
    expect(await read('haproxy rails', 'explain', NGINX_502)).not.toContain('Behind');
  });

  it('where nothing is proved is a question and stays unknown', async () => {
    const said = 'we get 504 since noon';
    const asked = await answer('cloudflare alb nginx rails', 'explain', said);
    expect(toPlain(asked)).toContain('In your stack, nginx or AWS ALB usually answers 504. Was it nginx?');
    expect(toPlain(asked)).toContain('Who answered: the text does not say');
    expect(asked.about.producer ?? { kind: 'unknown', name: null }).toStrictEqual({ kind: 'unknown', name: null });
    expect(await read('', 'explain', said)).not.toContain('Who answered');
    expect(await read('cloudflare', 'explain', 'we get 422 since noon')).not.toContain('Was it');
  });

  it('is settled by the stack only where the text speaks for two alike', () => {
    const headers = 'HTTP/1.1 500 Internal Server Error\nX-Powered-By: Express\nX-Powered-By: PHP/8.2\n';
    const verdict = judge(witnessesIn(headers, 500));
    expect([verdict.name, ...(verdict.equal ?? []).map(({ name }) => name)].toSorted()).toStrictEqual([
      'Express',
      'PHP',
    ]);
  });

  it.each(['nginx php', 'nginx express'])('of two alike is for the one in the stack: %s', async (stack) => {
    const headers = 'HTTP/1.1 500 Internal Server Error\nX-Powered-By: Express\nX-Powered-By: PHP/8.2\n';
    const { about } = await answer(stack, 'explain', headers);
    expect(about.producer?.name?.toLowerCase()).toBe(stack.split(' ')[1]);
  });

  it('that a text proves stays, also where the stack has only another whom it names', async () => {
    const text = `HTTP/1.1 502 Bad Gateway\nX-Powered-By: Express\n\n${NGINX_502}`;
    for (const stack of ['', 'haproxy express', 'express'])
      expect((await answer(stack, 'explain', text)).about.producer).toStrictEqual({
        kind: 'reverse-proxy',
        name: 'nginx',
      });
  });

  it('that a text proves is never another with any stack', async () => {
    const pastes = loadPastes().filter(({ held }) => held !== true);
    const stacks = ['cloudflare alb nginx rails', 'fastly haproxy express', 'front-door iis aspnet', 'kong envoy go'];
    const bot = createBot();
    for (const [index, { text }] of pastes.entries()) {
      const plain = await bot.ask({ kind: 'explain', by, text });
      const staked = await answer(stacks[index % stacks.length] ?? '', 'explain', text);
      expect(staked.about.codes).toStrictEqual(plain?.about.codes);
      const certain = plain !== null && toPlain(plain).includes('(certain)');
      if (certain) expect(staked.about.producer).toStrictEqual(plain.about.producer);
    }
    expect(pastes.length).toBeGreaterThan(100);
  });
});

describe('what repeats requests', () => {
  it('in the stack is said on the card, applications left out', async () => {
    expect(await read('alb envoy go', 'line', 'retry 503 GET')).toContain('In your stack: Envoy does not repeat it');
    expect(await read('alb rails', 'line', 'retry 503 GET')).not.toContain('In your stack');
    expect(await read('envoy', 'line', 'retry 503 GET')).not.toContain('Go net/http does not');
  });
});

describe('a channel’s stack', () => {
  it('holds there, for whoever asks, and nowhere else', async () => {
    const room = await openRoom();
    await room.person('ann').ask('stack shopify');
    expect((await room.person('bob').ask('530')).title).toContain('Origin DNS Error');
    expect((await room.person('bob', { channel: 'C2' }).ask('530')).title).toContain('Origin Resolution');
    expect((await room.person('bob', { team: 'T2' }).ask('530')).title).toContain('Origin Resolution');
    expect((await room.person('bob', { channel: 'T7', parent: 'C1' }).ask('530')).title).toContain('Origin DNS');
    const explained = await room.bot.ask({ kind: 'explain', by: room.person('eve').by, text: 'HTTP/1.1 530 \n' });
    expect(explained && toPlain(explained)).toContain('Shopify (in your stack)');
  });

  it('is looked up only where it could change the answer', async () => {
    const room = await openRoom();
    let asked = 0;
    Object.assign(room.store.channels, {
      get: async () => {
        asked += 1;
        return null;
      },
    });
    const ann = room.person('ann');
    for (const line of ['404', '401 vs 403', '4xx', 'which code when the email exists already?']) await ann.ask(line);
    expect(asked).toBe(0);
    await ann.ask('520');
    expect(asked).toBe(1);
  });
});
