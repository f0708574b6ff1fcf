import { translatedPlaybook } from '../core/convert/convert-playbook.js';
import { type ChineseScript, scriptConverter } from '../core/convert/script-converter.js';
import { termsOf } from '../core/convert/terms.js';
import type { KnowledgeBase } from '../core/knowledge-base.js';
import type { Playbook } from '../core/model/playbook.js';

/** A playbook in the other Chinese script, not written to a file yet. */
export interface ScriptTranslation {
  readonly to: ChineseScript;
  readonly id: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type TranslationProblem =
  | { readonly problem: 'not-chinese'; readonly lang: string }
  /** It is there already. */
  | { readonly problem: 'translated'; readonly to: ChineseScript; readonly path: string };

/** The script that a language is not written in; undefined for a language that is not Chinese. */
export function otherScript(lang: string): ChineseScript | undefined {
  const parts = lang.toLowerCase().split('-');
  if (parts[0] !== 'zh') return undefined;
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hans' : 'zh-Hant';
}

/** Writes a playbook in the other Chinese script, under a free id and path. `isTaken` says which paths, beyond the known ones, may not be used. */
export async function translateScript(
  knowledgeBase: KnowledgeBase,
  playbook: Playbook,
  isTaken: (path: string) => boolean = () => false,
): Promise<ScriptTranslation | TranslationProblem> {
  const to = otherScript(playbook.lang);
  if (to === undefined) return { problem: 'not-chinese', lang: playbook.lang };
  const there = knowledgeBase.translations(playbook).find((other) => other !== playbook && other.lang === to);
  if (there) return { problem: 'translated', to, path: there.path };
  const { id, path } = freePlace(knowledgeBase, playbook, to, isTaken);
  const convert = await scriptConverter(to, termsOf(knowledgeBase.config));
  return { to, id, path, text: translatedPlaybook(playbook, knowledgeBase, { to, convert, path, id }) };
}

const languageEnding = /-zh-han[st]$/i;

/** The id with the language at its end; the file beside the original, or where all other translations of this script are. */
function freePlace(
  { playbooks, files, withId, idsLike }: KnowledgeBase,
  playbook: Playbook,
  to: ChineseScript,
  isTaken: (path: string) => boolean,
): { readonly id: string; readonly path: string } {
  const folders = new Set(
    [...playbooks.values()].filter(({ lang, fields }) => lang === to && fields.translationOf !== undefined).map(folderOf),
  );
  const [common] = folders;
  const folder = folders.size === 1 && common !== undefined ? common : folderOf(playbook);
  const original = withId(playbook.fields.translationOf ?? '')[0];
  const base = `${playbook.id.replace(languageEnding, '')}-${to.toLowerCase()}`;
  const name =
    (original ?? playbook).path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '')
      .replace(languageEnding, '') ?? base;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const id = `${base}${ending}`;
    const path = `${folder === '' ? '' : `${folder}/`}${name}-${to.toLowerCase()}${ending}.md`;
    if (!playbooks.has(path) && !files.has(path) && !isTaken(path) && withId(id).length === 0 && idsLike(id).length === 0)
      return { id, path };
  }
}

function folderOf({ path }: Playbook): string {
  return path.split('/').slice(0, -1).join('/');
}
