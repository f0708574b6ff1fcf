import * as vscode from 'vscode';
import { nearestLocale } from '../core/model/locale.js';

/** Sentences one after another, as they are written in the user's language: in Chinese without spaces between them. */
export function sentences(texts: readonly string[]): string {
  return texts.join(nearestLocale(vscode.env.language) === 'en' ? ' ' : '');
}
