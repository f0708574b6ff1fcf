import type { FormattingOptions, TextEdit } from 'vscode-languageserver/node';
import { orderFrontMatter, spaceBetweenScripts } from '../../core/edit/format.js';
import { editOf } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';

/** The front matter in its type's order; where asked for, a space between Chinese and Latin. */
export function formatting({ knowledgeBase, playbook, client }: PlaybookContext, options: FormattingOptions): TextEdit[] {
  const order = orderFrontMatter(playbook, knowledgeBase.typeOf(playbook));
  const wantsSpaces = options['spaceBetweenScripts'] === true || client.options.spaceBetweenScripts === true;
  return [...(order ? [order] : []), ...(wantsSpaces ? spaceBetweenScripts(playbook) : [])].map((edit) => editOf(playbook, edit));
}
