import { nearestLocale } from '../../core/model/locale.js';
import type { ExcerptPart, SearchHit } from '../../core/model/search.js';
import { search } from '../../core/search/engine.js';
import { highlight } from '../../core/search/excerpt.js';
import { all, element, pageWords, rootPath } from './page.js';
import { recentLink, recentPages } from './recent.js';
import { loadSiteSearch, type SiteSearch } from './search-data.js';

export interface SearchPanel {
  readonly open: () => void;
}

const mostHits = 20;

/** The panel over the page: a field, results in one column, and beside them what the chosen one says. */
export function createSearchPanel(): SearchPanel {
  const say = pageWords();
  const locale = nearestLocale(document.documentElement.lang);
  const input = element('input', {
    type: 'text',
    inputmode: 'search',
    id: 'pageSearchField',
    class: 'search-field',
    placeholder: say('searchHint'),
    'aria-label': say('search'),
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'pageSearchResults',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  });
  const close = element('button', { type: 'button', class: 'text-button' }, 'Esc');
  close.title = say('close');
  const note = element('p', { class: 'search-message' });
  const list = element('div', { id: 'pageSearchResults', role: 'listbox', 'aria-label': say('search') });
  const results = element('div', { class: 'search-results' }, note, list);
  const preview = element('div', { class: 'search-preview', 'aria-hidden': 'true' });
  const status = element('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
  const dialog = element(
    'dialog',
    { class: 'search-panel', 'aria-label': say('search') },
    element('div', { class: 'search-head' }, input, close),
    element('div', { class: 'search-body' }, results, preview),
    element('div', { class: 'search-foot' }, status, element('span', { class: 'search-keys' }, say('searchKeys'))),
  );
  document.body.append(dialog);

  let loading: Promise<SiteSearch> | undefined;
  let data: SiteSearch | undefined;
  let chosen = 0;
  let options: HTMLAnchorElement[] = [];
  let hits: readonly SearchHit[] = [];

  const message = (words: string): void => {
    note.textContent = words;
    list.replaceChildren();
    preview.replaceChildren();
    options = [];
    hits = [];
  };

  /** Before anything is typed: what was opened last is often wanted again. */
  const showRecent = (): void => {
    options = recentPages().map((page, index) => {
      const option = recentLink(page);
      option.className = 'search-result';
      option.id = `pageSearchResult${index}`;
      option.tabIndex = -1;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      return option;
    });
    if (options.length === 0) return;
    note.textContent = `${say('searchStart')}\n${say('recentlyOpened')}`;
    list.replaceChildren(...options);
    chosen = 0;
    choose(0, false);
  };

  const choose = (index: number, scrolls: boolean): void => {
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = Math.max(0, Math.min(index, options.length - 1));
    const option = options[chosen];
    option?.setAttribute('aria-selected', 'true');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    if (scrolls) option?.scrollIntoView({ block: 'nearest' });
    const hit = hits[chosen];
    preview.replaceChildren(...(hit && data ? previewOf(hit, data) : []));
  };

  const update = (): void => {
    const text = input.value.trim();
    status.textContent = '';
    if (text === '') {
      message(say('searchStart'));
      showRecent();
      return;
    }
    if (!data) {
      message(say('searchLoading'));
      return;
    }
    hits = oneForEachSubject(search(data.index, { text, limit: mostHits * 4 }).hits, data, locale).slice(0, mostHits);
    if (hits.length === 0) {
      message(say('searchNothing', { query: text }));
      return;
    }
    const { pages } = data;
    options = hits.flatMap((hit, index) => (pages[hit.path] && data ? [optionOf(hit, index, data)] : []));
    options.forEach((option, index) => {
      // Only a moved pointer chooses: results that arrive under a resting one must not.
      option.addEventListener('mousemove', () => {
        if (chosen !== index) choose(index, false);
      });
    });
    note.textContent = '';
    list.replaceChildren(...options);
    results.scrollTop = 0;
    chosen = 0;
    choose(0, false);
    status.textContent = say('searchResults', { count: hits.length });
  };

  const load = (): void => {
    if (loading) return;
    loading = loadSiteSearch();
    loading.then(
      (loaded) => {
        data = loaded;
        update();
      },
      () => {
        loading = undefined;
        message(say('searchFailed'));
      },
    );
  };

  const open = (): void => {
    if (!dialog.open) dialog.showModal();
    input.select();
    load();
    if (input.value === '') update();
  };

  input.addEventListener('input', (event) => {
    // An input method shows Latin letters until a word is chosen; searching for those would only flicker.
    if (event instanceof InputEvent && event.isComposing) return;
    update();
  });
  input.addEventListener('compositionend', update);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      choose(chosen + move, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[chosen];
      if (!option) return;
      if (event.ctrlKey || event.metaKey) window.open(option.href, '_blank', 'noopener');
      else option.click();
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
    // A result on this very page only moves the page: the panel must not stay over it.
    if (event.target instanceof Element && event.target.closest('a[href]')) dialog.close();
  });
  close.addEventListener('click', () => dialog.close());
  for (const opener of all('[data-search]')) {
    opener.setAttribute('role', 'button');
    opener.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  }
  return { open };

  function optionOf(hit: SearchHit, index: number, { pages, channels, index: searchIndex }: SiteSearch): HTMLAnchorElement {
    const page = pages[hit.path];
    const entry = searchIndex.documents.entries.find((candidate) => candidate.path === hit.path);
    const terms = hit.matched.map(({ term }) => term);
    const otherLanguage = hit.lang === document.documentElement.lang ? {} : { lang: hit.lang };
    const names = (entry?.channels ?? []).flatMap((id) => channels[id]?.[locale] ?? []);
    const anchor = hit.anchor === '' ? '' : `#${encodeURIComponent(hit.anchor)}`;
    return element(
      'a',
      {
        class: 'search-result',
        role: 'option',
        id: `pageSearchResult${index}`,
        tabindex: '-1',
        'aria-selected': 'false',
        href: `${rootPath()}${page?.address ?? ''}${anchor}`,
      },
      element(
        'span',
        { class: 'result-head' },
        ...typeIcon(hit.type),
        element('span', { class: 'result-title', ...otherLanguage }, ...marked(highlight(hit.title, terms))),
        ...(entry && entry.shortCode !== '' ? [element('code', {}, entry.shortCode)] : []),
        ...(page && page.validity !== 'in-force'
          ? [element('span', { class: 'mark mark-bad' }, say(page.validity === 'expired' ? 'expired' : 'notYet'))]
          : []),
        ...('lang' in otherLanguage ? [element('span', { class: 'mark' }, hit.lang)] : []),
        element('span', { class: 'result-channels' }, names.slice(0, 4).join(' ')),
      ),
      element(
        'span',
        { class: 'result-line', ...otherLanguage },
        ...(hit.section === '' ? [] : [element('span', { class: 'result-section' }, ...marked(highlight(hit.section, terms)))]),
        element('span', { class: 'result-excerpt' }, ...marked(hit.excerpt)),
      ),
    );
  }
}

/** The type's drawing from the list on the left, with its name for those who do not see it. */
function typeIcon(type: string): Node[] {
  const entry = all('.side-list [data-type]').find((link) => link.dataset['type'] === type);
  const drawing = entry?.querySelector('svg')?.cloneNode(true);
  const label = entry?.querySelector('span')?.textContent ?? type;
  return drawing ? [drawing, element('span', { class: 'sr-only' }, label)] : [];
}

/** Translations of one subject are one result, in the reader's language where there is one, at the place of the best. */
function oneForEachSubject(found: readonly SearchHit[], { pages }: SiteSearch, locale: string): readonly SearchHit[] {
  const byGroup = new Map<number, SearchHit>();
  for (const hit of found) {
    const group = pages[hit.path]?.group;
    if (group === undefined) continue;
    const known = byGroup.get(group);
    if (!known || (nearestLocale(known.lang) !== locale && nearestLocale(hit.lang) === locale)) byGroup.set(group, hit);
  }
  return [...byGroup.values()];
}

/** What the chosen result says: the section that was found; for a page as a whole its summary and first wording. */
function previewOf(hit: SearchHit, { index: { documents } }: SiteSearch): Node[] {
  const entry = documents.entries.findIndex((candidate) => candidate.path === hit.path);
  const sections = documents.sections.filter((candidate) => candidate.entry === entry);
  const found = sections.find((candidate) => candidate.anchor === hit.anchor);
  const shown = hit.anchor === '' ? [found, sections.find((candidate) => candidate.wording !== '')] : [found];
  const summary = documents.entries[entry]?.summary ?? '';
  const terms = hit.matched.map(({ term }) => term);
  const lines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, 14)
      .map((line) => element('p', {}, ...marked(highlight(line, terms))));
  return [
    element('h3', { lang: hit.lang }, hit.title),
    ...(summary === '' ? [] : [element('p', { class: 'preview-summary', lang: hit.lang }, summary)]),
    ...[...new Set(shown)].flatMap((section) => {
      if (!section) return [];
      const body = section.body.split('\n').filter((line) => line !== summary);
      return [
        ...(section.section === '' ? [] : [element('h4', { lang: hit.lang }, section.section)]),
        ...(section.wording === '' ? [] : [element('blockquote', { lang: hit.lang }, ...lines(section.wording))]),
        element('div', { lang: hit.lang }, ...lines(body.join('\n'))),
      ];
    }),
  ];
}

function marked(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, match }) => (match ? element('mark', {}, text) : text));
}
