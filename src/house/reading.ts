// A file of house rules: YAML in, rules and own codes out, or every problem at once with its line and field.
import { type Checked, checkLink, checkOwnCode, checkStatus, checkTeam, checkText } from './fields.ts';
import { keyOf, MOST, type OwnCode, type Rule, type Section, sectionOf, type Team } from './house.ts';
import { type Entry, type Piece, type Problem, readYaml } from './yaml.ts';

export type { Problem } from './yaml.ts';

export type Read =
  | { readonly ok: true; readonly sections: readonly Section[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FIELDS = {
  document: ['for', 'rules', 'codes'],
  rule: ['code', 'text', 'link'],
  code: ['code', 'name', 'meaning', 'do', 'status', 'link', 'aliases'],
} as const;

/**
 * Reads a file, or what somebody typed into a form.
 * @param source the file's name, as people are told it
 */
export function readHouse(text: string, source: string): Read {
  if (text.length > MOST.file)
    return refused([{ line: 1, field: '', message: `has ${text.length} characters; ${MOST.file} is the most` }]);
  const problems: Problem[] = [];
  const documents = readYaml(text, (problem) => problems.push(problem));
  if (problems.length > 0) return refused(problems);
  if (documents.length > MOST.documents)
    return refused([
      { line: 1, field: '', message: `has ${documents.length} documents; ${MOST.documents} is the most` },
    ]);
  const form = createForm(problems);
  const written = documents.filter(({ kind }) => kind !== 'nothing');
  if (written.length === 0) form.report(1, '', 'is empty; it has rules or codes, as in rules: {422: see ADR-12}');
  const sections = written.map((document) => readDocument(document, source, form));
  reportTwins(sections, form);
  return problems.length > 0 ? refused(problems) : { ok: true, sections: sections.map(({ section }) => section) };
}

/** "codes.yaml:12 rules.422.text: is empty; say it in a few words" */
export function writeProblem(source: string, { line, field, message }: Problem): string {
  return `${source}:${line}${field === '' ? '' : ` ${field}:`} ${message}`;
}

function refused(problems: readonly Problem[]): Read {
  return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line) };
}

/** Takes fields apart, and notes what is wrong with them. */
interface Form {
  report(line: number, field: string, message: string): void;
  /** The fields of a map by their names; a name that is not known, or stands twice, is a problem. */
  fields(piece: Piece, at: string, known: readonly string[]): ReadonlyMap<string, Entry>;
  /** A field's text as it should be; null where it is missing, and where it is wrong, which is noted. */
  value<Value>(entry: Entry | undefined, at: string, check: (text: string) => Checked<Value>): Value | null;
  /** One text, or a list of them. */
  values<Value>(
    entry: Entry | undefined,
    at: string,
    most: number,
    check: (text: string) => Checked<Value>,
  ): readonly Value[];
}

function createForm(problems: Problem[]): Form {
  const report: Form['report'] = (line, field, message) => void problems.push({ line, field, message });

  function checkedValue<Value>(piece: Piece, at: string, check: (text: string) => Checked<Value>): Value | null {
    if (piece.kind === 'list' || piece.kind === 'map') {
      report(piece.line, at, 'must be a text');
      return null;
    }
    const checked = check(piece.kind === 'text' ? piece.text : '');
    if ('value' in checked) return checked.value;
    report(piece.line, at, checked.problem);
    return null;
  }

  return {
    report,
    fields: (piece, at, known) => {
      const found = new Map<string, Entry>();
      if (piece.kind !== 'map') {
        if (piece.kind !== 'nothing') report(piece.line, at, `must have fields of its own: ${known.join(', ')}`);
        return found;
      }
      for (const entry of piece.entries) {
        const here = at === '' ? entry.key : `${at}.${entry.key}`;
        if (!known.includes(entry.key)) report(entry.line, here, `is not known; there are ${known.join(', ')}`);
        else if (found.has(entry.key)) report(entry.line, here, 'stands here twice');
        else found.set(entry.key, entry);
      }
      return found;
    },
    value: (entry, at, check) => (entry === undefined ? null : checkedValue(entry.value, `${at}.${entry.key}`, check)),
    values: (entry, at, most, check) => {
      if (entry === undefined) return [];
      const here = at === '' ? entry.key : `${at}.${entry.key}`;
      const pieces = entry.value.kind === 'list' ? entry.value.items : [entry.value];
      if (pieces.length > most) report(entry.line, here, `has ${pieces.length} entries; ${most} is the most`);
      return pieces.slice(0, most).flatMap((piece) => checkedValue(piece, here, check) ?? []);
    },
  };
}

/** A document, and where each of its codes stands. */
interface Document {
  readonly section: Section;
  readonly codes: readonly { readonly own: OwnCode; readonly line: number }[];
}

function readDocument(piece: Piece, source: string, form: Form): Document {
  const fields = form.fields(piece, '', FIELDS.document);
  const rules = itemsOf(fields.get('rules'), form).flatMap((item) => readRule(item, form) ?? []);
  const codes = itemsOf(fields.get('codes'), form).flatMap((item) => readCode(item, form) ?? []);
  const teams = fields.get('for');
  if (codes.length > MOST.codes)
    form.report(fields.get('codes')?.line ?? 1, 'codes', `has ${codes.length} codes; ${MOST.codes} is the most`);
  if (fields.size > 0 && !fields.has('rules') && !fields.has('codes'))
    form.report(piece.line, '', 'has neither rules nor codes');
  const house = { rules: rules.map(({ rule }) => rule), codes: codes.map(({ own }) => own) };
  const seen = new Set<number>();
  for (const { rule, line } of rules) {
    if (seen.has(rule.code)) form.report(line, `rules.${rule.code}`, 'stands here twice');
    seen.add(rule.code);
  }
  const list = teams === undefined ? null : form.values<Team>(teams, '', MOST.teams, checkTeam);
  return { section: sectionOf(house, list, source), codes };
}

interface Item {
  /** The name before its colon; null in a list, where a field of its own says it. */
  readonly name: string | null;
  readonly line: number;
  readonly value: Piece;
  readonly at: string;
}

/** A map by code, or a list whose entries name their code. */
function itemsOf(entry: Entry | undefined, { report }: Form): readonly Item[] {
  if (entry === undefined) return [];
  const { key, value } = entry;
  switch (value.kind) {
    case 'nothing':
      return [];
    case 'text':
      report(value.line, key, 'must be a list, or codes with what is said of each, as in 422: see ADR-12');
      return [];
    case 'map':
      return value.entries.map((one) => ({ name: one.key, line: one.line, value: one.value, at: `${key}.${one.key}` }));
    case 'list':
      return value.items.map((one, at) => ({ name: null, line: one.line, value: one, at: `${key}.${at + 1}` }));
    default:
      return value satisfies never;
  }
}

/** The code of an item: the name before its colon, or its field. */
function codeOf<Code>(
  { name, line, at }: Item,
  fields: ReadonlyMap<string, Entry>,
  check: (text: string) => Checked<Code>,
  form: Form,
): Code | null {
  const field = fields.get('code');
  if (name === null && field === undefined) form.report(line, `${at}.code`, 'is missing');
  if (name === null) return form.value(field, at, check);
  if (field !== undefined) form.report(field.line, `${at}.code`, 'is said already by the name before the colon');
  const checked = check(name);
  if ('value' in checked) return checked.value;
  form.report(line, at, checked.problem);
  return null;
}

function readRule(item: Item, form: Form): { readonly rule: Rule; readonly line: number } | null {
  const { value, line, at } = item;
  // "422: see ADR-12" is enough.
  const short = item.name !== null && (value.kind === 'text' || value.kind === 'nothing');
  const fields = short ? new Map<string, Entry>() : form.fields(value, at, FIELDS.rule);
  if (!short && value.kind !== 'map') return null;
  const code = codeOf(item, fields, checkStatus, form);
  const entry = short ? { key: 'text', line, value } : fields.get('text');
  const text = form.value(entry, at, (typed) => checkText(typed, MOST.text));
  if (entry === undefined) form.report(line, `${at}.text`, 'is missing');
  const link = form.value(fields.get('link'), at, checkLink);
  return code === null || text === null ? null : { rule: { code, text, link }, line };
}

function readCode(item: Item, form: Form): Document['codes'][number] | null {
  const { value, line, at } = item;
  const fields = form.fields(value, at, FIELDS.code);
  if (value.kind !== 'map' && value.kind !== 'nothing') return null;
  const words = (most: number) => (typed: string) => checkText(typed, most);
  const code = codeOf(item, fields, checkOwnCode, form);
  for (const needed of ['name', 'meaning'] as const)
    if (!fields.has(needed)) form.report(line, `${at}.${needed}`, 'is missing');
  const name = form.value(fields.get('name'), at, words(MOST.name));
  const meaning = form.value(fields.get('meaning'), at, words(MOST.meaning));
  const own = {
    advice: form.values(fields.get('do'), at, MOST.steps, words(MOST.step)),
    status: form.value(fields.get('status'), at, checkStatus),
    link: form.value(fields.get('link'), at, checkLink),
    aliases: form.values(fields.get('aliases'), at, MOST.aliases, words(MOST.name)),
  };
  return code === null || name === null || meaning === null ? null : { own: { code, name, meaning, ...own }, line };
}

/** A code, or an alias of one, names one thing wherever it holds. */
function reportTwins(documents: readonly Document[], { report }: Form): void {
  const seen = new Map<string, string>();
  for (const { section, codes } of documents)
    for (const { own, line } of codes) {
      const scopes = section.teams?.map(({ platform, team }) => `${platform} ${team}`) ?? ['everybody'];
      const keys = new Set([own.code, ...own.aliases].map(keyOf));
      for (const scope of scopes)
        for (const key of keys) {
          const before = seen.get(`${scope} ${key}`);
          if (before === undefined) seen.set(`${scope} ${key}`, own.code);
          else {
            report(
              line,
              `codes.${own.code}`,
              `is called like ${before}, which stands above; a name belongs to one code`,
            );
            break;
          }
        }
    }
}
