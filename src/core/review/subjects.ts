import { configFileName } from '../config/config.js';
import { codeownersPaths } from './codeowners.js';
import { type Identity, idAt } from './identity.js';

/** Reviewed files that are no playbooks go by these names; a playbook cannot have such an id. */
export const configSubject = 'playbook.config';
export const codeownersSubject = 'playbook.codeowners';
const schemaPrefix = 'playbook.schemas/';

export function isReservedId(id: string): boolean {
  return id === configSubject || id === codeownersSubject || id.startsWith(schemaPrefix);
}

/** What a path holds, as far as review goes. */
export type PathKind = 'playbook' | 'config' | 'codeowners' | 'schema' | 'asset' | 'none';

export function kindOfPath(path: string): PathKind {
  if (path === configFileName) return 'config';
  if (codeownersPaths.some((candidate) => candidate === path || path === `../${candidate}`)) return 'codeowners';
  if (path.split('/').some((name) => name.startsWith('.') || name === 'node_modules')) return 'none';
  if (/^schemas\/[^/]+\.(?:schema\.json|outline\.ya?ml)$/.test(path)) return 'schema';
  return /\.(?:md|markdown)$/i.test(path) ? 'playbook' : 'asset';
}

/** The name under which a file is reviewed. A playbook that claims a reserved name is reviewed under none that could be approved. */
export function subjectOf(path: string, kind: PathKind, identity: Pick<Identity, 'id'> | undefined): string | undefined {
  switch (kind) {
    case 'config':
      return configSubject;
    case 'codeowners':
      return codeownersSubject;
    case 'schema':
      return schemaPrefix + path.slice('schemas/'.length);
    case 'playbook': {
      const id = idAt(path, identity ?? {});
      return isReservedId(id) ? undefined : id;
    }
    default:
      return undefined;
  }
}
