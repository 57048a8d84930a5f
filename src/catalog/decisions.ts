// The way to a code for authors of APIs: questions with yes or no, each answer with an example and where it leads.

export type YesNo = 'yes' | 'no';

/** One answer to a question. */
export interface Way {
  /** What is so, for example, when this is the answer: a clause without capital letter or full stop. */
  readonly when: string;
  /** The next question, or the code that the way ends at. */
  readonly to: QuestionName | number;
}

export interface Decision extends Readonly<Record<YesNo, Way>> {
  /** At most 100 characters; where two codes are left, the question that decides between them. */
  readonly question: string;
}

type QuestionName = OfRequests | OfOutcomes;
type OfRequests = OfCallers | OfContent;
type OfCallers = 'request' | 'target' | 'caller' | 'limit' | 'identity' | 'address' | 'method' | 'gone';
type OfContent = 'message' | 'guard' | 'condition' | 'state' | 'format' | 'type' | 'size';
type OfOutcomes = OfSuccesses | OfFailures;
type OfSuccesses = 'done' | 'started' | 'finished' | 'page' | 'copy' | 'content';
type OfFailures = 'elsewhere' | 'lasting' | 'moved' | 'detour' | 'behind' | 'reaction' | 'waiting';

const callers: Readonly<Record<OfCallers, Decision>> = {
  request: {
    question: 'Does something about the request stand in the way?',
    yes: { when: 'its data is invalid, nobody is logged in, or nothing is at the address', to: 'target' },
    no: { when: 'it worked or will work, the thing has moved, or the server failed', to: 'done' },
  },
  target: {
    question: 'Is it about who asks, the address or the method, rather than what is sent?',
    yes: { when: 'a login is missing, there are too many requests, or no such page', to: 'caller' },
    no: { when: 'the body cannot be read, breaks a rule, or clashes with what is stored', to: 'message' },
  },
  caller: {
    question: 'Is it about who is asking?',
    yes: { when: 'the caller is not logged in, lacks a right, or is over a limit', to: 'limit' },
    no: { when: 'anybody would get the same answer at this address with this method', to: 'address' },
  },
  limit: {
    question: 'Has this client merely sent too many requests?',
    yes: { when: 'the client has used up its requests for this minute', to: 429 },
    no: { when: 'its first request of the day would be refused as well', to: 'identity' },
  },
  identity: {
    question: 'Does the server know who is asking?',
    yes: { when: 'the user is logged in but lacks the role that this needs', to: 403 },
    no: { when: 'the token is missing, expired or wrong', to: 401 },
  },
  address: {
    question: 'Does the address exist, whatever the method?',
    yes: { when: 'an order can be read there, but not deleted', to: 'method' },
    no: { when: 'there is no such order, or no such page', to: 'gone' },
  },
  method: {
    question: 'Does the server know this method at all?',
    yes: { when: 'this address takes only GET, and a POST came', to: 405 },
    no: { when: 'the server does not implement this method for any address', to: 501 },
  },
  gone: {
    question: 'Is it known that the thing was there and will not come back?',
    yes: { when: 'the page was removed for good, and the server remembers that', to: 410 },
    no: { when: 'no record has the id in the address', to: 404 },
  },
};

const content: Readonly<Record<OfContent, Decision>> = {
  message: {
    question: 'Can the server take in what was sent, and answer in the format asked for?',
    yes: { when: 'the JSON is well formed and not too large, but what it asks cannot be done', to: 'guard' },
    no: { when: 'the JSON is broken, the file is too large, or only XML would be accepted', to: 'format' },
  },
  guard: {
    question: 'Is it about a condition such as If-Match, which guards against lost updates?',
    yes: { when: 'an update may only pass if nobody has changed the record meanwhile', to: 'condition' },
    no: { when: 'an email is taken, or a date is in the wrong year', to: 'state' },
  },
  condition: {
    question: 'Was a condition sent?',
    yes: { when: 'the ETag in If-Match is no longer the current one', to: 412 },
    no: { when: 'updates must come with If-Match here, and this one has none', to: 428 },
  },
  state: {
    question: 'Would the same request be fine if the data on the server were different?',
    yes: { when: 'an account with the same email exists already', to: 409 },
    no: { when: 'the JSON is well formed but the end date is before the start date', to: 422 },
  },
  format: {
    question: 'Is a media type the trouble?',
    yes: { when: 'XML was sent or asked for, where there is only JSON', to: 'type' },
    no: { when: 'the JSON lacks a bracket, or the upload has two gigabytes', to: 'size' },
  },
  type: {
    question: 'Is it the format of what the client sends?',
    yes: { when: 'the body is XML and the endpoint takes only JSON', to: 415 },
    no: { when: 'the client accepts only XML and the server can only produce JSON', to: 406 },
  },
  size: {
    question: 'Is the body just too large?',
    yes: { when: 'the uploaded file is larger than the limit', to: 413 },
    no: { when: 'the JSON in the body has a syntax error', to: 400 },
  },
};

const successes: Readonly<Record<OfSuccesses, Decision>> = {
  done: {
    question: 'Has this server done what was asked, or taken it on?',
    yes: { when: 'something was read, stored or deleted, or a job was put in a queue', to: 'started' },
    no: { when: 'the client has to ask at another address, or a server failed', to: 'elsewhere' },
  },
  started: {
    question: 'Did the request create something or set work going?',
    yes: { when: 'there is a new order, a form was submitted, or an import has begun', to: 'finished' },
    no: { when: 'something was only read, changed or deleted', to: 'copy' },
  },
  finished: {
    question: 'Is the work finished when the answer is sent?',
    yes: { when: 'the order is stored', to: 'page' },
    no: { when: 'the job was put in a queue and will be worked on later', to: 202 },
  },
  page: {
    question: 'Should the client be led on to another page, with GET?',
    yes: { when: 'a form was submitted, and the browser should then load a confirmation page with GET', to: 303 },
    no: { when: 'a new order was created, and Location tells its address', to: 201 },
  },
  copy: {
    question: 'Did the client ask whether its copy is still good, and is it?',
    yes: { when: 'the ETag in If-None-Match still matches, so the cached copy can be used', to: 304 },
    no: { when: 'the client has no copy, or an old one', to: 'content' },
  },
  content: {
    question: 'Is there content to send back?',
    yes: { when: 'a search worked and the list of results is sent, even an empty one', to: 200 },
    no: { when: 'the delete worked and there is nothing to send back', to: 204 },
  },
};

const failures: Readonly<Record<OfFailures, Decision>> = {
  elsewhere: {
    question: 'Is it to be had at another address?',
    yes: { when: 'the shop has a new domain, or a login page comes first', to: 'lasting' },
    no: { when: 'a server crashed, is overloaded, or gave no answer', to: 'behind' },
  },
  lasting: {
    question: 'Is the move for good?',
    yes: { when: 'links and bookmarks should be changed to the new address', to: 'moved' },
    no: { when: 'the old address stays the one to use', to: 'detour' },
  },
  moved: {
    question: 'Must a POST arrive at the new address as a POST?',
    yes: { when: 'an API moved for good, and a POST must arrive there as a POST with its body', to: 308 },
    no: { when: 'a page has moved permanently to a new address', to: 301 },
  },
  detour: {
    question: 'Must a POST arrive at the other address as a POST?',
    yes: { when: 'uploads go to another server for now, and the POST must stay a POST', to: 307 },
    no: { when: 'the page is temporarily at another address', to: 302 },
  },
  behind: {
    question: 'Was a server behind this one asked?',
    yes: { when: 'a proxy or gateway passed the request on to the application', to: 'reaction' },
    no: { when: 'this server does the work itself, or never passed it on', to: 'waiting' },
  },
  reaction: {
    question: 'Did the server behind this one react in time?',
    yes: { when: 'the gateway got an invalid response from the upstream server', to: 502 },
    no: { when: 'the upstream server gave the gateway no answer before the time limit', to: 504 },
  },
  waiting: {
    question: 'Will waiting help?',
    yes: { when: 'the service is down for maintenance', to: 503 },
    no: { when: 'an unexpected exception in the code', to: 500 },
  },
};

/** Every question by its name. */
export const decisions: Readonly<Record<QuestionName, Decision>> = {
  ...callers,
  ...content,
  ...successes,
  ...failures,
};

/** A question that was answered. */
export interface Step {
  readonly decision: Decision;
  readonly answer: YesNo;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** The question that comes next, or the code where the way ends. */
  readonly at: Decision | number;
  /** How many more answers it may take; 0 at a code. */
  readonly left: number;
}

/** Follows the answers from the first question on; what comes after the end of the way is left out. */
export function walk(answers: readonly YesNo[]): Walk {
  const steps: Step[] = [];
  let to: Way['to'] = 'request';
  for (const answer of answers) {
    if (typeof to === 'number') break;
    const decision: Decision = decisions[to];
    steps.push({ decision, answer });
    to = decision[answer].to;
  }
  return { steps, at: typeof to === 'number' ? to : decisions[to], left: longest(to) };
}

function longest(to: Way['to']): number {
  if (typeof to === 'number') return 0;
  const { yes, no } = decisions[to];
  return 1 + Math.max(longest(yes.to), longest(no.to));
}

/** Every code that some way ends at, in the order of the rows. */
export const decidedCodes: readonly number[] = Object.values(decisions)
  .flatMap(({ yes, no }) => [yes.to, no.to])
  .filter((to) => typeof to === 'number');
