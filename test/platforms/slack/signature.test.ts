// Whose signature is taken for Slack’s.
import { describe, expect, it } from 'vitest';
import { createVerifier } from '../../../src/platforms/slack/signature.ts';

/** The example of docs.slack.dev/authentication/verifying-requests-from-slack */
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const AT = 1_531_420_618;
const BODY = Buffer.from(
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
);
const SIGNATURE = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const headers = { 'x-slack-request-timestamp': String(AT), 'x-slack-signature': SIGNATURE };

describe('a request that', () => {
  const verdictOn = createVerifier(SECRET, () => AT * 1000);

  it('Slack signed is taken', () => expect(verdictOn(headers, BODY)).toBe('signed'));

  it.each([
    ['is not signed', { ...headers, 'x-slack-signature': undefined }],
    ['is signed with a part of it', { ...headers, 'x-slack-signature': SIGNATURE.slice(0, -1) }],
    ['is signed otherwise', { ...headers, 'x-slack-signature': SIGNATURE.replace('a2', '2a') }],
    ['has no time', { ...headers, 'x-slack-request-timestamp': undefined }],
    ['has a time that is none', { ...headers, 'x-slack-request-timestamp': 'NaN' }],
    ['was signed at another time', { ...headers, 'x-slack-request-timestamp': String(AT + 1) }],
  ])('%s is refused', (_what, changed) => expect(verdictOn(changed, BODY)).toBe('forged'));

  it('says something else is refused', () =>
    expect(verdictOn(headers, Buffer.from(`${BODY}&text=404`))).toBe('forged'));

  it.each([
    [-301, { secondsOff: 301 }],
    [-300, 'signed'],
    [300, 'signed'],
    [301, { secondsOff: 301 }],
  ])('is %i seconds old: %o', (age, verdict) => {
    expect(createVerifier(SECRET, () => (AT + age) * 1000)(headers, BODY)).toEqual(verdict);
  });
});
