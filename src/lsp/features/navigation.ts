import { type DocumentHighlight, DocumentHighlightKind, type Location, type LocationLink } from 'vscode-languageserver/node';
import { configFileName } from '../../core/config/config.js';
import type { Playbook } from '../../core/model/playbook.js';
import type { Span } from '../../core/model/text.js';
import {
  headingOccurrences,
  idOccurrences,
  type Occurrence,
  pathOccurrences,
  placeholderOccurrences,
  variableDeclaration,
  variableInConfig,
  variableOccurrences,
} from '../../core/symbols/occurrences.js';
import { symbolAt } from '../../core/symbols/symbol-at.js';
import { rangeAt, type TextFile } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';
import type { OpenFolder } from '../open-folder.js';

/** Where the thing at a place is made, in the form the client understands. */
export function definition(context: PlaybookContext, offset: number): LocationLink[] | Location[] {
  const links = definitionLinks(context, offset);
  return context.client.definitionLinks
    ? links
    : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** A page, a heading, a snippet, a placeholder's or a variable's declaration. */
function definitionLinks(context: PlaybookContext, offset: number): LocationLink[] {
  const { folder, knowledgeBase, playbook } = context;
  const symbol = symbolAt(playbook, offset, knowledgeBase);
  if (!symbol) return [];
  const origin = rangeAt(playbook, symbol.at);
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const toFile = (path: string): LocationLink => ({
    originSelectionRange: origin,
    targetUri: folder.uriOf(path),
    targetRange: start,
    targetSelectionRange: start,
  });
  const to = (target: Playbook, span: Span): LocationLink => {
    const range = rangeAt(target, span);
    return { ...toFile(target.path), targetRange: range, targetSelectionRange: range };
  };
  const declarations = (occurrences: readonly (Occurrence | undefined)[]) =>
    occurrences.flatMap((occurrence): LocationLink[] => {
      const file = occurrence?.isDeclaration ? folder.textFile(occurrence.path) : undefined;
      if (!occurrence || !file) return [];
      const range = rangeAt(file, occurrence.at);
      return [{ ...toFile(file.path), targetRange: range, targetSelectionRange: range }];
    });
  switch (symbol.kind) {
    case 'id':
      return knowledgeBase.withId(symbol.id).map((target) => to(target, titleSpan(target)));
    case 'path':
    case 'anchor': {
      const link = symbol.kind === 'anchor' ? symbol.link : { target: symbol.target, form: 'markdown' as const };
      const target = knowledgeBase.resolveLink(playbook, link);
      if (target.kind === 'file') return [toFile(target.path)];
      if (target.kind !== 'playbook') return [];
      const heading = target.playbook.headings.find(({ anchor }) => anchor === target.anchor);
      return [to(target.playbook, heading?.textSpan ?? titleSpan(target.playbook))];
    }
    case 'heading':
      return [to(playbook, symbol.heading.textSpan)];
    case 'placeholder':
      return declarations(placeholderOccurrences(knowledgeBase, playbook, symbol.name));
    case 'variable':
      return declarations([variableDeclaration(knowledgeBase, symbol.name)]);
    default:
      return [];
  }
}

/** Where a page is shown to begin: its title. */
function titleSpan(playbook: Playbook): Span {
  return (
    playbook.frontMatter.nodes.get('/title')?.value ??
    playbook.headings[0]?.textSpan ?? { start: playbook.bodyStart, end: playbook.bodyStart }
  );
}

/** Every place that names what stands at a place of a playbook, or a variable in the config. */
export function references(folder: OpenFolder, file: TextFile, offset: number, includeDeclaration: boolean): Location[] {
  const { knowledgeBase } = folder.session;
  const playbook = knowledgeBase.playbooks.get(file.path);
  const variable = file.path === configFileName ? variableInConfig(knowledgeBase, file.text, offset) : undefined;
  const occurrences = playbook
    ? occurrencesAt({ knowledgeBase, playbook }, offset)
    : variable
      ? variableOccurrences(knowledgeBase, variable.name)
      : [];
  return occurrences
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .flatMap(({ path, at }) => {
      const named = folder.textFile(path);
      return named ? [{ uri: folder.uriOf(path), range: rangeAt(named, at) }] : [];
    });
}

/** The same within one file. */
export function highlights(context: PlaybookContext, offset: number): DocumentHighlight[] {
  const { playbook } = context;
  return occurrencesAt(context, offset)
    .filter(({ path }) => path === playbook.path)
    .map(({ at, isDeclaration }) => ({
      range: rangeAt(playbook, at),
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function occurrencesAt(
  { knowledgeBase, playbook }: Pick<PlaybookContext, 'knowledgeBase' | 'playbook'>,
  offset: number,
): readonly Occurrence[] {
  const symbol = symbolAt(playbook, offset, knowledgeBase);
  const ofPlaybook = (target: Playbook | undefined) =>
    target ? [...idOccurrences(knowledgeBase, target.id), ...pathOccurrences(knowledgeBase, target)] : [];
  switch (symbol?.kind) {
    case 'id':
      return ofPlaybook(knowledgeBase.withId(symbol.id)[0]);
    case 'path': {
      const target = knowledgeBase.resolveLink(playbook, { target: symbol.target, form: 'markdown' });
      return target.kind === 'playbook' ? ofPlaybook(target.playbook) : [];
    }
    case 'anchor': {
      const target = knowledgeBase.resolveLink(playbook, symbol.link);
      const heading = target.kind === 'playbook' ? target.playbook.headings.find(({ anchor }) => anchor === target.anchor) : undefined;
      return target.kind === 'playbook' && heading ? headingOccurrences(knowledgeBase, target.playbook, heading) : [];
    }
    case 'heading':
      return headingOccurrences(knowledgeBase, playbook, symbol.heading);
    case 'placeholder':
      return placeholderOccurrences(knowledgeBase, playbook, symbol.name);
    case 'variable':
      return variableOccurrences(knowledgeBase, symbol.name);
    default:
      return [];
  }
}
