// What Slack's client makes of the keys that a person presses.
import type { Workspace } from './workspace.ts';

const ADDRESS = /https?:\/\/[^\s<>|]+/g;
const DOMAIN = /(?<![\w@/.<|-])((?:[a-z0-9-]+\.)+(?:com|net|org|example|test))(?![\w.-])/gi;
const NAME = /@(\w+)/g;
const CHANNEL = /#([\w-]+)/g;

/** `&`, `<` and `>` as Slack sends them to an app. */
export function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A typed message as Slack sends it: names, channels and addresses become tokens, the rest is escaped. */
export function encodeTyped(text: string, workspace: Workspace): string {
  const members = new Map(workspace.members().map(({ id, name }) => [name.toLowerCase(), id]));
  return escapeTyped(text)
    .replace(ADDRESS, (address) => `<${address}>`)
    .replace(DOMAIN, (domain) => (text.includes(`/${domain}`) ? domain : `<http://${domain}|${domain}>`))
    .replace(NAME, (typed, name: string) => {
      const id = members.get(name.toLowerCase());
      return id === undefined ? typed : `<@${id}>`;
    })
    .replace(CHANNEL, (typed, name: string) => {
      const known = workspace.findChannel(name);
      return known === null ? typed : `<#${known.id}|${known.name}>`;
    });
}
