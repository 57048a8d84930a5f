// What Slack is told about the app: the manifest, built from the same lists that the listeners use.
import type { AppsManifestValidateArguments } from '@slack/web-api';
import type { Bot } from '../../port.ts';
import { REDIRECT_PATH } from './install/paths.ts';
import type { QuizAdmins } from './managers.ts';

export type SlackManifest = AppsManifestValidateArguments['manifest'];

/** Where Slack sends everything over HTTP: commands, clicks and events share one address. */
export const EVENTS_PATH = '/slack/events';

export interface ManifestOptions {
  /** Slash command names with their slash; the first is the one that help names. */
  readonly commands: readonly string[];
  /** Public `https://` address of the process for HTTP; null for Socket Mode, which needs no address. */
  readonly url: string | null;
  /** Public `https://` address at which any workspace can install the app; null for an app of one workspace. */
  readonly installUrl?: string | null;
  readonly quizAdmins?: QuizAdmins;
  /** Whether channels may let it listen. */
  readonly passive?: boolean;
}

/**
 * Scopes that may be refused at installation. Without `im:history` only direct messages are missing; without `users:read`
 * nobody counts as an admin; without the others, it does not listen.
 */
function optionalScopes({ quizAdmins, passive = false }: Pick<ManifestOptions, 'quizAdmins' | 'passive'>) {
  return [
    'im:history' as const,
    ...(quizAdmins === 'admins' ? ['users:read' as const] : []),
    ...(passive ? LISTENING.scopes : []),
  ];
}

/** Messages of channels, and the reactions to them. docs: reference/events/message.channels, reaction_added, methods/reactions.add */
const LISTENING = {
  scopes: ['channels:history', 'groups:history', 'reactions:read', 'reactions:write'],
  events: ['message.channels', 'message.groups', 'reaction_added'],
} as const;

/** Every scope that the app asks for when it is installed. An optional one must stand in both lists of the manifest. */
export function botScopes(options: Pick<ManifestOptions, 'quizAdmins' | 'passive'>) {
  return ['app_mentions:read' as const, 'chat:write' as const, 'commands' as const, ...optionalScopes(options)];
}

/** The manifest of the app. */
export function slackManifest(
  bot: Pick<Bot, 'commands' | 'menu'>,
  { commands, url, quizAdmins, passive = false, installUrl = null }: ManifestOptions,
): SlackManifest {
  const chosen = { ...(quizAdmins && { quizAdmins }), passive };
  const address = url === null ? null : new URL(EVENTS_PATH, url).href;
  const requestUrl = address === null ? {} : { request_url: address };
  const [spec] = bot.commands;
  const [first] = commands;
  const slash = commands.map((command) => ({
    command,
    ...(address !== null && { url: address }),
    description: command === first ? (spec?.description ?? 'Ask about HTTP status codes') : `Same as ${first}`,
    ...(spec && { usage_hint: spec.hint }),
    should_escape: false,
  }));

  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: { name: 'Teapot', description: 'Answers questions about HTTP status codes' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'teapot', always_online: true },
      shortcuts: [
        { type: 'message', name: bot.menu.name, callback_id: bot.menu.id, description: bot.menu.description },
      ],
      // An empty list is refused, a missing one is not.
      ...(slash.length > 0 && { slash_commands: slash }),
    },
    oauth_config: {
      ...(installUrl !== null && { redirect_urls: [new URL(REDIRECT_PATH, installUrl).href] }),
      scopes: { bot: botScopes(chosen), bot_optional: optionalScopes(chosen) },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [
          'app_home_opened',
          'app_mention',
          'message.im',
          'app_uninstalled',
          'tokens_revoked',
          ...(passive ? LISTENING.events : []),
        ],
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: address === null,
      token_rotation_enabled: false,
    },
  };
}
