import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.js';

// Standard output belongs to the protocol; a stray message there would break it.
console.log = console.error;
console.info = console.error;

startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
