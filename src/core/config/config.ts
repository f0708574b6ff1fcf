import type { Severity } from '../model/diagnostic.js';
import { type Localized, nearestLocale } from '../model/locale.js';
import type { FrontMatterNode } from '../model/playbook.js';
import { findLineStarts, type LineStarts, type Span } from '../model/text.js';
import { isRecord } from '../parse/fields.js';
import { parseYaml, type YamlProblem, type YamlReason } from '../parse/yaml.js';
import type { SchemaProblem } from '../schema/problem.js';
import { validateWithZod } from '../schema/zod.js';
import { type ConfigInput, configSchema, type VariableTree } from './config-schema.js';
import { brokenReview, completeReview, type ReviewConfig } from './review-config.js';
import { type DeskConfig, type SiteFormat, usualFormats } from './site-formats.js';
import { type VocabularyEntry, vocabularyEntry } from './vocabulary.js';

export const configFileName = 'playbook.config.yaml';

export interface ForbiddenWording {
  readonly pattern: string;
  readonly regex: boolean;
  readonly replacement?: string;
  readonly lang?: string;
  readonly reason?: string;
}

interface Synonyms {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Both ways: `from` and `to` are then the same list. */
  readonly both: boolean;
}

/** A protocol that a lead has declared active. */
interface InForce {
  /** Its id. */
  readonly protocol: string;
  /** First and last day, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** What agents need to know first; empty for no note. */
  readonly note: Localized;
}

/** A knowledge base's settings, complete: what the file leaves out has its default. */
export interface Config {
  /** In the default language, or as it is written. */
  readonly title: string;
  /** By interface language, where the file gives several. */
  readonly titles: Partial<Localized>;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** Folder of Markdown relative to the root, `''` for the root itself. */
  readonly content: string;
  readonly channels: readonly VocabularyEntry[];
  readonly tiers: readonly VocabularyEntry[];
  readonly roles: readonly VocabularyEntry[];
  readonly escalation: readonly string[];
  readonly priorities: readonly { readonly id: string; readonly respondWithin: string }[];
  /** By dotted name. */
  readonly variables: ReadonlyMap<string, string>;
  readonly synonyms: readonly Synonyms[];
  readonly forbiddenWording: readonly ForbiddenWording[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly inForce: readonly InForce[];
  readonly review: ReviewConfig;
  readonly accent: string;
  /** Whether the history of a page shows what approvers noted. */
  readonly showsApprovalNotes: boolean;
  /** Whether the help site marks pages after their last valid day or leaves only a note in their place. */
  readonly expiredPages: 'mark' | 'hide';
  /** Where the help site sends feedback: an absolute address, or a path on its own host. Absent: nowhere. */
  readonly feedbackEndpoint?: string;
  /** Where the site is, with a slash at its end; absent if nobody said. */
  readonly siteAddress?: string;
  /** Whether search engines may list the pages. */
  readonly searchEngines: 'refuse' | 'allow';
  /** Files for programs that are written beside the pages. */
  readonly siteFormats: readonly SiteFormat[];
  readonly desk: DeskConfig;
}

/** A file that is not a playbook but has problems of its own: the config or a custom type. */
export interface SupportFile {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: LineStarts;
  readonly problems: readonly (Span & { readonly problem: SchemaProblem | SyntaxProblem })[];
}

/** What keeps such a file from being read. */
type SyntaxProblem =
  | { readonly kind: 'yaml'; readonly reason: YamlReason; readonly detail: string }
  /** `expected` names what would be right, as in `SchemaProblem`. */
  | { readonly kind: 'json'; readonly expected: string };

/** What keeps YAML from being read, as problems of its file. */
export function syntaxProblems(problems: readonly YamlProblem[]): SupportFile['problems'] {
  return problems.map(({ reason, detail, start, end }) => ({ start, end, problem: { kind: 'yaml', reason, detail } }));
}

export interface ConfigResult {
  readonly config: Config;
  readonly file?: SupportFile;
}

/** Reads the config; undefined text means that there is none. A part that is wrong is reported and left at its default. */
export function readConfig(text: string | undefined, path: string = configFileName): ConfigResult {
  if (text === undefined) return { config: complete({}) };
  const { data, nodes, problems: yamlProblems } = parseYaml(text);
  const schemaProblems = validateWithZod(configSchema, data ?? {});
  const lineStarts = findLineStarts(text);
  const broken = new Set(schemaProblems.map((problem) => problem.path[0]));
  const sound = Object.fromEntries(
    Object.entries(typeof data === 'object' && data !== null ? data : {}).filter(([key]) => !broken.has(key)),
  );
  const parsed = configSchema.safeParse(sound);
  const config = complete(parsed.success ? parsed.data : {});
  return {
    // A slip of the pen must not switch review off.
    config: broken.has('review') ? { ...config, review: brokenReview(isRecord(data) ? data['review'] : undefined) } : config,
    file: {
      path,
      text,
      lineStarts,
      problems: [
        ...syntaxProblems(yamlProblems),
        // Where YAML cannot be read, what it seems to say would only be reported once more.
        ...(yamlProblems.length > 0 ? [] : placedProblems(schemaProblems, nodes, text.length)),
      ],
    },
  };
}

/** What is wrong with what YAML says, as problems of its file. */
export function placedProblems(
  problems: readonly SchemaProblem[],
  nodes: ReadonlyMap<string, FrontMatterNode>,
  textLength: number,
): SupportFile['problems'] {
  return problems.map((problem) => ({ ...placeOf(problem, nodes, textLength), problem }));
}

/** Where a problem stands: the key of an unknown field, else the value, else the nearest thing above it. */
export function placeOf(problem: SchemaProblem, nodes: ReadonlyMap<string, FrontMatterNode>, textLength: number): Span {
  for (let length = problem.path.length; length >= 0; length -= 1) {
    const pointer = problem.path
      .slice(0, length)
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join('');
    const node = nodes.get(pointer);
    if (!node) continue;
    if (length === problem.path.length) return problem.kind === 'unknown' ? (node.key ?? node.value) : node.value;
    return node.key ?? { start: node.value.start, end: Math.min(node.value.start + 1, node.value.end) };
  }
  return { start: 0, end: Math.min(1, textLength) };
}

const defaults = {
  channels: ['phone', 'chat', 'email', 'sms', 'social', 'app', 'counter'],
  tiers: ['new', 'existing', 'vip', 'key-account'],
  roles: ['agent', 'supervisor', 'manager', 'director'],
} as const;

function complete(input: ConfigInput): Config {
  const languages = input.languages ?? ['zh-Hans', 'zh-Hant', 'en'];
  const { title = '' } = input;
  return {
    title: inEveryLanguage(title)[nearestLocale(languages[0])] || 'Playbook KB',
    titles: typeof title === 'string' ? {} : title,
    languages,
    defaultLanguage: languages[0] ?? 'zh-Hans',
    content: (input.content ?? '.').replace(/^\.?\/+|^\.$|\/+$/g, ''),
    channels: (input.channels ?? defaults.channels).map(vocabularyEntry),
    tiers: (input.tiers ?? defaults.tiers).map(vocabularyEntry),
    roles: (input.roles ?? defaults.roles).map(vocabularyEntry),
    escalation: input.escalation ?? defaults.roles,
    priorities: input.priorities ?? [],
    variables: flatten(input.variables ?? {}),
    synonyms: (input.synonyms ?? []).map((group) =>
      Array.isArray(group) ? { from: group, to: group, both: true } : { from: group.from, to: group.to, both: false },
    ),
    forbiddenWording: (input.forbiddenWording ?? []).map(({ pattern, regex = false, replacement, lang, reason }) => ({
      pattern,
      regex,
      ...(replacement !== undefined && { replacement }),
      ...(lang !== undefined && { lang }),
      ...(reason !== undefined && { reason }),
    })),
    rules: input.rules ?? {},
    inForce: (input.inForce ?? []).map(({ protocol, from, to, note }) => ({
      protocol,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      note: inEveryLanguage(note),
    })),
    review: completeReview(input.review),
    accent: input.site?.accent ?? '#0b6bcb',
    showsApprovalNotes: input.site?.approval_notes === 'show',
    expiredPages: input.site?.expired ?? 'mark',
    ...(input.feedback?.endpoint !== undefined && { feedbackEndpoint: input.feedback.endpoint }),
    ...(input.site?.address !== undefined && { siteAddress: addressOf(input.site.address) }),
    searchEngines: input.site?.search_engines ?? 'refuse',
    siteFormats: input.site?.formats ?? usualFormats,
    desk: {
      ...(input.site?.desk?.channels && { channels: input.site.desk.channels }),
      ...(input.site?.desk?.freshdesk_folder !== undefined && { freshdeskFolder: input.site.desk.freshdesk_folder }),
      placeholders: new Map(Object.entries(input.site?.desk?.placeholders ?? {})),
    },
  };
}

/** Without a query, with a slash at its end, and without characters that would end an attribute where it is written. */
function addressOf(written: string): string {
  return written
    .replace(/[?#].*$/, '')
    .replace(/[\s"'<>\\^`{|}]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/\/*$/, '/');
}

/** A text in every interface language: where one is not written, the first that is. */
function inEveryLanguage(text: string | Partial<Localized> = ''): Localized {
  if (typeof text === 'string') return { 'zh-Hans': text, 'zh-Hant': text, en: text };
  const [any = ''] = Object.values(text);
  return { 'zh-Hans': any, 'zh-Hant': any, en: any, ...text };
}

function flatten(tree: VariableTree, prefix = '', into = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'object') flatten(value, `${prefix}${name}.`, into);
    else into.set(prefix + name, String(value));
  }
  return into;
}
