import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver/node';
import { configFileName } from '../../core/config/config.js';
import {
  moveFiles,
  newPathOf,
  type RenameResult,
  renameHeading,
  renameId,
  renamePlaceholder,
  renameVariable,
} from '../../core/edit/rename.js';
import { decode, splitAnchor } from '../../core/link-address.js';
import type { Playbook } from '../../core/model/playbook.js';
import { variableInConfig } from '../../core/symbols/occurrences.js';
import { holds, type PlaybookSymbol, symbolAt } from '../../core/symbols/symbol-at.js';
import type { Client } from '../client.js';
import { rangeAt, type TextFile } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';
import type { OpenFolder } from '../open-folder.js';
import { workspaceEdit } from '../workspace-edit.js';

/** The name at a place that can be given another, and how it is shown for typing over. */
export function prepareRename(context: PlaybookContext, offset: number): { range: Range; placeholder: string } {
  const symbol = renamable(context, offset);
  const { playbook } = context;
  return { range: rangeAt(playbook, symbol.at), placeholder: nameOf(symbol, context) };
}

/** Gives what stands at a place another name, everywhere. Fails in words if that name cannot be given. */
export function rename(context: PlaybookContext, offset: number, newName: string): WorkspaceEdit {
  const { folder, knowledgeBase, playbook, client } = context;
  const symbol = renamable(context, offset);
  const name = newName.trim();
  if (symbol.kind === 'path') return moveTarget(context, symbol.target, name);
  const result = apply();
  if (result.kind === 'refused') throw refusal(context, result.reason, name);
  return workspaceEdit(folder, result, client);

  function apply(): RenameResult {
    switch (symbol.kind) {
      case 'id':
        return renameId(knowledgeBase, symbol.id, name);
      case 'heading':
        return renameHeading(knowledgeBase, playbook, symbol.heading, name);
      case 'anchor': {
        const { target, heading } = headingOf(context, symbol);
        return target && heading ? renameHeading(knowledgeBase, target, heading, name) : { kind: 'refused', reason: 'noDeclaration' };
      }
      case 'placeholder':
        return renamePlaceholder(knowledgeBase, playbook, symbol.name, name);
      case 'variable':
        return renameVariable(knowledgeBase, symbol.name, name);
      default:
        return { kind: 'refused', reason: 'noDeclaration' };
    }
  }
}

/** Renames the file that a link leads to; the new path counts from the file the link stands in. */
function moveTarget(context: PlaybookContext, target: string, name: string): WorkspaceEdit {
  const { folder, knowledgeBase, playbook, client } = context;
  const found = knowledgeBase.resolveLink(playbook, { target, form: 'markdown' });
  const to = newPathOf(playbook.path, decode(name));
  if (found.kind !== 'playbook' || to === undefined) throw refusal(context, 'noDeclaration', name);
  const from = found.playbook.path;
  const result = moveFiles(knowledgeBase, new Map([[from, to]]));
  if (result.kind === 'refused') throw refusal(context, result.reason, name);
  return workspaceEdit(folder, { edits: result.edits, renames: [{ from, to }] }, client);
}

function renamable(context: PlaybookContext, offset: number): PlaybookSymbol {
  const { knowledgeBase, playbook, client } = context;
  const symbol = symbolAt(playbook, offset, knowledgeBase);
  if (!symbol || !holds(symbol.at, offset) || !isKnown(symbol, context)) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, client.say('cannotRename'));
  }
  return symbol;
}

function isKnown(symbol: PlaybookSymbol, context: PlaybookContext): boolean {
  const { knowledgeBase, playbook, client } = context;
  switch (symbol.kind) {
    case 'id':
      return knowledgeBase.withId(symbol.id).length > 0;
    case 'path': {
      const target = knowledgeBase.resolveLink(playbook, { target: symbol.target, form: 'markdown' });
      return (
        client.renamesFiles &&
        target.kind === 'playbook' &&
        playbook.text.slice(symbol.at.start, symbol.at.end) === splitAnchor(symbol.target).address
      );
    }
    case 'anchor':
      return headingOf(context, symbol).heading !== undefined;
    case 'variable':
      return knowledgeBase.config.variables.has(symbol.name);
    case 'heading':
    case 'placeholder':
      return true;
    default:
      return false;
  }
}

function headingOf({ knowledgeBase, playbook }: PlaybookContext, symbol: Extract<PlaybookSymbol, { kind: 'anchor' }>) {
  const target = knowledgeBase.resolveLink(playbook, symbol.link);
  const found: Playbook | undefined = target.kind === 'playbook' ? target.playbook : undefined;
  return { target: found, heading: found?.headings.find(({ anchor }) => target.kind === 'playbook' && anchor === target.anchor) };
}

function nameOf(symbol: PlaybookSymbol, context: PlaybookContext): string {
  switch (symbol.kind) {
    case 'id':
      return symbol.id;
    case 'anchor':
      return headingOf(context, symbol).heading?.text ?? symbol.anchor;
    case 'placeholder':
    case 'variable':
      return symbol.name;
    default:
      return context.playbook.text.slice(symbol.at.start, symbol.at.end);
  }
}

/** The same for a variable in the config. */
export function prepareVariableRename(
  folder: OpenFolder,
  file: TextFile,
  offset: number,
  client: Client,
): { range: Range; placeholder: string } {
  const { name, at } = variableAt(folder, file, offset, client);
  return { range: rangeAt(file, at), placeholder: name };
}

export function renameVariableAt(folder: OpenFolder, file: TextFile, offset: number, newName: string, client: Client): WorkspaceEdit {
  const { name } = variableAt(folder, file, offset, client);
  const result = renameVariable(folder.session.knowledgeBase, name, newName.trim());
  if (result.kind === 'refused') throw refusal({ client }, result.reason, newName.trim());
  return workspaceEdit(folder, result, client);
}

function variableAt(folder: OpenFolder, file: TextFile, offset: number, client: Client) {
  const found = file.path === configFileName ? variableInConfig(folder.session.knowledgeBase, file.text, offset) : undefined;
  if (!found) throw new ResponseError(LSPErrorCodes.RequestFailed, client.say('cannotRename'));
  return found;
}

function refusal(
  { client }: Pick<PlaybookContext, 'client'>,
  reason: Extract<RenameResult, { kind: 'refused' }>['reason'],
  name: string,
): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, client.say(`rename-${reason}`, { name }));
}
