import type { SupportFile } from '../config/config.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { Diagnostic, Fix, RelatedPlace, Severity } from '../model/diagnostic.js';
import { fillMessage, type Locale } from '../model/locale.js';
import type { Playbook } from '../model/playbook.js';
import { findLineStarts, type LineStarts, rangeOf } from '../model/text.js';
import { rules } from './index.js';
import type { Report, Rule, RuleContext, Search } from './rule.js';
import { findSilences, type Silences } from './silence.js';

export interface RuleSettings {
  readonly locale: Locale;
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** Day of each playbook’s last approval or verification, by id, where review is on; absent where it is off. */
  readonly reviewedOn?: ReadonlyMap<string, string>;
  /** Not all playbooks are known yet: only what can be said without the others is. */
  readonly isPartial?: boolean;
}

interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly lineStarts: LineStarts;
}

/** All problems of one playbook, in the order of their places. A rule that fails is itself a problem; the others go on. */
export function checkPlaybook(knowledgeBase: KnowledgeBase, playbook: Playbook, settings: RuleSettings): readonly Diagnostic[] {
  const silences = findSilences(playbook);
  return runOn(playbook, knowledgeBase, settings, silences, (rule, context) => rule.check?.(playbook, context));
}

/** Problems of the config, of custom types and of expected search results. `search` searches this knowledge base. */
export function checkSupportFiles(knowledgeBase: KnowledgeBase, settings: RuleSettings, search: Search): readonly Diagnostic[] {
  return knowledgeBase.supportFiles.flatMap((file) => checkSupportFile(knowledgeBase, file, settings, search));
}

/** Problems of one of those files, which all may depend on playbooks. Only that of expected search results needs `search`. */
export function checkSupportFile(
  knowledgeBase: KnowledgeBase,
  file: SupportFile,
  settings: RuleSettings,
  search: Search,
): readonly Diagnostic[] {
  if (settings.isPartial) return [];
  return runOn(file, knowledgeBase, settings, noSilences, (rule, context) => rule.checkSupportFile?.(file, { ...context, search }));
}

const noSilences: Silences = { covers: () => false };

function runOn(
  file: CheckedFile,
  knowledgeBase: KnowledgeBase,
  settings: RuleSettings,
  silences: Silences,
  apply: (rule: Rule, context: RuleContext<string>) => void,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const ruleCodes = new Set(rules.map((rule) => rule.code));
  for (const rule of rules) {
    const severity = knowledgeBase.config.rules[rule.code] ?? rule.severity;
    if (severity === 'off' || (settings.isPartial && rule.needsAllPlaybooks)) continue;
    const add = (message: string, report: Report): void => {
      const diagnostic = toDiagnostic(rule, severity, message, report, file, knowledgeBase, settings.locale);
      if (!silences.covers(rule.code, diagnostic.range)) found.push(diagnostic);
    };
    try {
      const { today, locale, reviewedOn } = settings;
      apply(rule, { knowledgeBase, today, locale, ...(reviewedOn && { reviewedOn }), ruleCodes, report: add });
    } catch (error) {
      found.push(crashed(rule, error, file, settings.locale));
    }
  }
  return found.sort((a, b) => a.range.start.offset - b.range.start.offset || compare(a.code, b.code));
}

function toDiagnostic(
  rule: Rule,
  severity: Severity,
  message: string,
  report: Report,
  file: CheckedFile,
  knowledgeBase: KnowledgeBase,
  locale: Locale,
): Diagnostic {
  const text = rule.messages[message]?.[locale] ?? message;
  const related = report.related?.map((place): RelatedPlace => {
    const other = place.path === undefined || place.path === file.path ? file : (knowledgeBase.playbooks.get(place.path) ?? file);
    const words = rule.messages[place.message]?.[locale] ?? place.message;
    return { path: other.path, range: rangeOf(other.text, other.lineStarts, place.at), message: fillMessage(words, place.values ?? {}) };
  });
  const fix: Fix | undefined = report.fix && {
    title: fillMessage(report.fix.title[locale], report.fix.values ?? report.values ?? {}),
    edits: report.fix.edits.map((edit) => ({ range: rangeOf(file.text, file.lineStarts, edit), newText: edit.newText })),
  };
  return {
    code: rule.code,
    severity,
    message: fillMessage(text, report.values ?? {})
      .replace(/\s+/g, ' ')
      .trim(),
    path: file.path,
    range: rangeOf(file.text, file.lineStarts, report.at),
    ...(related && related.length > 0 && { related }),
    ...(fix && { fix }),
  };
}

function crashed(rule: Rule, error: unknown, file: CheckedFile, locale: Locale): Diagnostic {
  const words = {
    'zh-Hans': '规则“{code}”检查这个文件时出错（{detail}）。其余规则照常检查；请把这个文件反馈给我们。',
    'zh-Hant': '規則「{code}」檢查這個檔案時出錯（{detail}）。其餘規則照常檢查；請把這個檔案回報給我們。',
    en: 'Rule “{code}” failed on this file ({detail}). The other rules ran; please report this file to us.',
  } as const;
  return {
    code: rule.code,
    severity: 'error',
    message: fillMessage(words[locale], { code: rule.code, detail: error instanceof Error ? error.message : String(error) }),
    path: file.path,
    range: rangeOf(file.text, findLineStarts(file.text), { start: 0, end: 0 }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
