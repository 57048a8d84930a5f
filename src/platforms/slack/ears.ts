// What everybody needs who listens to Slack.
import type { App } from '@slack/bolt';
import type { Bot, Log } from '../../port.ts';
import type { AskerOf } from './asker.ts';
import type { Post } from './post.ts';
import type { Reply } from './reply.ts';
import type { Seen } from './seen.ts';

export interface Ears {
  readonly app: App;
  readonly bot: Bot;
  readonly askerOf: AskerOf;
  readonly reply: Reply;
  readonly post: Post;
  readonly seen: Seen;
  readonly log: Log;
}
