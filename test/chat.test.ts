// The chat in the terminal, with somebody who can type.
import { Readable, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { chat } from '../src/chat.ts';
import { helpTopics } from '../src/query/data/help-topics.ts';

it('welcomes with lines to try and the names of all topics, and answers them', async () => {
  const said: string[] = [];
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      said.push(String(chunk));
      done();
    },
  });
  const stdin = Object.assign(Readable.from(['help others\n']), { isTTY: true });
  await chat({ stdin, stdout });
  const text = stripVTControlCharacters(said.join(''));
  expect(text).toContain(`More of each after help: ${helpTopics.join(' · ')}\n`);
  expect(text).toContain('Codes of others');
  expect(text).toContain('tls alert 40');
});
