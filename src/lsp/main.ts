import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.js';

// Standard output belongs to the protocol; a stray message there would break it.
console.log = console.error;
console.info = console.error;

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);

// What nobody awaited has failed: it is logged, and everything else goes on.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    connection.console.error(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
}

startServer(connection);
