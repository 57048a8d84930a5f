// What a question is: the shape every question kind ends in, and the shape of a written scenario it may start from.
import type { Source } from '../catalog/status.ts';

/** Which codes a question may be about: `common` ones, all `registered` ones, or `vendors` too. Each includes the former. */
export type Level = 'common' | 'registered' | 'vendors';

/**
 * How a question is put. `situation`: which code fits. `pair`: one of two confusable codes. `meaning`: what a code says.
 * `name`: which number has this name. `header`: which header field belongs. `exchange`: which code is hidden in a raw
 * exchange. `layer`: which machine on the way answered. `myth`: true or false. `repair`: what is wrong with a response.
 */
export type QuestionKind =
  | 'situation'
  | 'pair'
  | 'meaning'
  | 'name'
  | 'header'
  | 'exchange'
  | 'layer'
  | 'myth'
  | 'repair';

export type Difficulty = 1 | 2 | 3;

/** A wrong option. */
export interface Option {
  /** At most 75 characters ("409 Conflict"); a `meaning` is a whole sentence of the catalog, up to 160. */
  readonly text: string;
  /** One sentence: why it is wrong here. */
  readonly why: string;
}

/** One question. */
export interface Item {
  /** Stable for ever, at most 60 characters: "scenario:409-duplicate-email", "meaning:404", "pair:401-403:403". */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly level: Level;
  /** What it is about, the code it teaches first. */
  readonly codes: readonly number[];
  readonly prompt: string;
  /** Raw HTTP or log lines, shown as code under the prompt. */
  readonly exchange?: string;
  /** At most 75 characters, like every option. */
  readonly answer: string;
  /** Options that count as right too. */
  readonly alsoAcceptable: readonly string[];
  /** Plausible wrong options, best first: at least two, or one for `myth` and `pair`. */
  readonly lures: readonly Option[];
  /** At most two sentences: why the answer is right. */
  readonly explanation: string;
  readonly source: Source;
  /** The two confusable codes it drills, the lower one first; its siblings share them. */
  readonly pair?: readonly [number, number];
  readonly difficulty: Difficulty;
}

/** An option of a scenario: a code, shown by the name the catalog has for it ("409 Conflict"), or words. */
export type Named = number | string;

/**
 * A written question, one row in `scenarios/`. Numbers are codes. A code two vendors own is shown with its first meaning
 * in the catalog; write such an option as words where the other one is meant.
 */
export interface Scenario {
  /** Stable for ever, unique, at most 50 characters of `a-z 0-9 -`, led by the code it teaches: "409-duplicate-email". */
  readonly id: string;
  readonly kind: 'situation' | 'pair' | 'exchange' | 'layer' | 'myth' | 'repair' | 'header';
  /** What it is about, the code it teaches first. The level follows from them. */
  readonly codes: readonly number[];
  /** At most 400 characters; neither the answer nor its name may stand in it. */
  readonly prompt: string;
  /** Raw HTTP or log lines; where the code is asked for it is written "???". At most 1,000 characters. */
  readonly exchange?: string;
  /** A code, or words of at most 75 characters ("True", "WWW-Authenticate", "The load balancer"). */
  readonly answer: Named;
  /** What experts also defend for this case; offered beside the answer and counted as right. */
  readonly alsoAcceptable: readonly Named[];
  /** Plausible wrong options, best first: at least two, or one for `myth` and `pair`; each with one sentence why not. */
  readonly lures: readonly { readonly option: Named; readonly why: string }[];
  /** At most two sentences. */
  readonly explanation: string;
  /** The paragraph of the RFC or the vendor's page that says so. */
  readonly source: Source;
  readonly difficulty: Difficulty;
  /** The two confusable codes it drills, the lower one first. */
  readonly pair?: readonly [number, number];
}
