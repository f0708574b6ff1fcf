import { textOf, textsOf } from '../parse/fields.js';
import { parseFrontMatter } from '../parse/front-matter.js';

/** What review needs to know of a wording: which playbook it is, and what rules go by. */
export interface Identity {
  /** From front matter; absent when the path is the id. */
  readonly id?: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly risk?: string;
  readonly life: LifeFields;
}

/** Fields by which a playbook goes out of use by itself, as written. */
export interface LifeFields {
  readonly validTo?: string;
  readonly reviewEvery?: string;
  readonly retiredOn?: string;
  readonly replacedBy?: string;
}

/** Reads the identity as `parsePlaybook` would, without parsing more than it must: a history holds every wording there ever was. */
export function readIdentity(text: string): Identity {
  return readPlainly(text) ?? readFully(text);
}

/** The id of a file at a path. */
export function idAt(path: string, { id }: Pick<Identity, 'id'>): string {
  return id ?? path.replace(/\.(md|markdown)$/i, '');
}

function readFully(text: string): Identity {
  const { data } = parseFrontMatter(text).frontMatter;
  return identityOf((key) => textOf(data[key]), textsOf(data['tags']));
}

function identityOf(field: (key: string) => string | undefined, tags: readonly string[]): Identity {
  const [id, risk, validTo, reviewEvery, retiredOn, replacedBy] = textFields.map(field);
  return {
    ...(id !== undefined && { id }),
    type: field('type') ?? 'article',
    tags,
    ...(risk !== undefined && { risk }),
    life: {
      ...(validTo !== undefined && { validTo }),
      ...(reviewEvery !== undefined && { reviewEvery }),
      ...(retiredOn !== undefined && { retiredOn }),
      ...(replacedBy !== undefined && { replacedBy }),
    },
  };
}

const textFields = ['id', 'risk', 'valid_to', 'review_every', 'retired_on', 'replaced_by'] as const;
const wanted: ReadonlySet<string> = new Set(['type', 'tags', ...textFields]);
/** A day or a length of time, which YAML takes for text. */
const dayOrDuration = /^\d{4}-\d\d-\d\d$|^\d{1,5}[mhdw]$/;

/** A word that YAML reads as it stands: it begins with a letter and is no name of another value. */
const word = /^(?!(?:true|false|null|yes|no|on|off)$)\p{L}[\p{L}\p{N}._/-]*$/iu;
/** A line `key:` or `key: value` whose value neither opens nor closes anything and holds no mark with a meaning. */
const plainLine = /^([a-z_]+):(?: ([^\s"'{}[\]&*!|>%@`#,?:-][^"'{}[\]&*!|>%@`#]*))?$/;
const listLine = /^([a-z_]+): \[([^"'{}[\]&*!|>%@`#:]*)\]$/;
/** A value in quotes without a quote or an escape in it. */
const quotedLine = /^([a-z_]+): (?:"[^"\\]*"|'[^']*')$/;
/** A nested line; braces and quotes must close on it. */
const nestedLine =
  /^ +(?:- )?(?:[^"'{}[\]&*!|>%@`#]|"[^"\\]*"|'[^']*'|\{(?:[^"'{}[\]&*!|>%@`#]|"[^"\\]*"|'[^']*')*\}|\[(?:[^"'{}[\]&*!|>%@`#]|"[^"\\]*")*\])*$/;

/** Front matter of the simplest kind; undefined when there is anything in it that only the YAML parser can judge. */
function readPlainly(text: string): Identity | undefined {
  if (!text.startsWith('---')) return text.startsWith('+++') ? undefined : identityOf(() => undefined, []);
  if (!/^---\r?\n/.test(text)) return undefined;
  const end = text.search(/\n---\r?(?:\n|$)/);
  if (end < 0 || end > 20_000) return undefined;
  const lines = text.slice(text.indexOf('\n') + 1, end + 1).split(/\r?\n/);
  const values = new Map<string, string | readonly string[]>();
  const keys = new Set<string>();
  let mayNest = false;
  for (const line of lines) {
    if (line === '') continue;
    if (line.length > 2000) return undefined;
    if (line.startsWith(' ')) {
      // A line under a value would be the value's next line.
      if (!mayNest || !nestedLine.test(line) || /: *[^ ].*: /.test(line.replace(/"[^"]*"|'[^']*'|\{[^}]*\}/g, ''))) return undefined;
      continue;
    }
    const list = listLine.exec(line);
    const plain = list ? null : plainLine.exec(line);
    const match = list ?? plain ?? quotedLine.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    mayNest = plain !== null && plain[2] === undefined;
    if (plain?.[2] !== undefined && /:(?: |$)| #/.test(plain[2])) return undefined;
    if (!wanted.has(key)) continue;
    if (key === 'tags' && list) {
      const items = (list[2] ?? '').split(',').map((item) => item.trim());
      if (items.some((item) => !word.test(item)) && items.join('') !== '') return undefined;
      values.set(
        key,
        items.filter((item) => item !== ''),
      );
    } else {
      const value = plain?.[2]?.trim();
      if (value === undefined || !(word.test(value) || dayOrDuration.test(value))) return undefined;
      values.set(key, value);
    }
  }
  const one = (key: string) => {
    const value = values.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const tags = values.get('tags') ?? [];
  return identityOf(one, typeof tags === 'string' ? [tags] : tags);
}
