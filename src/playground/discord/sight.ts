// What people see of a post.
import { LINK_STYLE, TYPE, withNested } from './components.ts';
import { objects, string } from './json.ts';
import { visibleText } from './markdown.ts';
import type { Post } from './world.ts';

/** What a person reads of a post. */
export interface Sight {
  /** Everything readable, a line each, without markup. */
  readonly text: string;
  readonly private: boolean;
  readonly buttons: readonly { readonly label: string; readonly line: string }[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** What a person reads of a post. */
export function look({ body, seenBy }: Post): Sight {
  const parts = objects(body['components']).flatMap(withNested);
  const texts = parts.filter(({ type }) => type === TYPE.text).map(({ content }) => visibleText(string(content)));
  const buttons = parts
    .filter(({ type }) => type === TYPE.button)
    .map((button) => ({
      label: string(button['label']),
      line: string(button['custom_id']),
      url: string(button['url']),
      isLink: button['style'] === LINK_STYLE,
    }));
  return {
    text: [visibleText(string(body['content'])), ...texts, ...buttons.map(({ label }) => label)]
      .filter((text) => text !== '')
      .join('\n'),
    private: seenBy !== null,
    buttons: buttons.filter(({ isLink }) => !isLink),
    links: buttons.filter(({ isLink }) => isLink),
  };
}
