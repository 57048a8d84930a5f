// The error codes of Heroku's router: each says what became of the request, and what to do.
import { page } from '../../../catalog/sources.ts';
import type { Sign } from '../sign.ts';

const errorCodes = page('Heroku error codes', 'https://devcenter.heroku.com/articles/error-codes');

const codes: Readonly<Record<string, readonly [here: string, next: string]>> = {
  H10: ['The web dyno crashed, or it never came up.', 'Run heroku logs --tail and look at the lines above this one.'],
  H11: ['Too many requests were waiting for the dynos.', 'Make requests faster, or run more dynos.'],
  H12: [
    'The dyno took longer than 30 seconds, so the router gave up on it.',
    'Move slow work to a background job, and give calls to others a timeout below 30 seconds.',
  ],
  H13: [
    'The dyno closed the connection without an answer.',
    'Look for a worker that was killed at that second: memory, or a timeout of the web server.',
  ],
  H14: ['No web dyno runs.', 'Run heroku ps:scale web=1, and check the Procfile.'],
  H15: ['Nothing was sent for 55 seconds.', 'Send something at least every 55 seconds, or answer sooner.'],
  H17: ['The dyno’s answer was no valid HTTP.', 'Look at what the application writes before its headers.'],
  H19: ['The dyno took no connection within 5 seconds.', 'Look at load: the accept queue of the web server is full.'],
  H20: ['The application took longer to start than the router waits.', 'Look at what it does at boot.'],
  H21: ['The dyno refused the connection.', 'Check that the application listens on $PORT.'],
  H80: ['The application is in maintenance mode.', 'Run heroku maintenance:off when it may answer again.'],
  H81: ['Nothing has been deployed to this application yet.', 'Deploy the application.'],
  H99: ['Heroku itself has a fault.', 'Look at status.heroku.com.'],
};

export const herokuCodes: readonly Sign[] = Object.entries(codes).map(([code, [here, next]]) => ({
  who: 'herokuRouter',
  role: 'made',
  strength: 'proof',
  text: `code=${code.toLowerCase()}`,
  pattern: new RegExp(`\\bat=(?:error|warning) code=${code}\\b`),
  seen: `${code}: ${here[0]?.toLowerCase()}${here.slice(1)}`,
  here,
  next,
  source: errorCodes,
}));
