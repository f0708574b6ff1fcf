import { findEntry } from '../config/vocabulary.js';
import { flowOutcomes } from '../content/flow.js';
import { languageAt } from '../content/variants.js';
import { splitAnchor } from '../link-address.js';
import { type Localized, nearestLocale } from '../model/locale.js';
import type { SectionOutline } from '../model/outline.js';
import type { Heading, Playbook, Section } from '../model/playbook.js';
import { knownDirectives } from '../parse/markdown.js';
import { isAssetPath, linkAddress, relativePath } from '../paths.js';
import { foldScript } from '../script-fold.js';
import { excerptOf, plain, playbookCard, sectionExcerpt } from '../symbols/describe.js';
import { canonicalHeading, type MatchedSection, matchOutline, topSections } from '../types/match-outline.js';
import type { Candidate, CompletionPlace } from './candidate.js';
import { blockSnippets } from './snippets.js';

const words = {
  required: { 'zh-Hans': '必备章节', 'zh-Hant': '必備章節', en: 'required section' },
  optional: { 'zh-Hans': '可选章节', 'zh-Hant': '選用章節', en: 'optional section' },
  channel: { 'zh-Hans': '渠道', 'zh-Hant': '管道', en: 'channel' },
  tier: { 'zh-Hans': '客户等级', 'zh-Hant': '客戶等級', en: 'customer tier' },
  variable: { 'zh-Hans': '变量', 'zh-Hant': '變數', en: 'variable' },
  declared: { 'zh-Hans': '待填项', 'zh-Hant': '待填項', en: 'placeholder' },
  instead: { 'zh-Hans': '代替“{pattern}”', 'zh-Hant': '代替「{pattern}」', en: 'instead of “{pattern}”' },
  owner: { 'zh-Hans': '这一步由谁做', 'zh-Hant': '這一步由誰做', en: 'Who does this step' },
  within: { 'zh-Hans': '时限，例如 5m、2h、1d', 'zh-Hant': '時限，例如 5m、2h、1d', en: 'Time limit, such as 5m, 2h, 1d' },
  record: { 'zh-Hans': '要记录什么', 'zh-Hant': '要記錄什麼', en: 'What to write down' },
  outcome: { 'zh-Hans': '流程在这里怎样结束', 'zh-Hant': '流程在這裡怎樣結束', en: 'How the flow ends here' },
  include: { 'zh-Hans': '嵌入一个通用片段', 'zh-Hant': '嵌入一個共用片段', en: 'Puts a snippet in place' },
  note: { 'zh-Hans': '提示框', 'zh-Hant': '提示框', en: 'A box with a note' },
  tip: { 'zh-Hans': '建议框', 'zh-Hant': '建議框', en: 'A box with a tip' },
  warning: { 'zh-Hans': '警示框', 'zh-Hant': '警示框', en: 'A box with a warning' },
} as const satisfies Readonly<Record<string, Localized>>;

/** What may stand at a place in the Markdown. */
export function bodyCandidates(place: CompletionPlace): readonly Candidate[] {
  const { before } = place;
  const id = /\[\[([^[\]\n]*)$/.exec(before)?.[1];
  if (id !== undefined) return idLinkCandidates(place, id);
  const include = /::include\{[^}]*\bid=["']?([^\s"'}]*)$/.exec(before)?.[1];
  if (include !== undefined) return includeCandidates(place, include);
  const name = /\{\{[ \t]*([\p{L}\p{N}_.-]*)$/u.exec(before)?.[1];
  if (name !== undefined) return placeholderCandidates(place, name);
  const target = /(!?)\[[^[\]\n]*\]\(([^()\s]*)$/.exec(before);
  if (target) return target[1] === '!' ? assetCandidates(place, target[2] ?? '', true) : pathCandidates(place, target[2] ?? '');
  const label = /:(owner|outcome|within)\[([^[\]\n]*)$/.exec(before);
  if (label) return labelCandidates(place, label[1] ?? '', label[2] ?? '');
  const heading = /^(#{1,6})[ \t]+(.*)$/.exec(before);
  if (heading) return headingCandidates(place, heading[1]?.length ?? 1, heading[2] ?? '');
  // A colon right after Chinese words is usually only a colon, until letters follow.
  const directive = /(?:^|\s)(:{1,3})([a-z]*)$/.exec(before) ?? /[\p{Script=Han}\p{P}](:)([a-z]+)$/u.exec(before);
  if (directive) return directiveCandidates(place, directive[1] ?? ':', directive[2] ?? '');
  return [...wordingCandidates(place), ...(/^[ \t]*[\p{L}]*$/u.test(before) ? [...missingSections(place), ...blockSnippets(place)] : [])];
}

function idLinkCandidates(place: CompletionPlace, typed: string): readonly Candidate[] {
  const { knowledgeBase, playbook, offset, after } = place;
  const { address, anchor } = splitAnchor(typed);
  const rest = /^[^[\]\n]*(?=\]\])/.exec(after)?.[0].length ?? 0;
  const closing = after.slice(rest).startsWith(']]') ? '' : ']]';
  if (typed.includes('#')) {
    const target = address === '' ? playbook : knowledgeBase.withId(address)[0];
    const at = { start: offset - anchor.length, end: offset + rest };
    return target ? target.headings.map((heading) => headingAnchor(target, heading, at, closing)) : [];
  }
  const at = { start: offset - typed.length, end: offset + rest };
  return playbookCandidates(place, () => true).map(({ candidate, other }) => ({ ...candidate, at, newText: other.id + closing }));
}

function headingAnchor(target: Playbook, heading: Heading, at: Candidate['at'], closing: string): Candidate {
  const excerpt = sectionExcerpt(target, heading.anchor, 8);
  return {
    label: heading.anchor,
    kind: 'heading',
    at,
    newText: heading.anchor + closing,
    detail: `${'#'.repeat(heading.depth)} ${heading.text}`,
    ...(excerpt !== undefined && { documentation: () => excerpt }),
    filter: `${heading.anchor} ${heading.text}`,
    rank: heading.depth,
  };
}

/** Other playbooks, those in the same language first. */
function playbookCandidates({ knowledgeBase, playbook, locale, today }: CompletionPlace, isFirst: (other: Playbook) => boolean) {
  return [...knowledgeBase.playbooks.values()]
    .filter((other) => other !== playbook)
    .map((other) => ({
      other,
      candidate: {
        label: other.id,
        kind: 'playbook' as const,
        at: { start: 0, end: 0 },
        newText: other.id,
        detail: other.title,
        documentation: () => playbookCard(other, knowledgeBase, locale, today),
        filter: `${other.id} ${other.title}`,
        rank: (isFirst(other) ? 0 : 2) + (other.lang === playbook.lang ? 0 : 1),
      },
    }));
}

function includeCandidates(place: CompletionPlace, typed: string): readonly Candidate[] {
  const { offset, after } = place;
  const rest = /^[^\s"'}]*/.exec(after)?.[0].length ?? 0;
  const at = { start: offset - typed.length, end: offset + rest };
  const closing = /^["']?[ \t]*\}/.test(after.slice(rest)) ? '' : '}';
  return playbookCandidates(place, (other) => other.type === 'snippet').map(({ candidate, other }) => ({
    ...candidate,
    at,
    newText: other.id + closing,
    documentation: () => [candidate.documentation(), ...(other.type === 'snippet' ? ['---', excerptOf(other, 12)] : [])].join('\n\n'),
  }));
}

function placeholderCandidates(place: CompletionPlace, typed: string): readonly Candidate[] {
  const { knowledgeBase, playbook, offset, after, locale } = place;
  const rest = /^[\p{L}\p{N}_.-]*[ \t]*(?:\}\})?/u.exec(after)?.[0].length ?? 0;
  const at = { start: offset - typed.length, end: offset + rest };
  const variables = [...knowledgeBase.config.variables].map(
    ([name, value]): Candidate => ({
      label: name,
      kind: 'variable',
      at,
      newText: `${name}}}`,
      detail: `${words.variable[locale]} · ${value}`,
      filter: `${name} ${value}`,
      rank: 1,
    }),
  );
  const placeholders = playbook.fields.placeholders.map(
    ({ name, label, example }): Candidate => ({
      label: name,
      kind: 'placeholder',
      at,
      newText: `${name}}}`,
      detail: [words.declared[locale], label, example].filter((part) => part !== undefined).join(' · '),
      filter: `${name} ${label ?? ''}`,
      rank: 0,
    }),
  );
  return [...placeholders, ...variables];
}

function pathCandidates(place: CompletionPlace, typed: string): readonly Candidate[] {
  const { knowledgeBase, playbook, offset, after } = place;
  const { address, anchor } = splitAnchor(typed);
  const rest = /^[^()\s]*/.exec(after)?.[0].length ?? 0;
  if (typed.includes('#')) {
    const target = knowledgeBase.resolveLink(playbook, { target: address === '' ? '#' : address, form: 'markdown' });
    const at = { start: offset - anchor.length, end: offset + rest };
    return target.kind === 'playbook' ? target.playbook.headings.map((heading) => headingAnchor(target.playbook, heading, at, '')) : [];
  }
  const at = { start: offset - typed.length, end: offset + rest };
  const here = playbook.headings.map((heading) => ({
    ...headingAnchor(playbook, heading, at, ''),
    newText: `#${heading.anchor}`,
    label: `#${heading.anchor}`,
    filter: `#${heading.anchor}`,
    rank: 5,
  }));
  const pages = playbookCandidates(place, () => true).map(({ candidate, other }): Candidate => {
    const path = linkAddress(relativePath(playbook.path, other.path));
    return { ...candidate, kind: 'file', label: path, at, newText: path, filter: `${path} ${other.title} ${other.id}` };
  });
  return [...pages, ...here, ...assetCandidates(place, typed, false)];
}

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Files beside the playbooks; those that only the knowledge base itself reads are none to link to. */
function assetCandidates(
  { knowledgeBase, playbook, offset, after }: CompletionPlace,
  typed: string,
  isPicture: boolean,
): readonly Candidate[] {
  const rest = /^[^()\s]*/.exec(after)?.[0].length ?? 0;
  const own = new Set(knowledgeBase.supportFiles.map(({ path }) => path));
  const wanted = [...knowledgeBase.files].filter((file) => !own.has(file) && (isPicture ? picture.test(file) : isAssetPath(file)));
  return wanted.map((file) => {
    const path = linkAddress(relativePath(playbook.path, file));
    return { label: path, kind: 'file', at: { start: offset - typed.length, end: offset + rest }, newText: path, rank: 4 };
  });
}

function labelCandidates(
  { knowledgeBase, playbook, offset, after, locale }: CompletionPlace,
  directive: string,
  typed: string,
): readonly Candidate[] {
  const rest = /^[^[\]\n]*(?=\])/.exec(after)?.[0].length ?? 0;
  const closing = after.slice(rest).startsWith(']') ? '' : ']';
  const at = { start: offset - typed.length, end: offset + rest };
  const value = (label: string, detail?: string): Candidate => ({
    label,
    kind: 'value',
    at,
    newText: label + closing,
    ...(detail !== undefined && { detail, filter: `${label} ${detail}` }),
    rank: 0,
  });
  if (directive === 'outcome') return flowOutcomes.map((outcome) => value(outcome));
  if (directive === 'within') return ['5m', '15m', '30m', '1h', '2h', '24h'].map((limit) => value(limit));
  const own = nearestLocale(playbook.lang);
  return knowledgeBase.config.roles.map(({ id, label }) => value(label[own], label[locale] === label[own] ? id : `${id} ${label[locale]}`));
}

function directiveCandidates({ offset, after, locale }: CompletionPlace, colons: string, typed: string): readonly Candidate[] {
  const rest = /^[a-z]*/.exec(after)?.[0].length ?? 0;
  const at = { start: offset - typed.length - colons.length, end: offset + rest };
  const make = (name: keyof typeof words, mark: string, newText: string): Candidate => ({
    label: `${mark}${name}`,
    kind: 'directive',
    at,
    newText,
    isSnippet: true,
    documentation: () => words[name][locale],
    rank: 0,
  });
  return [
    ...knownDirectives.text.map((name) => make(name, ':', `:${name}[\${1}]`)),
    ...knownDirectives.leaf.map((name) => make(name, '::', `::${name}{id=\${1}}`)),
    ...knownDirectives.container.map((name) => make(name, ':::', `:::${name}\n\${1}\n:::`)),
  ].filter(({ label }) => label.startsWith(colons));
}

/** Headings that belong here: sections of the type that are missing, and under a section its variants by channel and tier. */
function headingCandidates(place: CompletionPlace, depth: number, typed: string): readonly Candidate[] {
  const { knowledgeBase, playbook, offset, after, locale } = place;
  const at = { start: offset - typed.length, end: offset + (/^[^\r\n]*/.exec(after)?.[0].length ?? 0) };
  const own = nearestLocale(playbook.lang);
  const section = sectionAround(playbook, place.lineStart, depth);
  const sections = missingAt(place, section).map(
    ({ outline, isRequired }): Candidate => ({
      label: canonicalHeading(outline, playbook.lang),
      kind: 'section',
      at,
      newText: canonicalHeading(outline, playbook.lang),
      detail: words[isRequired ? 'required' : 'optional'][locale],
      documentation: () => plain(outline.purpose?.[locale] ?? ''),
      rank: isRequired ? 0 : 1,
    }),
  );
  if (!section?.heading) return sections;
  const named = section.sections.map(({ heading }) => heading?.text ?? '');
  const { channels, tiers } = knowledgeBase.config;
  const variants = [
    ...channels.map((entry) => ({ entry, kind: 'channel' as const })),
    ...tiers.map((entry) => ({ entry, kind: 'tier' as const })),
  ]
    .filter(({ entry }) => !named.some((name) => findEntry([entry], name)))
    .map(
      ({ entry, kind }): Candidate => ({
        label: entry.label[own],
        kind: 'section',
        at,
        newText: entry.label[own],
        detail: words[kind][locale],
        filter: `${entry.label[own]} ${entry.id}`,
        rank: 2,
      }),
    );
  return [...sections, ...variants];
}

/** The section that a heading of this depth at this place would be part of; undefined at the top of the page. */
function sectionAround(playbook: Playbook, offset: number, depth: number): Section | undefined {
  const isTop = (section: Section) => topSections(playbook).includes(section) || section.depth === 0;
  let found: Section | undefined;
  const visit = (section: Section): void => {
    for (const child of section.sections) {
      if (child.start < offset && offset <= child.end && child.depth < depth) {
        // A lone first-level heading is the page's title.
        if (isTop(child) || child.depth > 1) found = child;
        visit(child);
      }
    }
  };
  visit(playbook.root);
  return found;
}

interface MissingSection {
  readonly outline: SectionOutline;
  readonly isRequired: boolean;
}

function missingAt({ knowledgeBase, playbook }: CompletionPlace, section: Section | undefined): readonly MissingSection[] {
  const outline = knowledgeBase.typeOf(playbook)?.outline;
  if (!outline) return [];
  const top = matchOutline(topSections(playbook), outline);
  const flatten = (matches: readonly MatchedSection[]): readonly MatchedSection[] =>
    matches.flatMap((match) => [match, ...flatten(match.children)]);
  const match = section && flatten(top).find((candidate) => candidate.section.start === section.start);
  const wanted = section ? match?.outline?.body : outline;
  const present = section ? (match?.children ?? []) : top;
  return (wanted?.sections ?? [])
    .filter((candidate) => present.filter((found) => found.outline === candidate).length < (candidate.max ?? 1))
    .map((candidate) => ({ outline: candidate, isRequired: (candidate.min ?? 0) > 0 }));
}

/** Whole headings at the start of a line, for sections that are missing at the top of the page. */
function missingSections(place: CompletionPlace): readonly Candidate[] {
  const { playbook, before, offset, locale } = place;
  const typed = before.trimStart();
  const level = '#'.repeat(topSections(playbook)[0]?.depth ?? 2);
  return missingAt(place, undefined).map(({ outline, isRequired }) => {
    const heading = canonicalHeading(outline, playbook.lang);
    return {
      label: `${level} ${heading}`,
      kind: 'section',
      at: { start: offset - typed.length, end: offset },
      newText: `${level} ${heading}\n\n`,
      detail: words[isRequired ? 'required' : 'optional'][locale],
      documentation: () => plain(outline.purpose?.[locale] ?? ''),
      filter: heading,
      rank: isRequired ? 6 : 7,
    };
  });
}

/** In wording: what to say instead of words that must not be said and that the writer has begun to write. */
function wordingCandidates({ knowledgeBase, playbook, before, offset, locale }: CompletionPlace): readonly Candidate[] {
  if (!/^[ \t]*>/.test(before)) return [];
  const language = languageAt(playbook, offset);
  const typed = foldScript(before).toLowerCase();
  return knowledgeBase.config.forbiddenWording.flatMap(({ pattern, regex, replacement, lang, reason }) => {
    if (regex || replacement === undefined || replacement === '' || (lang !== undefined && lang !== language)) return [];
    const forbidden = foldScript(pattern).toLowerCase();
    let length = forbidden.length;
    while (length > 0 && !typed.endsWith(forbidden.slice(0, length))) length -= 1;
    // One letter begins too many words.
    if (length < (/^\p{Script=Han}/u.test(forbidden) ? 1 : 2)) return [];
    return [
      {
        label: replacement,
        kind: 'wording',
        at: { start: offset - length, end: offset },
        newText: replacement,
        detail: words.instead[locale].replace('{pattern}', pattern),
        ...(reason !== undefined && { documentation: () => plain(reason) }),
        filter: before.slice(before.length - length),
        rank: 0,
      },
    ];
  });
}
