import { element, pageWords } from '../page.js';

interface Nothing {
  readonly query: string;
  /** What may have been meant. */
  readonly suggestion: string | undefined;
  readonly isFiltered: boolean;
  /** Whether there are no results at all. */
  readonly isEmpty: boolean;
  readonly search: (text: string) => void;
  readonly clearFilters: () => void;
}

/** What helps on when a search finds nothing, or when one of its words stands nowhere. */
export function helpOn({ query, suggestion, isFiltered, isEmpty, search, clearFilters }: Nothing): readonly Node[] {
  const say = pageWords();
  const button = (words: string, press: () => void): HTMLButtonElement => {
    const made = element('button', { type: 'button', class: 'text-button' }, words);
    made.addEventListener('click', press);
    return made;
  };
  const meant =
    suggestion === undefined
      ? []
      : [
          element(
            'p',
            { class: 'did-you-mean' },
            say('didYouMean'),
            button(suggestion, () => search(suggestion)),
          ),
        ];
  if (!isEmpty) return meant;
  const report = element('button', { type: 'button', class: 'text-button', 'data-report-missing': true, 'data-query': query });
  report.textContent = say('reportMissing');
  const all = document.querySelector<HTMLAnchorElement>('#pageNavigation .side-list li:nth-child(2) a');
  return [
    element('p', {}, say(isFiltered ? 'searchNothingFiltered' : 'searchNothing', { query })),
    ...meant,
    element(
      'p',
      { class: 'nothing-ways' },
      ...(isFiltered ? [button(say('clearFilters'), clearFilters)] : [report]),
      ...(all ? [element('a', { class: 'text-button', href: all.href }, say('allPages'))] : []),
    ),
  ];
}

/** Tells whoever collects failed searches. */
export function tellNothingFound(query: string): void {
  document.dispatchEvent(new CustomEvent('playbook:search-empty', { detail: { query } }));
}

/** Tells them that what was typed since finds something: the search before it was not complete. */
export function tellFound(): void {
  document.dispatchEvent(new CustomEvent('playbook:search-found'));
}
