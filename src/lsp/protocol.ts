/**
 * What the server answers beyond the Language Server Protocol, for the product's own extension and any other editor.
 * Addresses are URIs, days ISO 8601. Types and names only: the editor's side loads nothing of the server with it.
 */

export * from './protocol/assistant.js';
export * from './protocol/convert.js';
export * from './protocol/knowledge-bases.js';
export * from './protocol/overview.js';
export type * from './protocol/own-request.js';
export * from './protocol/preview.js';
export * from './protocol/review.js';
export * from './protocol/search.js';
export * from './protocol/threads.js';
