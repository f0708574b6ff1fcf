import { nearestLocale } from '../../../core/model/locale.js';
import type { ExcerptPart } from '../../../core/model/search.js';
import { all, element, pageWords, rootPath } from '../page.js';
import { recentLink, recentPages } from '../recent.js';
import type { SiteHit, SiteResult } from './answer.js';
import { connectSearch } from './connection.js';

export interface SearchPanel {
  readonly open: () => void;
}

/** Hits asked for at once; the next ones follow when the last is reached. */
const hitsAtOnce = 10;
const mostHits = 50;
/** Milliseconds after which hits by name are shown, and those by text follow below them: before, nothing has been read yet. */
const patience = 150;
/** Milliseconds after which an agent is told that the search goes on. */
const longPatience = 600;

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

  const connection = connectSearch();
  /** Whether what stands there answers what stands in the field. */
  let isAnswered = true;
  /** Enter was pressed before the answer came. */
  let opensFirst = false;
  let limit = hitsAtOnce;
  let chosen = 0;
  let options: HTMLAnchorElement[] = [];
  let hits: readonly SiteHit[] = [];

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
    preview.replaceChildren(...(hit ? previewOf(hit) : []));
  };

  const update = (): void => {
    limit = hitsAtOnce;
    opensFirst = false;
    status.textContent = '';
    if (input.value.trim() !== '') {
      ask();
      return;
    }
    isAnswered = true;
    message(say('searchStart'));
    showRecent();
  };

  /** The next hits, below those that are there. */
  const askForMore = (): void => {
    if (!isAnswered || hits.length < limit || limit >= mostHits) return;
    limit += hitsAtOnce;
    ask();
  };

  const ask = (): void => {
    const text = input.value.trim();
    // What stands there stays until the answer comes: an empty list between two letters would flicker.
    isAnswered = false;
    const asked = text;
    let early: SiteResult | undefined;
    let isShown = false;
    const showEarly = (): void => {
      if (isAnswered || asked !== input.value.trim() || !early || early.hits.length === 0 || limit > hitsAtOnce) return;
      isShown = true;
      show(early.hits, early);
    };
    setTimeout(showEarly, patience);
    setTimeout(() => {
      if (!isAnswered && !isShown && asked === input.value.trim() && limit === hitsAtOnce) message(say('searchLoading'));
    }, longPatience);
    const query = { text, limit, oneForEachSubject: document.documentElement.lang };
    const began = performance.now();
    connection.find(
      query,
      (result, scope) => {
        if (asked !== input.value.trim()) return;
        if (scope === 'names') {
          early = result;
          if (performance.now() - began > patience) showEarly();
          return;
        }
        isAnswered = true;
        if (limit > hitsAtOnce) show(inPlace(hits, result.hits), result);
        else show(isShown && early ? inPlace(early.hits, result.hits) : result.hits, result);
        if (opensFirst) options[chosen]?.click();
      },
      () => {
        isAnswered = true;
        message(say('searchFailed'));
      },
    );
  };

  const show = (shown: readonly SiteHit[], { total }: SiteResult): void => {
    if (shown.length === 0) {
      message(say('searchNothing', { query: input.value.trim() }));
      return;
    }
    const wasChosen = hits[chosen]?.number;
    const isLonger = hits.length > 0 && hits.every((hit, index) => shown[index]?.number === hit.number);
    hits = shown;
    options = hits.map(optionOf);
    options.forEach((option, index) => {
      // Only a moved pointer chooses: results that arrive under a resting one must not.
      option.addEventListener('mousemove', () => {
        if (chosen !== index) choose(index, false);
      });
    });
    note.textContent = '';
    list.replaceChildren(...options);
    const kept = isLonger ? hits.findIndex((hit) => hit.number === wasChosen) : -1;
    if (kept < 0) results.scrollTop = 0;
    chosen = 0;
    choose(Math.max(0, kept), false);
    status.textContent = say('searchResults', { count: total });
  };

  const open = (): void => {
    if (!dialog.open) dialog.showModal();
    input.select();
    connection.open();
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
      if (chosen + move >= options.length) askForMore();
      choose(chosen + move, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What stands there may still answer an earlier text.
      if (!isAnswered) opensFirst = true;
      const option = isAnswered ? options[chosen] : undefined;
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
  results.addEventListener('scroll', () => {
    if (results.scrollTop + results.clientHeight > results.scrollHeight - 48) askForMore();
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

  function optionOf(hit: SiteHit, index: number): HTMLAnchorElement {
    const otherLanguage = hit.lang === document.documentElement.lang ? {} : { lang: hit.lang };
    const names = hit.channels.map((label) => label[locale]);
    const anchor = hit.anchor === '' ? '' : `#${encodeURIComponent(hit.anchor)}`;
    return element(
      'a',
      {
        class: 'search-result',
        role: 'option',
        id: `pageSearchResult${index}`,
        tabindex: '-1',
        'aria-selected': 'false',
        href: `${rootPath()}${hit.address}${anchor}`,
      },
      element(
        'span',
        { class: 'result-head' },
        ...typeIcon(hit.type),
        element('span', { class: 'result-title', ...otherLanguage }, ...marked(hit.titleParts)),
        ...(hit.shortCode !== '' ? [element('code', {}, hit.shortCode)] : []),
        ...(hit.validity !== 'in-force'
          ? [element('span', { class: 'mark mark-bad' }, say(hit.validity === 'expired' ? 'expired' : 'notYet'))]
          : []),
        ...('lang' in otherLanguage ? [element('span', { class: 'mark' }, hit.lang)] : []),
        element('span', { class: 'result-channels' }, names.slice(0, 4).join(' ')),
      ),
      element(
        'span',
        { class: 'result-line', ...otherLanguage },
        ...(hit.section === '' ? [] : [element('span', { class: 'result-section' }, ...marked(hit.sectionParts))]),
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

/** Hits that are read already stay where they are; the others follow in their order. */
function inPlace(shown: readonly SiteHit[], found: readonly SiteHit[]): readonly SiteHit[] {
  const numbers = new Set(shown.map(({ number }) => number));
  return [...shown, ...found.filter(({ number }) => !numbers.has(number))];
}

/** What the chosen result says. */
function previewOf({ lang, title, preview: { summary, sections } }: SiteHit): Node[] {
  const lines = (parts: readonly (readonly ExcerptPart[])[]) => parts.map((line) => element('p', {}, ...marked(line)));
  return [
    element('h3', { lang }, title),
    ...(summary === '' ? [] : [element('p', { class: 'preview-summary', lang }, summary)]),
    ...sections.flatMap(({ heading, wording, body }) => [
      ...(heading === '' ? [] : [element('h4', { lang }, heading)]),
      ...(wording.length === 0 ? [] : [element('blockquote', { lang }, ...lines(wording))]),
      element('div', { lang }, ...lines(body)),
    ]),
  ];
}

function marked(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, match }) => (match ? element('mark', {}, text) : text));
}
