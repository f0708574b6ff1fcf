import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Whether a folder, absolute or relative to the root of a knowledge base, is that of its playbooks or lies in it. `content` is
 * relative to the root; `''` is the root itself.
 */
export function liesAmongPlaybooks(root: string, content: string, folder: string): boolean {
  const path = relative(join(root, content), resolve(root, folder));
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
