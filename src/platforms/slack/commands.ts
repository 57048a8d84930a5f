// Which names a slash command may have on Slack. One refused name loses the whole list at installation, so say it early.

/** The name rule: 2–32 characters with the slash (manifest schema 2.0.0; stricter than it, which would accept capitals). */
const NAME = /^\/[a-z0-9_-]{1,31}$/;

/** At most 50 slash commands in a manifest (manifest schema 2.0.0). */
const MOST = 50;

/** Names of Slack's own commands: slack.com/help/articles/201259356, and built-ins that are common knowledge. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro shortcuts archive ' +
    'active apps call dm help huddle invite kick prefs remove rename star invite_people canvas'
  ).split(' '),
);

function problemWith(name: string): string | null {
  if (!NAME.test(name))
    return `"${name}" is not a command name on Slack: a slash, then 1-31 of a-z, 0-9, - and _, as in /http`;
  if (name === '/status')
    return '"/status" belongs to Slack: it sets a person’s own status and never reaches an app; use /http instead';
  if (RESERVED.has(name.slice(1)))
    return `"${name}" is one of Slack’s own commands and never reaches an app; try /http`;
  return null;
}

/**
 * Checks the names given as `SLACK_COMMANDS`, each with its slash.
 * @returns every problem as one clear line; empty when Slack will take the list.
 */
export function validateCommands(names: readonly string[]): string[] {
  const problems = names.flatMap((name) => problemWith(name) ?? []);
  const doubles = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  for (const name of doubles) problems.push(`"${name}" is named more than once`);
  if (names.length > MOST) problems.push(`${names.length} commands are too many: Slack takes at most ${MOST}`);
  return problems;
}
