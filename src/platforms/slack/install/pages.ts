// What whoever installs Teapot reads in their browser. Nothing on these pages came with a request.
import { createHash } from 'node:crypto';
import type { WebReply } from '../../../port.ts';
import type { NoToken } from './exchange.ts';
import { INSTALL_PATH } from './paths.ts';

export type Ending = NoToken | 'refused' | 'foreign' | 'expired' | 'used' | 'failed';

interface Page {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** Whether a new try can end better. */
  readonly again: boolean;
}

const PAGES: Readonly<Record<Ending, Page>> = {
  refused: {
    status: 403,
    title: 'Teapot was not added',
    text: 'Slack says that the request was declined, so nothing has changed. If your workspace wants an admin to approve apps, ask one of them.',
    again: true,
  },
  foreign: {
    status: 400,
    title: 'This page belongs to another visit',
    text: 'An installation ends in the browser in which it began, and needs cookies for that. Please start again here.',
    again: true,
  },
  expired: {
    status: 400,
    title: 'That took more than ten minutes',
    text: 'For safety, an installation has to be finished within ten minutes. Please start again.',
    again: true,
  },
  used: {
    status: 400,
    title: 'This page was open before',
    text: 'Each installation counts once. If Teapot is in your workspace already, all is well; otherwise, please start again.',
    again: true,
  },
  code: {
    status: 400,
    title: 'Slack does not know this visit any more',
    text: 'What Slack gave your browser is good for one time and a few minutes. Please start again.',
    again: true,
  },
  workspace: {
    status: 403,
    title: 'Teapot cannot be added to this workspace',
    text: 'Slack allows this app in some workspaces only. Choose another workspace, or ask whoever runs this Teapot.',
    again: true,
  },
  organisation: {
    status: 403,
    title: 'Please choose one workspace',
    text: 'Teapot is added to one workspace at a time, not to a whole organisation. Nothing was kept; start again, and choose a workspace in Slack’s menu.',
    again: true,
  },
  busy: {
    status: 503,
    title: 'Slack did not answer',
    text: 'Nothing has changed. Please try again in a minute.',
    again: true,
  },
  settings: {
    status: 500,
    title: 'Slack refused this Teapot',
    text: 'The settings of this app are not right. Whoever runs it finds the reason in the log.',
    again: false,
  },
  failed: {
    status: 500,
    title: 'Teapot could not note that',
    text: 'Something went wrong here, not with you. Please try again in a minute; whoever runs Teapot finds the reason in the log.',
    again: true,
  },
};

const STYLE =
  'body{margin:0;padding:12vh 1.5rem;font:1.1rem/1.5 system-ui,sans-serif;color:#1d1c1d;background:#f8f8f8}main{max-width:34rem;margin:auto}h1{font-size:1.6rem;line-height:1.25}a{color:#0b5cad}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1a1d21}a{color:#7db8f5}}';

/** Nothing is loaded, sent or framed; no cache and no other site learns of the address, in which a code stands. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

function draw(status: number, title: string, text: string, link: string): WebReply {
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<h1>${title}</h1>
<p>${text}</p>
${link}</main>
</html>
`;
  return { status, headers: HEADERS, body };
}

/** How it ended, where it did not end well. */
export function sayEnding(ending: Ending): WebReply {
  const { status, title, text, again } = PAGES[ending];
  return draw(status, title, text, again ? `<p><a href="${INSTALL_PATH}">Start again</a></p>\n` : '');
}

/** @param app the app's id, as Slack gave it out: letters and digits @param command a slash command that Slack takes */
export function sayInstalled(app: string, command: string): WebReply {
  const text = `Invite it to a channel with <code>/invite @Teapot</code>, or try it at once: <code>${command} 404</code>.`;
  const link = `<p><a href="https://slack.com/app_redirect?app=${app}">Open Teapot in Slack</a></p>\n`;
  return draw(200, 'Teapot is in your workspace', text, link);
}

/** Sends the browser to Slack. */
export function sendTo(address: string, cookie: string): WebReply {
  const { 'cache-control': cache, 'referrer-policy': referrer } = HEADERS;
  return {
    status: 302,
    headers: { location: address, 'set-cookie': cookie, 'cache-control': cache, 'referrer-policy': referrer },
  };
}
