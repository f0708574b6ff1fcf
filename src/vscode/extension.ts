import type * as vscode from 'vscode';
import { overviewRequest } from '../lsp/protocol.js';
import { registerAssistantTools } from './assistant-tools.js';
import { registerCreateKnowledgeBase } from './commands/create-knowledge-base.js';
import { registerInsertSnippet } from './commands/insert-snippet.js';
import { registerNewPlaybook } from './commands/new-playbook.js';
import { registerOpenConfig } from './commands/open-config.js';
import { registerPublish } from './commands/publish.js';
import { registerSearch } from './commands/search.js';
import { registerConvert } from './convert.js';
import { registerHealth } from './health/health-panel.js';
import { KeptLists } from './kept-lists.js';
import { registerPreviews } from './preview/previews.js';
import { registerComments } from './review/comments.js';
import { registerDecisions } from './review/decisions.js';
import { registerRenderedDifference } from './review/rendered-difference.js';
import { registerReviewStatus } from './review/review-status.js';
import { registerReviewView } from './review/review-view.js';
import { keepReviews } from './review/reviews.js';
import { registerWordings } from './review/wordings.js';
import { Server } from './server.js';
import { registerShowReferences } from './show-references.js';
import { registerStart } from './start.js';
import { registerStatusBar } from './status-bar.js';
import { registerKnowledgeBaseView } from './views/knowledge-base-view.js';
import { registerProblemsView } from './views/problems-view.js';

/** What other extensions and the tests may use. */
export interface PlaybookExtension {
  /** Resolves when the language server answers; false if there is no knowledge base here. */
  readonly ready: () => Promise<boolean>;
}

/** Registers everything and returns at once; the language server starts beside it where the window has a knowledge base. */
export function activate(context: vscode.ExtensionContext): PlaybookExtension {
  const server = new Server(context);
  const catalogue = new KeptLists(server, overviewRequest);
  const reviews = keepReviews(server);
  const start = registerStart(context, server);
  context.subscriptions.push(
    server,
    catalogue,
    reviews,
    registerShowReferences(),
    registerNewPlaybook(server),
    registerCreateKnowledgeBase(context, server),
    registerSearch(server),
    registerPublish(context, server),
    registerInsertSnippet(catalogue),
    registerKnowledgeBaseView(context, catalogue),
    registerProblemsView(server),
    registerReviewView(reviews),
    registerWordings(server, reviews),
    registerDecisions(server, reviews),
    registerComments(server, reviews),
    registerReviewStatus(reviews),
    registerPreviews(context, server),
    registerRenderedDifference(context, server, reviews),
    registerConvert(server),
    registerHealth(context, server),
    registerAssistantTools(server),
    registerOpenConfig(server),
    registerStatusBar(server),
  );
  return { ready: start.ready };
}
