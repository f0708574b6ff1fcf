import * as vscode from 'vscode';
import { nearestLocale } from '../../core/model/locale.js';
import { type ExcerptPart, type SearchFilter, type SearchFilters, searchFilters } from '../../core/model/search.js';
import type { KnowledgeBaseInfo } from '../../lsp/protocol.js';
import { languageName } from '../language-name.js';

export function filterLabel(name: SearchFilter): string {
  switch (name) {
    case 'types':
      return vscode.l10n.t('Type');
    case 'channels':
      return vscode.l10n.t('Channel');
    case 'tiers':
      return vscode.l10n.t('Customer tier');
    case 'languages':
      return vscode.l10n.t('Language');
    case 'tags':
      return vscode.l10n.t('Tag');
    case 'products':
      return vscode.l10n.t('Product');
  }
}

/** A value of a filter as people say it. */
export function filterValue(name: SearchFilter, value: string, knowledgeBases: readonly KnowledgeBaseInfo[]): string {
  switch (name) {
    case 'types':
      return typeLabel(value, knowledgeBases);
    case 'languages':
      return languageName(value);
    case 'channels':
    case 'tiers': {
      const term = knowledgeBases.flatMap((info) => info[name]).find(({ id }) => id === value);
      return term?.label[nearestLocale(vscode.env.language)] ?? value;
    }
    default:
      return value;
  }
}

/** What the results are narrowed to, each value as people say it. */
export function chosenValues(filters: SearchFilters, knowledgeBases: readonly KnowledgeBaseInfo[]): readonly string[] {
  return searchFilters.flatMap((name) => (filters[name] ?? []).map((value) => filterValue(name, value, knowledgeBases)));
}

export function typeLabel(name: string, knowledgeBases: readonly KnowledgeBaseInfo[]): string {
  const locale = nearestLocale(vscode.env.language);
  return typeInfo(name, knowledgeBases)?.label[locale] ?? name;
}

export function typeIcon(name: string, knowledgeBases: readonly KnowledgeBaseInfo[]): string {
  return typeInfo(name, knowledgeBases)?.icon ?? 'file';
}

function typeInfo(name: string, knowledgeBases: readonly KnowledgeBaseInfo[]) {
  return knowledgeBases.flatMap(({ types }) => types).find((type) => type.name === name);
}

export function plain(parts: readonly ExcerptPart[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
