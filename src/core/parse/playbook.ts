import { idFromFile } from '../ids.js';
import type { ParseProblem, Playbook, SourceText } from '../model/playbook.js';
import { findLineStarts } from '../model/text.js';
import { gitBlob } from './blob.js';
import { readBody } from './body.js';
import { readFields, textOf } from './fields.js';
import { parseFrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown.js';

/** Largest file that is read, in bytes. */
export const largestFile = 2 * 1024 * 1024;

/**
 * Reads one file. Never throws: whatever cannot be read becomes a problem with its place, and the rest is still there.
 * `defaultLanguage` is the knowledge base's first language.
 */
export function parsePlaybook(path: string, source: SourceText, defaultLanguage: string): Playbook {
  const text = source.text;
  const problems: ParseProblem[] = [];
  const unparsable = (reason: string, values: ParseProblem['values'], start = 0, end = Math.min(text.length, start + 1)): void => {
    problems.push({ code: 'unparsable-file', reason, values, start, end });
  };
  if (source.tooLarge !== undefined) {
    unparsable('tooLarge', { size: (source.tooLarge / 1024 / 1024).toFixed(1), limit: largestFile / 1024 / 1024 });
  }
  if (source.unreadable) unparsable('unreadable', {});
  if (source.invalidAt !== undefined) unparsable('notUtf8', {}, source.invalidAt);

  const { frontMatter, bodyStart, problems: frontMatterProblems } = parseFrontMatter(text);
  problems.push(...frontMatterProblems);
  const { root, refused } = parseMarkdown(text.slice(bodyStart));
  if (refused) unparsable(refused.reason, { limit: refused.limit }, bodyStart);
  const body = readBody(root, text, bodyStart);

  const { data } = frontMatter;
  const id = textOf(data['id']);
  const type = textOf(data['type']);
  const withoutExtension = idFromFile(path);
  return {
    path,
    text,
    lineStarts: findLineStarts(text),
    blob: gitBlob(text),
    id: id ?? withoutExtension,
    hasOwnId: id !== undefined,
    type: type ?? 'article',
    hasOwnType: type !== undefined,
    title:
      textOf(data['title']) ?? body.headings.find((heading) => heading.text !== '')?.text ?? withoutExtension.split('/').at(-1) ?? path,
    lang: textOf(data['lang']) ?? defaultLanguage,
    frontMatter,
    fields: readFields(data),
    bodyStart,
    ...body,
    problems,
  };
}
