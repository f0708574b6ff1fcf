import { idForm, idFromPath } from './ids.js';
import { linkPathsTo, readLinkAddress, splitAnchor } from './link-address.js';
import type { Playbook } from './model/playbook.js';

/**
 * How a playbook names another, whether or not that exists. Playbooks with the same reference name the same thing, so that
 * what leads to a playbook is found without looking through all others:
 * `id` is `[[id]]`, `named` an id in `related`, `course`, `translation_of` or `replaced_by`, `original` that in `translation_of` alone, `include` an embed, `form` any
 * id without regard to its spelling, `path` a Markdown link and `image` a picture by the path they resolve to, and `proposal`
 * the id that a file without one would get.
 */
type ReferenceKind = 'id' | 'named' | 'original' | 'include' | 'form' | 'path' | 'image' | 'proposal';
export type Reference = `${ReferenceKind}:${string}`;

/** Everything that a playbook refers to. `content` is the folder that a link's leading `/` means. */
export function referencesOf(playbook: Playbook, content: string): ReadonlySet<Reference> {
  const { fields, links, images, includes } = playbook;
  const found = new Set<Reference>();
  const addId = (kind: 'id' | 'named' | 'original' | 'include', id: string): void => {
    found.add(`${kind}:${id}`);
    found.add(`form:${idForm(id)}`);
  };
  for (const id of [...fields.related, ...fields.course]) addId('named', id);
  if (fields.translationOf !== undefined) {
    addId('named', fields.translationOf);
    addId('original', fields.translationOf);
  }
  if (fields.replacedBy !== undefined) addId('named', fields.replacedBy);
  for (const include of includes) addId('include', include.id);
  for (const link of links) {
    if (link.form === 'id') {
      const { address } = splitAnchor(link.target);
      if (address !== '') addId('id', address);
    } else addPath('path', link.target);
  }
  for (const image of images) addPath('image', image.target);
  if (!playbook.hasOwnId && playbook.hasOwnType) found.add(`proposal:${idForm(idFromPath(playbook.path))}`);
  return found;

  function addPath(kind: 'path' | 'image', target: string): void {
    const address = readLinkAddress(playbook.path, target, content);
    if (address.kind === 'path') found.add(`${kind}:${address.path}`);
  }
}

/** The references of links, fields and embeds that may mean this playbook; which of several they mean is for the knowledge base to say. */
export function referencesTo(playbook: Playbook): readonly Reference[] {
  const { id } = playbook;
  return [`id:${id}`, `named:${id}`, ...linkPathsTo(playbook.path).map((path): Reference => `path:${path}`)];
}

export function kindOf(reference: Reference): string {
  return reference.slice(0, reference.indexOf(':'));
}

export function nameOf(reference: Reference): string {
  return reference.slice(reference.indexOf(':') + 1);
}
