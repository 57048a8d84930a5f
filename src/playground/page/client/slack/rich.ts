// Rich text as Slack writes it in JSON: what mrkdwn and Markdown are read into, so that all three are drawn alike.
// Types only. (docs: reference/block-kit/blocks/rich-text-block)

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

/** What stands in a line. */
export type Leaf = { readonly style?: Style } & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly text?: string }
  | { readonly type: 'user'; readonly user_id: string }
  | { readonly type: 'usergroup'; readonly usergroup_id: string; readonly text?: string }
  | { readonly type: 'channel'; readonly channel_id: string; readonly text?: string }
  | { readonly type: 'broadcast'; readonly range: string }
  | { readonly type: 'emoji'; readonly name: string }
  | {
      readonly type: 'date';
      /** Seconds since 1970. */
      readonly timestamp: number;
      readonly format: string;
      readonly url?: string;
      readonly fallback?: string;
    }
);

export interface Section {
  readonly type: 'rich_text_section';
  readonly elements: readonly Leaf[];
}

/** What stands below each other. */
export type Part =
  | Section
  | { readonly type: 'rich_text_quote'; readonly elements: readonly Leaf[] }
  | { readonly type: 'rich_text_preformatted'; readonly elements: readonly Leaf[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'bullet' | 'ordered';
      readonly indent: number;
      /** Numbers before the first item. */
      readonly offset?: number;
      readonly elements: readonly Section[];
    };
