// What /metrics says: each metric of ours, what it means, and when to worry. The page for whoever runs Teapot is made of it.

export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** One line, in the words of Prometheus' HELP. */
  readonly help: string;
  /** Each label with all it can be. */
  readonly labels: Readonly<Record<string, string>>;
  /** When somebody should look, and at what. */
  readonly worry: string;
  /** Of a histogram, in seconds. */
  readonly buckets?: readonly number[];
}

const platforms = 'slack, discord';
const SHORT = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

export const metrics = {
  answers: {
    name: 'teapot_answers_total',
    type: 'counter',
    help: 'Questions that were asked, and what was answered.',
    labels: {
      platform: platforms,
      ask: 'line (a command or a button), mention, explain (a message or a paste)',
      about:
        'what the answer is about: status, compare, choose, quiz, …; none: nothing was found; silence; error: what was typed cannot be done, or came too fast; fault: Teapot’s own',
    },
    worry:
      'about="fault" rises at all: the log has a line "could not answer" for each, with the id that the asker saw. about="none" over a third of all: people ask what it does not know.',
  },
  answerTime: {
    name: 'teapot_answer_seconds',
    type: 'histogram',
    help: 'Time from a question to its answer, before it is sent.',
    labels: { platform: platforms, ask: 'line, mention, explain' },
    worry:
      'The 99th percentile is over 0.5 s: Slack and Discord give three seconds in all. Look at nodejs_eventloop_lag_p99_seconds, then at the database.',
    buckets: SHORT,
  },
  deliveries: {
    name: 'teapot_deliveries_total',
    type: 'counter',
    help: 'Posts of the clock that came to an end, or to a further attempt.',
    labels: {
      platform: platforms,
      post: 'quiz, reveal, digest, season',
      result:
        'posted; skipped (no reason to post it any more); busy and unsent (tried again); unknown (it may stand there); repairable, gone, refused (not posted); broken (a fault of Teapot’s)',
    },
    worry:
      'result="broken" or "refused" rises at all: see "delivery:" in the log. "unknown" rises by more than a few a day: the platform’s answers get lost. "repairable" rises: somebody there has to invite Teapot.',
  },
  deliveryLag: {
    name: 'teapot_delivery_lag_seconds',
    type: 'histogram',
    help: 'How long after its time a post was posted.',
    labels: { platform: platforms, post: 'quiz, reveal, digest, season' },
    worry:
      'The 95th percentile is over 120 s: more channels are due in one minute than the platform takes (Discord 50 a second), or its API is slow; see teapot_api_call_seconds.',
    buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600, 10_800],
  },
  outboxDue: {
    name: 'teapot_outbox_due',
    type: 'gauge',
    help: 'Posts whose time has come and that nobody has taken yet. The same in all processes on one database: take the maximum.',
    labels: {},
    worry: 'It grows for ten minutes: nothing is posted. See teapot_ready and "delivery:" in the log.',
  },
  outboxOldest: {
    name: 'teapot_outbox_oldest_seconds',
    type: 'gauge',
    help: 'How long the oldest of these has been due; 0 when there is none.',
    labels: {},
    worry: 'Over 600 s. After three hours, a quiz is no longer posted that day.',
  },
  calls: {
    name: 'teapot_api_calls_total',
    type: 'counter',
    help: 'Requests to a platform, by what became of them.',
    labels: {
      platform: platforms,
      call: 'on Slack the method, or response_url; on Discord interaction, message, edit, commands, gateway, other',
      status: 'the status of HTTP; refused (Slack said no with a 200); failed (no answer came)',
    },
    worry:
      'More than one in a hundred is refused, failed or 5xx for ten minutes. 401, or refused on auth.test: the token is no longer good.',
  },
  callTime: {
    name: 'teapot_api_call_seconds',
    type: 'histogram',
    help: 'Time until a platform has answered a request.',
    labels: { platform: platforms, call: 'as in teapot_api_calls_total' },
    worry:
      'The 99th percentile of call="interaction" or "response_url" is over 2 s: people read that Teapot did not answer.',
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  limited: {
    name: 'teapot_rate_limited_total',
    type: 'counter',
    help: 'Requests that a platform answered with 429.',
    labels: { platform: platforms, limit: 'whose limit: user, global, shared; unknown on Slack' },
    worry:
      'limit="global" rises at all, or more than one in a hundred requests: several processes use one token and do not know of each other.',
  },
  invalid: {
    name: 'teapot_discord_invalid_requests_total',
    type: 'counter',
    help: 'Requests that count towards Discord locking out this address: 401, 403, and 429 but for shared limits.',
    labels: {},
    worry: 'More than 2,000 in ten minutes: at 10,000 Discord locks out the address for a while.',
  },
  ready: {
    name: 'teapot_ready',
    type: 'gauge',
    help: 'Whether each thing that Teapot needs is well, as in /readyz: 1 or 0.',
    labels: { check: 'database, migrations, slack, discord, process' },
    worry: '0 for more than a minute; /readyz says in words what is wrong.',
  },
} as const satisfies Readonly<Record<string, Metric>>;

/** Of what Node and the process say by themselves (prom-client’s own names), what is worth a look. */
export const worthALook: readonly Pick<Metric, 'name' | 'help' | 'worry'>[] = [
  {
    name: 'nodejs_eventloop_lag_p99_seconds',
    help: 'How late the process gets to what it has to do, since the last scrape.',
    worry:
      'Over 0.2 s for some minutes: everybody waits for that. The process has too little of a processor, or the disk is slow.',
  },
  {
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    worry: 'It grows from day to day.',
  },
  {
    name: 'process_cpu_seconds_total',
    help: 'Time that processors have worked for it.',
    worry: 'It rises by more than 0.8 a second for minutes: one process has one processor.',
  },
  {
    name: 'process_open_fds',
    help: 'Open files and connections.',
    worry: 'Over half of process_max_fds.',
  },
];
