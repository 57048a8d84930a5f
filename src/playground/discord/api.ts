// What the routes do: commands are kept, interactions answered, messages posted. Bodies over the limits are refused.
import type { Gateway } from './gateway.ts';
import { newId } from './ids.ts';
import { type Json, number, object, objects, string } from './json.ts';
import { checkCommands, checkMessage, checkSuggestions, FLAG, isEmptyMessage } from './limits.ts';
import { postJson } from './payloads.ts';
import { invalidBody, REFUSALS } from './refusal.ts';
import type { Handler, Handlers } from './rest.ts';
import type { Interaction, Post, World } from './world.ts';

/** docs: interactions/receiving-and-responding, interaction callback type */
const CALLBACK = { reply: 4, deferredReply: 5, deferredUpdate: 6, update: 7, suggestions: 8 } as const;
const KIND = { component: 3, autocomplete: 4 } as const;
/** A day of logins, one per five seconds. docs: events/gateway */
const LOGINS = { total: 1000, reset_after: 86_400_000, max_concurrency: 1 };

export function createHandlers(world: World, gateway: Gateway, url: () => string): Handlers {
  const commands: Handler = () => ({ status: 200, body: world.commands });
  return {
    'GET /gateway/bot': () => ({
      status: 200,
      body: { url: url(), shards: 1, session_start_limit: { ...LOGINS, remaining: world.logins } },
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
      return interaction === undefined ? REFUSALS.invalidToken : post(world, interaction, body, newId());
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
      reply(world, gateway, params['channel'] ?? '', object(body)),
    'PATCH /channels/:channel/messages/:message': ({ params, body }) => {
      const target = world.posts.get(params['message'] ?? '');
      return target === undefined ? REFUSALS.unknownMessage : edit(world, target, body);
    },
  };
}

function respond(world: World, interaction: Interaction, { type, data }: Json): ReturnType<Handler> {
  const fitting = {
    [CALLBACK.reply]: interaction.type !== KIND.autocomplete,
    [CALLBACK.deferredReply]: interaction.type !== KIND.autocomplete,
    [CALLBACK.deferredUpdate]: interaction.type === KIND.component,
    [CALLBACK.update]: interaction.type === KIND.component,
    [CALLBACK.suggestions]: interaction.type === KIND.autocomplete,
  }[number(type)];
  if (!fitting)
    return invalidBody([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Not a response to this interaction' }]);
  if (type === CALLBACK.suggestions) {
    const problems = checkSuggestions(data);
    if (problems.length > 0) return invalidBody(problems);
    interaction.settle(objects(object(data)['choices']));
  } else if (type === CALLBACK.deferredUpdate) {
    interaction.settle(null);
  } else if (type === CALLBACK.deferredReply) {
    interaction.original = newId();
  } else {
    const answered =
      type === CALLBACK.update && interaction.on !== null
        ? edit(world, interaction.on, data)
        : post(world, interaction, data, newId());
    if (answered.status !== 200) return answered;
    const original = world.posts.get(string(object(answered.body)['id']));
    interaction.original = original?.id ?? null;
    interaction.settle(original ?? null);
  }
  interaction.state = 'answered';
  return { status: 204 };
}

/** A message in answer to an interaction. */
function post(world: World, { channel, place, user }: Interaction, body: unknown, id: string): ReturnType<Handler> {
  const refused = refusalOf(body);
  if (refused !== null) return refused;
  const hidden = (number(object(body)['flags']) & FLAG.ephemeral) !== 0;
  const seenBy = hidden ? user.id : null;
  return kept(world, { id, channel, place, body: object(body), seenBy, repliesTo: null, edits: 0 }, 'posted');
}

/** A message in a channel. The same nonce gives the same message, where asked for. docs: resources/message, create message */
function reply(world: World, gateway: Gateway, channel: string, body: Json): ReturnType<Handler> {
  const said = [...world.messages.values()].find((message) => message.channel === channel);
  if (said === undefined && channel !== world.channel) return REFUSALS.unknownChannel;
  const refused = refusalOf(body);
  if (refused !== null) return refused;
  const same = [...world.posts.values()].find(
    (earlier) => earlier.channel === channel && earlier.body['nonce'] === body['nonce'],
  );
  if (body['enforce_nonce'] === true && body['nonce'] !== undefined && same !== undefined)
    return { status: 200, body: postJson(world, same) };
  const reference = object(body['message_reference']);
  const to = world.messages.get(string(reference['message_id']));
  if (to === undefined && body['message_reference'] !== undefined && reference['fail_if_not_exists'] !== false)
    return invalidBody([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  const place = said?.place ?? 'server';
  const id = newId();
  const answered = kept(
    world,
    { id, channel, place, body, seenBy: null, repliesTo: to?.id ?? null, edits: 0 },
    'posted',
  );
  const guild = place === 'server' ? { guild_id: world.server } : { channel_type: 1 };
  gateway.dispatch('MESSAGE_CREATE', { ...object(answered.body), ...guild }, place === 'server' ? 1 << 9 : 1 << 12);
  return answered;
}

function edit(world: World, target: Post, body: unknown): ReturnType<Handler> {
  const refused = refusalOf(body);
  if (refused !== null) return refused;
  const current = world.posts.get(target.id) ?? target;
  return kept(world, { ...current, body: { ...current.body, ...object(body) }, edits: current.edits + 1 }, 'edited');
}

function kept(world: World, post: Post, kind: 'posted' | 'edited') {
  world.posts.set(post.id, post);
  world.tell({ kind, post });
  return { status: 200, body: postJson(world, post) };
}

function refusalOf(body: unknown) {
  const problems = checkMessage(body);
  if (problems.length > 0) return invalidBody(problems);
  return isEmptyMessage(body) ? REFUSALS.emptyMessage : null;
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
