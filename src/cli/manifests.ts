// `teapot manifests`: what Slack and Discord are told of the app, made from the command list.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
  type Environment,
  type QuizAdmins,
  readCommands,
  readPassive,
  readPublicUrl,
  readQuizAdmins,
} from '../config.ts';
import { validateCommands } from '../platforms/slack/commands.ts';
import type { Bot } from '../port.ts';
import { DONE, STALE, type Streams } from './streams.ts';

/** What a person replaces. In capitals, so that nobody overlooks it; addresses are lower case while they are built. */
const HOST = 'https://HOST';
/** Where it is called. */
const MANIFESTS = pathToFileURL('manifests/');

/** Each file of manifests/ with what it must say. The Slack app that listens over HTTP has an address to fill in. */
export async function manifestFiles(
  bot: Bot,
  commands: readonly string[],
  quizAdmins: QuizAdmins = 'anyone',
  passive: ReturnType<typeof readPassive> = { slack: false, discord: false },
  publicUrl: string | null = null,
): Promise<ReadonlyMap<string, string>> {
  // Loaded here, because asking a question needs no SDK.
  const { slackManifest } = await import('../platforms/slack/manifest.ts');
  const { discordManifest } = await import('../platforms/discord/manifest.ts');
  const slack = { commands, quizAdmins, passive: passive.slack, installUrl: publicUrl };
  const files = {
    'slack.json': slackManifest(bot, { ...slack, url: null }),
    'slack-http.json': slackManifest(bot, { ...slack, url: publicUrl ?? HOST.toLowerCase() }),
    'discord.json': discordManifest(bot, passive.discord),
  };
  return new Map(
    Object.entries(files).map(([name, manifest]) => {
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      return [name, text.replaceAll(HOST.toLowerCase(), HOST)];
    }),
  );
}

/** The names of the files in a folder that do not say what they must. */
export async function staleFiles(files: ReadonlyMap<string, string>, folder = MANIFESTS): Promise<readonly string[]> {
  const checked = [...files].map(async ([name, text]) => {
    const found = await readFile(new URL(name, folder), 'utf8').catch(() => null);
    return found === text ? [] : [name];
  });
  return (await Promise.all(checked)).flat();
}

/**
 * Writes the manifests that are out of date, or with `check` only names them.
 * @returns the exit code
 */
export async function manifests(
  bot: Bot,
  check: boolean,
  environment: Environment,
  { stdout, stderr }: Streams,
): Promise<number> {
  const commands = readCommands(environment, validateCommands);
  if (!commands.ok) {
    stderr.write(commands.problems.map((problem) => `${problem}\n`).join(''));
    return STALE;
  }
  const address = readPublicUrl(environment);
  if (!address.ok) {
    stderr.write(address.problems.map((problem) => `${problem}\n`).join(''));
    return STALE;
  }
  const settings = [readQuizAdmins(environment), readPassive(environment), address.value] as const;
  const files = await manifestFiles(bot, commands.value, ...settings);
  const stale = await staleFiles(files);
  if (check) {
    for (const name of stale) stderr.write(`manifests/${name} is out of date: run npm run manifests\n`);
    return stale.length === 0 ? DONE : STALE;
  }
  try {
    await mkdir(MANIFESTS, { recursive: true });
    for (const name of stale) {
      await writeFile(new URL(name, MANIFESTS), files.get(name) ?? '');
      stdout.write(`wrote manifests/${name}\n`);
    }
  } catch (thrown) {
    stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return STALE;
  }
  if (stale.length === 0) stdout.write('manifests/ is up to date\n');
  return DONE;
}
