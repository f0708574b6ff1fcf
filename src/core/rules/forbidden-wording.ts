import { configFileName, type ForbiddenWording } from '../config/config.js';
import { sectionsOfKind } from '../content/sections.js';
import { languageAt } from '../content/variants.js';
import { readWordingStretches } from '../content/wording.js';
import type { Span } from '../model/text.js';
import { parseYaml } from '../parse/yaml.js';
import { compilePattern, findMatches, longestPattern } from '../pattern.js';
import { foldScript } from '../script-fold.js';
import { defineRule } from './rule.js';

export const forbiddenWording = defineRule({
  code: 'forbidden-wording',
  severity: 'error',
  description: {
    'zh-Hans': '对客话术里有不能对客户说的词。',
    'zh-Hant': '對客話術裡有不能對客戶說的詞。',
    en: 'The wording contains words that customers must not be told.',
  },
  rationale: {
    'zh-Hans':
      '“保证”“百分百”一类的说法会变成公司的承诺。词表在 playbook.config.yaml 的 forbiddenWording 里，简体和繁体一起检查；“不要说”小节里可以写。',
    'zh-Hant':
      '「保證」「百分百」一類的說法會變成公司的承諾。詞表在 playbook.config.yaml 的 forbiddenWording 裡，簡體和繁體一起檢查；「不要說」小節裡可以寫。',
    en: 'Words such as “guaranteed” turn into a promise of the company. The list is forbiddenWording in playbook.config.yaml; both Chinese scripts are checked with one entry, and the section “Do not say” may hold them.',
  },
  example: {
    wrong: '> 我们保证明天到账。\n',
    right: '> 我们会尽力让退款明天到账。\n',
    files: { 'playbook.config.yaml': 'forbiddenWording:\n  - { pattern: 保证, replacement: 我们会尽力, lang: zh-Hans }\n' },
  },
  fixable: true,
  messages: {
    found: {
      'zh-Hans': '对客话术里不能说“{words}”。{reason}',
      'zh-Hant': '對客話術裡不能說「{words}」。{reason}',
      en: '“{words}” must not be said to customers. {reason}',
    },
    replace: {
      'zh-Hans': '对客话术里不能说“{words}”，请改为“{replacement}”一类的说法。{reason}',
      'zh-Hant': '對客話術裡不能說「{words}」，請改為「{replacement}」一類的說法。{reason}',
      en: '“{words}” must not be said to customers; say for instance “{replacement}”. {reason}',
    },
    invalidPattern: {
      'zh-Hans': '这个模式不是正确的正则表达式（RE2，不支持环视和反向引用，最长 {longestPattern} 个字符），不会检查。请改正。',
      'zh-Hant': '這個模式不是正確的正規表示式（RE2，不支援環視和反向參照，最長 {longestPattern} 個字元），不會檢查。請改正。',
      en: 'This is not a valid RE2 pattern (no look-around, no back-references, at most {longestPattern} characters), so it is not checked. Correct it.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    if (knowledgeBase.config.forbiddenWording.length === 0) return;
    const stretches = readWordingStretches(playbook);
    if (stretches.length === 0) return;
    const quoted = sectionsOfKind(playbook, knowledgeBase.typeOf(playbook), 'never-say');
    const terms = knowledgeBase.config.forbiddenWording.flatMap(termOf);
    for (const stretch of stretches) {
      const folded = { script: foldScript(stretch.text), words: foldWords(stretch.text) };
      const found = terms.flatMap(({ entry, find }) => find(folded).map((place) => ({ entry, ...place })));
      if (found.length === 0) continue;
      const { start } = stretch.spanOf(0, 1);
      if (quoted.some((section) => start >= section.start && start < section.end)) continue;
      const language = languageAt(playbook, start);
      const matches = found
        .map(({ entry, start, end }) => ({ entry, span: stretch.spanOf(start, end), fits: fitOf(entry, language) }))
        .filter(({ fits }) => fits > 0);
      for (const { span, entry } of withoutOverlaps(matches)) {
        const words = playbook.text.slice(span.start, span.end);
        const { replacement, reason = '' } = entry;
        if (replacement === undefined || replacement === '') {
          report('found', { at: span, values: { words, reason } });
          continue;
        }
        // A replacement in the other Chinese script is shown, but never written into the page.
        const isSameScript = entry.lang === undefined || entry.lang === language || primary(entry.lang) !== 'zh';
        report('replace', {
          at: span,
          values: { words, replacement, reason },
          ...(isSameScript && {
            fix: {
              title: { 'zh-Hans': '改为“{replacement}”', 'zh-Hant': '改為「{replacement}」', en: 'Replace with “{replacement}”' },
              edits: [{ ...span, newText: replacement }],
            },
          }),
        });
      }
    }
  },
  checkSupportFile(file, { report }) {
    if (!file.path.endsWith(configFileName)) return;
    const { data, nodes } = parseYaml(file.text);
    const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'forbiddenWording') : undefined;
    if (!Array.isArray(list)) return;
    list.forEach((entry: unknown, index) => {
      if (typeof entry !== 'object' || entry === null || Reflect.get(entry, 'regex') !== true) return;
      const pattern: unknown = Reflect.get(entry, 'pattern');
      const node = nodes.get(`/forbiddenWording/${index}/pattern`);
      if (typeof pattern === 'string' && node && !compile(pattern))
        report('invalidPattern', { at: node.value, values: { longestPattern } });
    });
  },
});

/** More of one pattern in one stretch of wording say nothing new. */
const mostMatches = 100;

/** A text in the two forms that are searched, each character in its place. */
interface Folded {
  readonly script: string;
  readonly words: string;
}

interface Term {
  readonly entry: ForbiddenWording;
  readonly find: (text: Folded) => readonly Span[];
}

interface Match {
  readonly span: Span;
  readonly entry: ForbiddenWording;
  readonly fits: number;
}

function termOf(entry: ForbiddenWording): readonly Term[] {
  if (!entry.regex) {
    const words = foldWords(entry.pattern.trim());
    return words === '' ? [] : [{ entry, find: (text) => findWords(text.words, words) }];
  }
  const pattern = compile(entry.pattern);
  return pattern ? [{ entry, find: (text) => findMatches(pattern, text.script, mostMatches) }] : [];
}

/** Without regard to case and Chinese script, as words are. */
function compile(pattern: string): ReturnType<typeof compilePattern> {
  return compilePattern(`(?i)${foldScript(pattern)}`);
}

function findWords(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!splitsWord(text, start) && !splitsWord(text, end)) found.push({ start, end });
  }
  return found;
}

/** Whether a place lies inside a word of a script that has spaces: “sure” is not in “measure”. */
function splitsWord(text: string, place: number): boolean {
  return /^[\p{Script=Latin}\p{N}]{2}$/u.test(text.slice(Math.max(0, place - 1), place + 1));
}

/** Simplified, lower case, half width; every character keeps its place. */
function foldWords(text: string): string {
  return foldScript(text).replace(/[A-Z]|[^\0-\x7f\p{Script=Han}]/gu, (character) => {
    const half = /^[\uff01-\uff5e]$/.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;
    const lower = half.toLowerCase();
    return lower.length === half.length ? lower : half;
  });
}

/** 0: the entry is for another language; higher is nearer. */
function fitOf(entry: ForbiddenWording, language: string): number {
  if (entry.lang === undefined) return 1;
  if (entry.lang === language) return 3;
  return primary(entry.lang) === primary(language) ? 2 : 0;
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** The nearest language first, then the longest: what lies in words already reported is not reported again. */
function withoutOverlaps(matches: readonly Match[]): readonly Match[] {
  const length = (match: Match) => match.span.end - match.span.start;
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => length(b) - length(a) || b.fits - a.fits)) {
    if (kept.every(({ span }) => match.span.end <= span.start || match.span.start >= span.end)) kept.push(match);
  }
  return kept;
}
