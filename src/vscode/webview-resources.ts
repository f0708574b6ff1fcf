import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { OwnResources } from './preview/preview-page.js';

/** Where the scripts and styles of the extension's own pages are. */
export function ownFolder(context: vscode.ExtensionContext): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', 'preview');
}

/** What any page of the extension loads in a webview; made anew for each page. */
export function ownResources(context: vscode.ExtensionContext, webview: vscode.Webview): OwnResources {
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(ownFolder(context), name)).toString();
  return {
    cspSource: webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
    pageScript: address('preview.js'),
    pageStyle: address('preview.css'),
  };
}
