import type { DocumentLink } from 'vscode-languageserver/node';
import { positionAt, rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';

/** Links, pictures and embeds that lead somewhere, to be followed with a click. A heading's line is part of the address. */
export function documentLinks({ folder, knowledgeBase, playbook }: PlaybookContext): DocumentLink[] {
  const links = [...playbook.links, ...playbook.images.map((image) => ({ ...image, form: 'markdown' as const }))].flatMap(
    (link): DocumentLink[] => {
      const target = knowledgeBase.resolveLink(playbook, link);
      const range = rangeAt(playbook, link.targetSpan);
      if (target.kind === 'external') return [{ range, target: target.url }];
      if (target.kind === 'file') return [{ range, target: folder.uriOf(target.path) }];
      if (target.kind !== 'playbook') return [];
      const heading = target.playbook.headings.find(({ anchor }) => anchor === target.anchor);
      const line = heading ? `#L${positionAt(target.playbook, heading.start).line + 1}` : '';
      return [{ range, target: folder.uriOf(target.playbook.path) + line, tooltip: target.playbook.title }];
    },
  );
  const embeds = playbook.includes.flatMap((include): DocumentLink[] => {
    const target = knowledgeBase.resolveInclude(include);
    return target ? [{ range: rangeAt(playbook, include), target: folder.uriOf(target.path), tooltip: target.title }] : [];
  });
  return [...links, ...embeds];
}
