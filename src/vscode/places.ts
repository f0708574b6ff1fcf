import * as vscode from 'vscode';
import type { TextPlace, TextRange } from '../lsp/protocol.js';

// Places as the protocol writes them and as the editor has them.

export function toPosition({ line, character }: TextPlace): vscode.Position {
  return new vscode.Position(line, character);
}

export function toRange({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(toPosition(start), toPosition(end));
}

export function fromRange({ start, end }: vscode.Range): TextRange {
  return { start: fromPosition(start), end: fromPosition(end) };
}

function fromPosition({ line, character }: vscode.Position): TextPlace {
  return { line, character };
}
