// What somebody can ask for help with, and the words that name it: "help logs", "help with retries".

export const helpTopics = [
  'codes',
  'choose',
  'logs',
  'retry',
  'testers',
  'customers',
  'others',
  'quiz',
  'rules',
  'settings',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

/** Lower case. A word names one topic only. */
export const topicWords: Readonly<Record<HelpTopic, readonly string[]>> = {
  codes: ['codes', 'code', 'names', 'statuses'],
  choose: ['choose', 'choosing', 'cases', 'comparing', 'comparisons'],
  logs: ['logs', 'log', 'pastes', 'pasting', 'explain', 'explaining'],
  retry: ['retry', 'retries', 'retrying'],
  testers: ['testers', 'tester', 'testing', 'tests', 'mocks', 'snippets', 'assertions'],
  customers: ['customers', 'customer', 'replies', 'reply'],
  others: ['others', 'other', 'grpc', 'curl', 'websocket', 'websockets', 'sockets', 'envoy'],
  quiz: ['quiz', 'quizzes', 'practice', 'practise', 'scores'],
  rules: ['rules', 'rule', 'house', 'own', 'our', 'yaml', 'import', 'export'],
  settings: ['settings', 'setting', 'channel', 'channels', 'stack', 'passive', 'listening'],
};
