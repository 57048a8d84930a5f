// What the routes do: commands are kept, interactions answered, messages posted. Bodies over the limits are refused.
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { type Json, number, object, objects, string } from './json.ts';
import { checkCommands, checkSuggestions } from './limits.ts';
import { answerInteraction, edit, editInChannel, postInChannel } from './messages.ts';
import { checkModal } from './modals.ts';
import { memberOf, postJson } from './payloads.ts';
import { openDirect, reactAsBot, readMessage } from './reactions.ts';
import { invalidBody, REFUSALS } from './refusal.ts';
import type { Handler, Handlers } from './rest.ts';
import type { Interaction, Post, World } from './world.ts';

/** docs: interactions/receiving-and-responding, interaction callback type */
const CALLBACK = { reply: 4, deferredReply: 5, deferredUpdate: 6, update: 7, suggestions: 8, modal: 9 } as const;
const KIND = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
/** A day of logins, one per five seconds. docs: events/gateway */
const LOGINS = { total: 1000, reset_after: 86_400_000 };

export interface Rules {
  /** Where the gateway is. */
  readonly url: () => string;
  /** Milliseconds for which a nonce is remembered. */
  readonly nonceWindow: number;
  /** How many queues of logins there are. */
  readonly loginQueues: number;
}

export function createHandlers(world: World, gateway: Gateway, { url, nonceWindow, loginQueues }: Rules): Handlers {
  const commands: Handler = () => ({ status: 200, body: world.commands });
  return {
    'GET /gateway/bot': () => ({
      status: 200,
      body: {
        url: url(),
        shards: 1,
        session_start_limit: { ...LOGINS, max_concurrency: loginQueues, remaining: world.logins },
      },
    }),
    'GET /applications/:application/commands': commands,
    'PUT /applications/:application/commands': (request) => {
      const problems = checkCommands(request.body);
      if (problems.length > 0) return invalidBody(problems);
      world.commands = objects(request.body).map((command) => asStored(world, command));
      world.tell({ kind: 'registered', commands: world.commands });
      return commands(request);
    },
    'POST /interactions/:id/:token/callback': ({ params, body }) => {
      const interaction = world.interactions.get(params['id'] ?? '');
      if (interaction === undefined || interaction.token !== params['token']) return REFUSALS.unknownInteraction;
      if (interaction.state === 'late') return REFUSALS.unknownInteraction;
      if (interaction.state === 'answered') return REFUSALS.alreadyAnswered;
      return respond(world, interaction, object(body));
    },
    'POST /webhooks/:application/:token': ({ params, body }) => {
      const interaction = byToken(world, params['token']);
      return interaction === undefined ? REFUSALS.invalidToken : answerInteraction(world, interaction, body);
    },
    'GET /webhooks/:application/:token/messages/:message': ({ params }) =>
      withOriginal(world, params, (original) => ({ status: 200, body: postJson(world, original) })),
    'PATCH /webhooks/:application/:token/messages/:message': ({ params, body }) =>
      withOriginal(world, params, (original) => edit(world, original, body)),
    'DELETE /webhooks/:application/:token/messages/:message': ({ params }) =>
      withOriginal(world, params, ({ id }) => {
        world.posts.delete(id);
        world.tell({ kind: 'deleted', id });
        return { status: 204 };
      }),
    'POST /channels/:channel/messages': ({ params, body }) =>
      postInChannel(world, gateway, params['channel'] ?? '', object(body), nonceWindow),
    'PATCH /channels/:channel/messages/:message': ({ params, body }) =>
      editInChannel(world, params['channel'] ?? '', params['message'] ?? '', body),
    'GET /channels/:channel/messages/:message': ({ params }) =>
      readMessage(world, params['channel'] ?? '', params['message'] ?? ''),
    'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': ({ params }) =>
      reactAsBot(world, gateway, params['channel'] ?? '', params['message'] ?? '', params['emoji'] ?? ''),
    'POST /users/@me/channels': ({ body }) => openDirect(world, string(object(body)['recipient_id'])),
    'GET /guilds/:guild/members/:user': ({ params }) => {
      const server = world.servers.get(params['guild'] ?? '');
      const user = world.users.get(params['user'] ?? '');
      if (server === undefined) return REFUSALS.unknownServer;
      return user === undefined ? REFUSALS.unknownMember : { status: 200, body: memberOf(server, user) };
    },
  };
}

function respond(world: World, interaction: Interaction, { type, data }: Json): ReturnType<Handler> {
  const completes = interaction.type === KIND.autocomplete;
  const fitting = {
    [CALLBACK.reply]: !completes,
    [CALLBACK.deferredReply]: !completes,
    [CALLBACK.deferredUpdate]: interaction.on !== null,
    [CALLBACK.update]: interaction.on !== null,
    [CALLBACK.suggestions]: completes,
    [CALLBACK.modal]: interaction.type === KIND.command || interaction.type === KIND.component,
  }[number(type)];
  if (!fitting)
    return invalidBody([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Not a response to this interaction' }]);
  if (type === CALLBACK.suggestions) {
    const problems = checkSuggestions(data);
    if (problems.length > 0) return invalidBody(problems);
    interaction.settle(objects(object(data)['choices']));
  } else if (type === CALLBACK.modal) {
    const problems = checkModal(data);
    if (problems.length > 0) return invalidBody(problems);
    openForm(world, interaction, object(data));
    interaction.settle({ modal: object(data) });
  } else if (type === CALLBACK.deferredUpdate) {
    interaction.settle(null);
  } else if (type === CALLBACK.deferredReply) {
    interaction.original = newId(world.now());
  } else {
    const answered =
      type === CALLBACK.update && interaction.on !== null
        ? edit(world, interaction.on, data)
        : answerInteraction(world, interaction, data);
    if (answered.status !== 200) return answered;
    const original = world.posts.get(string(object(answered.body)['id']));
    interaction.original = original?.id ?? null;
    interaction.settle(original ?? null);
  }
  interaction.state = 'answered';
  return { status: 204 };
}

function openForm(world: World, { id, user, channel, place, on }: Interaction, body: Json): void {
  const form = { id, user: user.id, body, channel, place, on };
  world.forms.set(user.id, form);
  world.tell({ kind: 'opened', form });
}

function withOriginal(
  world: World,
  params: Readonly<Record<string, string>>,
  act: (original: Post) => ReturnType<Handler>,
) {
  const interaction = byToken(world, params['token']);
  if (interaction === undefined) return REFUSALS.invalidToken;
  const id = params['message'] === '@original' ? interaction.original : params['message'];
  const original = world.posts.get(id ?? '');
  return original === undefined ? REFUSALS.unknownMessage : act(original);
}

function byToken(world: World, token = ''): Interaction | undefined {
  return [...world.interactions.values()].find((one) => one.token === token);
}

/** A command as Discord gives it back: with what it adds, and without what says nothing. */
function asStored({ bot }: World, { options, ...command }: Json): Json {
  const kept = objects(options).map(({ required, ...option }) =>
    required === true ? { ...option, required } : option,
  );
  return {
    id: newId(),
    application_id: bot.id,
    version: newId(),
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    description: '',
    dm_permission: true,
    nsfw: false,
    ...command,
    ...(kept.length === 0 ? {} : { options: kept }),
  };
}
