import {
  type CodeLens,
  type InlayHint,
  InlayHintKind,
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
} from 'vscode-languageserver/node';
import { labelSpan } from '../../core/content/directives.js';
import { nameSpan } from '../../core/content/placeholders.js';
import { spokenTimes } from '../../core/content/spoken-time.js';
import type { Span } from '../../core/model/text.js';
import { idOccurrences, pathOccurrences } from '../../core/symbols/occurrences.js';
import { positionAt, rangeAt, spanAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';
import type { FolderReview } from '../review/reviews.js';
import { reviewLenses } from './review-lenses.js';

/** Above the page: its review, and how many pages use it; a click lists the places. */
export function codeLenses(context: PlaybookContext, review: FolderReview): CodeLens[] {
  const { playbook } = context;
  const at = playbook.frontMatter.nodes.get('/id')?.value ?? { start: 0, end: 0 };
  const range = rangeAt(playbook, at);
  return [...reviewLenses(context, range, review), usersLens(context, range)];
}

function usersLens({ folder, knowledgeBase, playbook, client }: PlaybookContext, range: Range): CodeLens {
  const count = new Set([...knowledgeBase.linkedFrom(playbook), ...knowledgeBase.embeddedIn(playbook)]).size;
  const title = client.say(count === 0 ? 'unused' : 'usedBy', { count });
  const { showReferencesCommand } = client.options;
  if (count === 0 || showReferencesCommand === undefined) return { range, command: { title, command: '' } };
  const places = [...idOccurrences(knowledgeBase, playbook.id), ...pathOccurrences(knowledgeBase, playbook)].flatMap(
    ({ path, at: span, isDeclaration }) => {
      const file = folder.textFile(path);
      return file && !isDeclaration && path !== playbook.path ? [{ uri: folder.uriOf(path), range: rangeAt(file, span) }] : [];
    },
  );
  return { range, command: { title, command: showReferencesCommand, arguments: [folder.uriOf(playbook.path), range.start, places] } };
}

/** Beside the text: values of variables, and how long wording for the phone takes to say. */
export function inlayHints({ knowledgeBase, playbook, client }: PlaybookContext, range: Range): InlayHint[] {
  const wanted = spanAt(playbook, range);
  const isShown = ({ start, end }: Span) => start <= wanted.end && end >= wanted.start;
  const variables = playbook.placeholderUses.flatMap((use): InlayHint[] => {
    const value = knowledgeBase.config.variables.get(use.name);
    return value === undefined || !isShown(use)
      ? []
      : [{ position: positionAt(playbook, use.end), label: `= ${value}`, kind: InlayHintKind.Type, paddingLeft: true }];
  });
  const times = spokenTimes(playbook, knowledgeBase).flatMap(({ message, seconds }): InlayHint[] =>
    isShown(message)
      ? [
          {
            position: positionAt(playbook, message.end),
            label: client.say('seconds', { count: seconds }),
            tooltip: client.say('secondsMeaning'),
            kind: InlayHintKind.Type,
            paddingLeft: true,
          },
        ]
      : [],
  );
  return [...variables, ...times];
}

export const tokenTypes = ['parameter', 'variable', 'decorator', 'string'] as const;
export const tokenModifiers = ['readonly'] as const;

/** Colours for placeholders (`parameter`), variables (`variable`, read-only) and directives (`decorator`, with their label). */
export function semanticTokens({ knowledgeBase, playbook }: PlaybookContext, within?: Range): SemanticTokens {
  const wanted = within ? spanAt(playbook, within) : { start: 0, end: playbook.text.length };
  const tokens: { readonly span: Span; readonly type: (typeof tokenTypes)[number]; readonly isReadonly?: true }[] = [];
  for (const use of playbook.placeholderUses) {
    const isVariable = knowledgeBase.config.variables.has(use.name) || use.name.includes('.');
    tokens.push({ span: nameSpan(playbook, use), type: isVariable ? 'variable' : 'parameter', ...(isVariable && { isReadonly: true }) });
  }
  for (const directive of playbook.directives) {
    const mark = /^:+[a-z-]+/.exec(playbook.text.slice(directive.start, directive.end))?.[0] ?? '';
    tokens.push({ span: { start: directive.start, end: directive.start + mark.length }, type: 'decorator' });
    const label = labelSpan(playbook, directive);
    // A label with a placeholder in it has its own colours there.
    const isPlain = label !== directive && !playbook.placeholderUses.some((use) => use.start >= label.start && use.end <= label.end);
    if (directive.form === 'text' && isPlain && label.end > label.start) tokens.push({ span: label, type: 'string' });
  }
  const builder = new SemanticTokensBuilder();
  for (const { span, type, isReadonly } of tokens.sort((a, b) => a.span.start - b.span.start)) {
    if (span.end < wanted.start || span.start > wanted.end || /[\r\n]/.test(playbook.text.slice(span.start, span.end))) continue;
    const { line, character } = positionAt(playbook, span.start);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), isReadonly ? 1 : 0);
  }
  return builder.build();
}
