import { type DocumentSymbol, type SymbolInformation, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { SectionKind } from '../../core/model/outline.js';
import type { Section } from '../../core/model/playbook.js';
import { type MatchedSection, matchOutline, topSections } from '../../core/types/match-outline.js';
import { rangeAt } from '../convert.js';
import type { PlaybookContext } from '../file-context.js';
import type { OpenFolder } from '../open-folder.js';

/** Most results of a search over the workspace. */
const mostSymbols = 60;

const kinds: Readonly<Partial<Record<SectionKind, SymbolKind>>> = {
  wording: SymbolKind.String,
  messages: SymbolKind.String,
  steps: SymbolKind.Function,
  matrix: SymbolKind.Array,
  flow: SymbolKind.Event,
  'never-say': SymbolKind.Constant,
  escalation: SymbolKind.Interface,
};

/** The sections of a playbook as a tree; flat for a client that knows no tree. */
export function documentSymbols(context: PlaybookContext): DocumentSymbol[] | SymbolInformation[] {
  const { folder, playbook, knowledgeBase, client } = context;
  const flatten = (matches: readonly MatchedSection[]): readonly MatchedSection[] =>
    matches.flatMap((match) => [match, ...flatten(match.children)]);
  const outlined = flatten(matchOutline(topSections(playbook), knowledgeBase.typeOf(playbook)?.outline ?? { sections: [] }));
  const kindOf = (section: Section) =>
    kinds[outlined.find((match) => match.section === section)?.outline?.kind ?? 'text'] ?? SymbolKind.Namespace;
  const toSymbol = (section: Section): DocumentSymbol[] =>
    section.heading
      ? [
          {
            name: section.heading.text === '' ? '#'.repeat(section.heading.depth) : section.heading.text,
            kind: kindOf(section),
            range: rangeAt(playbook, section),
            selectionRange: rangeAt(playbook, section.heading.textSpan),
            children: section.sections.flatMap(toSymbol),
          },
        ]
      : [];
  const tree = playbook.root.sections.flatMap(toSymbol);
  if (client.hierarchicalSymbols) return tree;
  const uri = folder.uriOf(playbook.path);
  const flat = (symbol: DocumentSymbol, containerName?: string): SymbolInformation[] => [
    { name: symbol.name, kind: symbol.kind, location: { uri, range: symbol.range }, ...(containerName !== undefined && { containerName }) },
    ...(symbol.children ?? []).flatMap((child) => flat(child, symbol.name)),
  ];
  return tree.flatMap((symbol) => flat(symbol));
}

/** Playbooks and their sections, found as the help site finds them; without a query the first playbooks. */
export function workspaceSymbols(folder: OpenFolder, query: string): WorkspaceSymbol[] {
  const { session } = folder;
  const { playbooks } = session.knowledgeBase;
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  if (query.trim() === '') {
    return [...playbooks.values()].slice(0, mostSymbols).map((playbook) => ({
      name: playbook.title,
      kind: SymbolKind.File,
      containerName: playbook.path,
      location: { uri: folder.uriOf(playbook.path), range: start },
    }));
  }
  const { hits } = session.search({ text: query, limit: mostSymbols, today: session.settings.today });
  return hits.flatMap((hit) => {
    const playbook = playbooks.get(hit.path);
    const heading = playbook?.headings.find(({ anchor }) => anchor === hit.anchor);
    return playbook
      ? [
          {
            name: hit.section === '' ? hit.title : `${hit.title} › ${hit.section}`,
            kind: SymbolKind.File,
            containerName: hit.path,
            location: { uri: folder.uriOf(hit.path), range: heading ? rangeAt(playbook, heading.textSpan) : start },
          },
        ]
      : [];
  });
}
