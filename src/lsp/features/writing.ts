import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newPlaybook } from '../../app/new-playbook.js';
import { configFileName } from '../../core/config/config.js';
import type { VocabularyEntry } from '../../core/config/vocabulary.js';
import type { OpenFolder } from '../open-folder.js';
import { readText } from '../params.js';
import type { KnowledgeBaseInfo, NewPlaybookAnswer } from '../protocol.js';

/** What a client must know of a knowledge base to offer what can be done in it. */
export function describeKnowledgeBase(folder: OpenFolder): KnowledgeBaseInfo {
  const { config, types, playbooks, supportFiles } = folder.session.knowledgeBase;
  const isConfigured = supportFiles.some(({ path }) => path === configFileName);
  const folders = new Set([...playbooks.keys()].map((path) => path.split('/').slice(0, -1).join('/')));
  const named = ({ id, label }: VocabularyEntry) => ({ id, label });
  return {
    uri: folder.rootUri,
    title: config.title,
    isConfigured,
    languages: config.languages,
    types: [...types.values()].map(({ name, label, description, icon }) => ({ name, label, description, icon })),
    channels: config.channels.map(named),
    tiers: config.tiers.map(named),
    content: config.content,
    folders: [...folders].sort(),
    size: playbooks.size,
  };
}

/** A playbook from a template for `playbook/newPlaybook`; what is no sensible question gets null. */
export function proposePlaybook(folder: OpenFolder, params: unknown): NewPlaybookAnswer | null {
  const { knowledgeBase, settings } = folder.session;
  const type = knowledgeBase.types.get(readText(params, 'type') ?? '');
  const title = readText(params, 'title')?.trim() ?? '';
  const place = readText(params, 'folder');
  if (!type || title === '' || place?.split('/').some((part) => part === '..' || part === '.')) return null;
  const proposed = newPlaybook(
    knowledgeBase,
    {
      type,
      title: title.slice(0, longestTitle),
      lang: readText(params, 'lang') ?? knowledgeBase.config.defaultLanguage,
      today: settings.today,
      ...(place !== undefined && { folder: place.replace(/^\/+|\/+$/g, '') }),
    },
    (path) => existsSync(join(folder.root, path)),
  );
  return { ...proposed, uri: folder.uriOf(proposed.path) };
}

const longestTitle = 200;
