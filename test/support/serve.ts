import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { today } from './knowledge-base.js';
import { plainEnvironment } from './plain-environment.js';
import { usersNode } from './users-node.js';

export interface Served {
  /** With a slash at its end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves a folder with a built program until `stop`. */
export async function serve(program: string, folder: string, ...options: readonly string[]): Promise<Served> {
  const child = spawn(usersNode, [program, 'serve', folder, '--today', today, ...options], {
    env: plainEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('close', (code) => reject(new Error(`serve ended with ${code}: ${output}`)));
  });
  return {
    address,
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}
