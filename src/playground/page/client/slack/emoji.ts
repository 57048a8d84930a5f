// The emoji that people and bots use most, by Slack's names for them. Any other is shown by its name.

const EMOJI: ReadonlyMap<string, string> = new Map([
  ['+1', '👍'],
  ['-1', '👎'],
  ['100', '💯'],
  ['alarm_clock', '⏰'],
  ['arrow_right', '➡️'],
  ['bar_chart', '📊'],
  ['bell', '🔔'],
  ['books', '📚'],
  ['bug', '🐛'],
  ['bulb', '💡'],
  ['calendar', '📆'],
  ['chart_with_upwards_trend', '📈'],
  ['clap', '👏'],
  ['coffee', '☕'],
  ['eyes', '👀'],
  ['exclamation', '❗'],
  ['fire', '🔥'],
  ['first_place_medal', '🥇'],
  ['second_place_medal', '🥈'],
  ['third_place_medal', '🥉'],
  ['gear', '⚙️'],
  ['hammer', '🔨'],
  ['heart', '❤️'],
  ['heavy_check_mark', '✔️'],
  ['hourglass', '⌛'],
  ['hourglass_flowing_sand', '⏳'],
  ['information_source', 'ℹ️'],
  ['joy', '😂'],
  ['key', '🔑'],
  ['large_green_circle', '🟢'],
  ['large_yellow_circle', '🟡'],
  ['red_circle', '🔴'],
  ['link', '🔗'],
  ['lock', '🔒'],
  ['mag', '🔍'],
  ['memo', '📝'],
  ['no_entry', '⛔'],
  ['one', '1️⃣'],
  ['two', '2️⃣'],
  ['three', '3️⃣'],
  ['point_right', '👉'],
  ['pray', '🙏'],
  ['question', '❓'],
  ['raised_hands', '🙌'],
  ['repeat', '🔁'],
  ['robot_face', '🤖'],
  ['rocket', '🚀'],
  ['slightly_smiling_face', '🙂'],
  ['smile', '😄'],
  ['sob', '😭'],
  ['sparkles', '✨'],
  ['star', '⭐'],
  ['tada', '🎉'],
  ['teapot', '🫖'],
  ['thinking_face', '🤔'],
  ['thumbsup', '👍'],
  ['thumbsdown', '👎'],
  ['trophy', '🏆'],
  ['warning', '⚠️'],
  ['wave', '👋'],
  ['white_check_mark', '✅'],
  ['x', '❌'],
  ['zap', '⚡'],
]);

const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const TONE = '::skin-tone-';
const NAME = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;
const LONGEST_CODE = 60;

/** The emoji of this name ("wave", "wave::skin-tone-2"); null where the table has none. */
export function emojiOf(name: string): string | null {
  const [base = '', tone] = name.split(TONE);
  const emoji = EMOJI.get(base);
  return emoji === undefined ? null : emoji + (TONES[Number(tone) - 2] ?? '');
}

/** The emoji of these code points in hexadecimal, "1f44b-1f3fb"; null for what are none. */
export function emojiAt(unicode: string): string | null {
  if (unicode === '' || unicode.length > LONGEST_CODE) return null;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point > 0 && point <= 0x10ffff) ? String.fromCodePoint(...points) : null;
}

/** A text with the names of emoji replaced by them, as plain text objects have it by default. */
export function withEmoji(text: string): string {
  return text.replace(NAME, (whole, name: string) => emojiOf(name) ?? whole);
}
