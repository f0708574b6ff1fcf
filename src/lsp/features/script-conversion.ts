import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { otherScript, translateScript } from '../../app/translate.js';
import { convertedSpans } from '../../core/convert/convert-playbook.js';
import { scriptConverter } from '../../core/convert/script-converter.js';
import { termsOf } from '../../core/convert/terms.js';
import { offsetAt, rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';
import type { ConvertAnswer, TextRange, TranslateAnswer } from '../protocol.js';

/** Edits that write words of a playbook in the other Chinese script, all of them or those in a range. */
export async function convertWords(
  { playbook, knowledgeBase, client }: PlaybookContext,
  range: TextRange | undefined,
): Promise<ConvertAnswer> {
  const to = otherScript(playbook.lang);
  if (to === undefined) return { problem: client.say('convertNotChinese', { title: playbook.title, lang: playbook.lang }) };
  const convert = await scriptConverter(to, termsOf(knowledgeBase.config));
  const within = range && { start: offsetAt(playbook, range.start), end: offsetAt(playbook, range.end) };
  const edits = convertedSpans(playbook, convert, within).map((span) => ({ range: rangeAt(playbook, span), newText: span.newText }));
  return { to, edits };
}

export async function translate({ folder, playbook, knowledgeBase, client }: PlaybookContext): Promise<TranslateAnswer> {
  const result = await translateScript(knowledgeBase, playbook, (path) => existsSync(join(folder.root, path)));
  if (!('problem' in result)) return { to: result.to, uri: folder.uriOf(result.path), text: result.text };
  if (result.problem === 'not-chinese') return { problem: client.say('convertNotChinese', { title: playbook.title, lang: result.lang }) };
  const { to, path } = result;
  return { problem: client.say('convertTranslated', { title: playbook.title, lang: to, path }), uri: folder.uriOf(path) };
}
