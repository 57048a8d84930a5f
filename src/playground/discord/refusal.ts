// How Discord says no.

/** One thing wrong with a body: where, the name of the rule, and Discord's words. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export interface Refusal {
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: object };
}

/** docs: topics/opcodes-and-status-codes, JSON error codes */
export const REFUSALS = {
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  notFound: refusal(404, 0, '404: Not Found'),
  unknownChannel: refusal(404, 10003, 'Unknown Channel'),
  unknownServer: refusal(404, 10004, 'Unknown Guild'),
  unknownMember: refusal(404, 10007, 'Unknown Member'),
  unknownMessage: refusal(404, 10008, 'Unknown Message'),
  unknownWebhook: refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refusal(404, 10062, 'Unknown interaction'),
  alreadyAnswered: refusal(400, 40060, 'Interaction has already been acknowledged.'),
  emptyMessage: refusal(400, 50006, 'Cannot send an empty message'),
  unknownUser: refusal(404, 10013, 'Unknown User'),
  unknownEmoji: refusal(400, 10014, 'Unknown Emoji'),
  missingAccess: refusal(403, 50001, 'Missing Access'),
  missingPermissions: refusal(403, 50013, 'Missing Permissions'),
  mayNotReply: refusal(400, 160002, 'Cannot reply without permission to read message history'),
  invalidToken: refusal(401, 50027, 'Invalid Webhook Token'),
} as const;

/** 400 with every problem at its place, as Discord nests them. */
export function invalidBody(problems: readonly Problem[]): Refusal {
  const errors: Nested = {};
  for (const { path, code, message } of problems) {
    let at = errors;
    for (const key of path) {
      const inner = at[key];
      at = at[key] = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
    }
    const said = at['_errors'];
    at['_errors'] = [...(Array.isArray(said) ? said : []), { code, message }];
  }
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors } };
}

interface Nested {
  [key: string | number]: Nested | object[];
}

function refusal(status: number, code: number, message: string): Refusal {
  return { status, body: { code, message } };
}
