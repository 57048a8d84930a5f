// What everybody needs who listens to Slack.
import type { App } from '@slack/bolt';
import type { Bot, Log } from '../../port.ts';
import type { AskerOf } from './asker.ts';
import type { Access } from './client.ts';
import type { First } from './first.ts';
import type { Post } from './post.ts';
import type { Reply } from './reply.ts';
import type { Seen } from './seen.ts';

export interface Ears {
  readonly app: App;
  readonly bot: Bot;
  readonly access: Access;
  readonly askerOf: AskerOf;
  readonly reply: Reply;
  readonly post: Post;
  /** For what reaches one process only, such as clicks. */
  readonly seen: Seen;
  /** For what may reach several. */
  readonly first: First;
  readonly log: Log;
}
