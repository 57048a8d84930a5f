// What is right for each field of a rule or an own code: the same in a file, in a form and in a typed line.
import { meaningsOf } from '../catalog/index.ts';
import { MOST, type Team } from './house.ts';

const SPACES = /\s+/gu;
/** Nobody sees them, and some turn the direction of reading: a line would look like another. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const WEB = /^https?:\/\//i;
const STATUS = /^\d{3}$/;
const OWN_CODE = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;
const DIGIT = /\d/;
/** What is a question about HTTP already: 404, 404.13, 5xx, 40x, 4**. */
const STATUS_LIKE = /^[1-5](?:\d{2}(?:\.\d{1,2})?|xx?|\dx)$/i;
/** docs.slack.dev and docs.discord.com: ids of workspaces (and organisations), and snowflakes. */
const SLACK_TEAM = /^[TE][A-Z0-9]{1,20}$/;
const DISCORD_SERVER = /^\d{15,21}$/;

/** A value, or what is wrong with it: a piece of a sentence that says what is right. */
export type Checked<Value> = { readonly value: Value } | { readonly problem: string };

/** Some words on one line. @param most characters */
export function checkText(typed: string, most: number): Checked<string> {
  const text = typed.replace(SPACES, ' ').trim();
  if (text === '') return { problem: 'is empty; say it in a few words' };
  if (text.length > most) return { problem: `has ${text.length} characters; ${most} is the most` };
  if (UNSEEN.test(text) || !text.isWellFormed())
    return { problem: 'has a character that nobody can see; type it again' };
  return { value: text };
}

/** An address that can be opened, as browsers write it. */
export function checkLink(typed: string): Checked<string> {
  const url = WEB.test(typed.trim()) ? URL.parse(typed.trim()) : null;
  if (url === null) return { problem: 'is no web address; it starts with https://, as in https://wiki.example/adr-12' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'holds a name or password; everybody would read it, so leave it out' };
  if (url.href.length > MOST.link) return { problem: `has ${url.href.length} characters; ${MOST.link} is the most` };
  return { value: url.href };
}

/** A status code that there can be a rule for: any from 100 to 599, and those that some vendor uses. */
export function checkStatus(typed: string): Checked<number> {
  const code = STATUS.test(typed.trim()) ? Number(typed) : Number.NaN;
  if ((code >= 100 && code <= 599) || meaningsOf(code).length > 0) return { value: code };
  return { problem: 'is no HTTP status code; it has three digits, as in 422' };
}

export function checkOwnCode(typed: string): Checked<string> {
  const code = typed.trim();
  if (code.length > MOST.code) return { problem: `has ${code.length} characters; ${MOST.code} is the most` };
  if (STATUS_LIKE.test(code) || STATUS.test(code))
    return { problem: 'is taken by HTTP; a code of your own looks like E1042 or PAY-7' };
  if (!OWN_CODE.test(code) || !DIGIT.test(code))
    return { problem: 'must have a digit in it, and else letters, digits, - _ and . only, as in E1042 or PAY-7' };
  return { value: code };
}

/** The id of a workspace or a server tells which of the two it is. */
export function checkTeam(typed: string): Checked<Team> {
  const team = typed.trim();
  if (SLACK_TEAM.test(team)) return { value: { platform: 'slack', team } };
  if (DISCORD_SERVER.test(team)) return { value: { platform: 'discord', team } };
  return { problem: 'is no id of a Slack workspace (T0123ABCD) or a Discord server (17 to 20 digits)' };
}
