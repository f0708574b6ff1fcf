import * as vscode from 'vscode';
import { nearestLocale } from '../../core/model/locale.js';
import type { ExcerptPart, SearchFilter } from '../../core/model/search.js';
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
  if (name === 'languages') return languageName(value);
  if (name !== 'types') return value;
  return typeLabel(value, knowledgeBases);
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
