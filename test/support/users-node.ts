import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/**
 * The Node that the machine has, which runs the program in tests as it does for users: npm puts the newer one that tools need in
 * front of it. That one, if the machine has no other that can be run.
 */
export const usersNode = findNode();

function findNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      const file = realpathSync(join(folder, name));
      if (file.includes(`${sep}node_modules${sep}`)) continue;
      execFileSync(file, ['--version'], { stdio: 'ignore' });
      return file;
    } catch {
      // Not here.
    }
  }
  return process.execPath;
}
