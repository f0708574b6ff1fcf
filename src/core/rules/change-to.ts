import type { KnowledgeBase } from '../knowledge-base.js';
import type { Playbook } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { linkAddress, relativePath } from '../paths.js';
import { nearest } from '../schema/nearest.js';
import type { Report } from './rule.js';

type Fix = NonNullable<Report['fix']>;

/** The fix that puts what was meant at a place; `written` is how it stands in the file where that is more than what it is called. */
export function changeTo(at: Span, meant: string, written: string = meant): Fix {
  return {
    title: { 'zh-Hans': '改为“{meant}”', 'zh-Hant': '改為「{meant}」', en: 'Change to “{meant}”' },
    values: { meant },
    edits: [{ ...at, newText: written }],
  };
}

/**
 * The fix for an id that names nothing: the one most like it of another playbook, first among the likely ones. None where the place
 * holds more than the id.
 */
export function changeToNearestId(
  playbook: Playbook,
  { id, at }: { readonly id: string; readonly at: Span },
  knowledgeBase: KnowledgeBase,
  isLikely?: (other: Playbook) => boolean,
): Pick<Report, 'fix'> {
  if (playbook.text.slice(at.start, at.end) !== id) return {};
  const others = knowledgeBase.ids().filter((other) => other !== playbook.id);
  const likely = isLikely ? others.filter((other) => knowledgeBase.withId(other).some(isLikely)) : [];
  const meant = nearest(id, likely) ?? nearest(id, others);
  return meant === undefined ? {} : { fix: changeTo(at, meant) };
}

/**
 * The fix for a link or picture whose file is not there: the one file of the same name elsewhere, else the file whose path differs
 * by a slip. What follows the path, such as an anchor, stays. `path` is where the link leads, from the folder of the knowledge base.
 */
export function changeToNearestFile(
  playbook: Playbook,
  { target, at, path }: { readonly target: string; readonly at: Span; readonly path: string },
  files: Iterable<string>,
): Pick<Report, 'fix'> {
  if (playbook.text.slice(at.start, at.end) !== target) return {};
  const known = [...files];
  const name = `/${path}`.replace(/^.*\//s, '/').toLowerCase();
  const sameName = known.filter((file) => `/${file}`.toLowerCase().endsWith(name));
  const found = sameName.length === 1 ? sameName[0] : nearest(path, known);
  if (found === undefined) return {};
  const rest = /[?#].*$/s.exec(target)?.[0] ?? '';
  return { fix: changeTo(at, linkAddress(relativePath(playbook.path, found)) + rest) };
}
