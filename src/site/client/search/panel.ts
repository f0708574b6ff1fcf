import { nearestLocale } from '../../../core/model/locale.js';
import { mostUsedPages, type OpenedPage, pinnedPages, recentPages } from '../opened-pages.js';
import { all, element, pageWords } from '../page.js';
import { readSearchAddress, writeSearchAddress } from './address.js';
import type { SiteHit, SiteResult } from './answer.js';
import { connectSearch } from './connection.js';
import { createFilters } from './filters.js';
import { helpOn, tellFound, tellNothingFound } from './nothing.js';
import { pageOption, previewOf, resultOption } from './result.js';

export interface SearchPanel {
  /** Opens the panel; with a text it is searched, without one what stood there last. */
  readonly open: (text?: string) => void;
}

/** Hits asked for at once; the next ones follow when the last is reached. */
const hitsAtOnce = 10;
const mostHits = 50;
/** Pages shown in place of results. */
const nearestHits = 5;
/** Milliseconds after which hits by name are shown, and those by text follow below them: before, nothing has been read yet. */
const patience = 150;
/** Milliseconds after which an agent is told that the search goes on. */
const longPatience = 600;
/** Milliseconds without a key after which the address takes up what was typed: browsers bound how often it may change. */
const addressDelay = 300;

/** The panel over the page: a field, filters, results in one column, and beside them what the chosen one says. */
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
  const filters = createFilters(locale, () => update());
  const note = element('p', { class: 'search-message' });
  const help = element('div', { class: 'search-help' });
  const list = element('div', { id: 'pageSearchResults', role: 'listbox', 'aria-label': say('search') });
  const results = element('div', { class: 'search-results' }, note, help, list);
  const preview = element('div', { class: 'search-preview', 'aria-hidden': 'true' });
  const status = element('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
  const dialog = element(
    'dialog',
    { class: 'search-panel', 'aria-label': say('search') },
    element('div', { class: 'search-head' }, input, close),
    filters.bar,
    element('div', { class: 'search-body' }, results, preview),
    element('div', { class: 'search-foot' }, status, element('span', { class: 'search-keys' }, say('searchKeys'))),
  );
  document.body.append(dialog);

  const connection = connectSearch();
  /** Counts what was asked: an answer to an earlier question is no use. */
  let asked = 0;
  /** Whether what stands there answers what stands in the field. */
  let isAnswered = true;
  /** Enter was pressed before the answer came. */
  let opensFirst = false;
  let limit = hitsAtOnce;
  let chosen = 0;
  let options: HTMLAnchorElement[] = [];
  let hits: readonly SiteHit[] = [];
  let addressTimer = 0;

  const keepAddress = (): void => {
    clearTimeout(addressTimer);
    writeSearchAddress(dialog.open ? { text: input.value.trim(), filters: filters.values() } : { text: '', filters: {} });
  };

  const message = (words: string): void => {
    note.textContent = words;
    help.replaceChildren();
    showOptions([]);
    preview.replaceChildren();
    hits = [];
  };

  const showOptions = (shown: HTMLAnchorElement[], ...content: readonly Node[]): void => {
    options = shown;
    options.forEach((option, index) => {
      // Only a moved pointer chooses: results that arrive under a resting one must not.
      option.addEventListener('mousemove', () => {
        if (chosen !== index) choose(index, false);
      });
    });
    list.replaceChildren(...content);
    chosen = 0;
  };

  /** Before anything is typed: what was pinned, opened last or used most is often wanted again. */
  const showKept = (): void => {
    const known = new Set<string>();
    const groups: readonly (readonly [string, readonly OpenedPage[]])[] = [
      [say('pinned'), pinnedPages()],
      [say('recentlyOpened'), recentPages()],
      [say('mostUsed'), mostUsedPages()],
    ];
    const shown: HTMLAnchorElement[] = [];
    const blocks = groups.flatMap(([name, pages]) => {
      const fresh = pages.filter(({ address }) => !known.has(address));
      const own = fresh.map((page, index) => pageOption(page, shown.length + index));
      for (const { address } of fresh) known.add(address);
      shown.push(...own);
      return own.length === 0 ? [] : [groupOf(name, own)];
    });
    if (shown.length === 0) return;
    showOptions(shown, ...blocks);
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
    preview.scrollTop = 0;
  };

  const update = (): void => {
    limit = hitsAtOnce;
    opensFirst = false;
    status.textContent = '';
    clearTimeout(addressTimer);
    addressTimer = window.setTimeout(keepAddress, addressDelay);
    if (input.value.trim() !== '') {
      ask();
      return;
    }
    asked += 1;
    isAnswered = true;
    filters.bar.hidden = true;
    message(say('searchStart'));
    showKept();
  };

  /** The next hits, below those that are there. */
  const askForMore = (): void => {
    if (!isAnswered || hits.length < limit || limit >= mostHits) return;
    limit += hitsAtOnce;
    ask();
  };

  const chosenFilters = (): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(Object.entries(filters.values()).map(([filter, value]) => [filter, [value]]));

  const ask = (): void => {
    const text = input.value.trim();
    asked += 1;
    const number = asked;
    // What stands there stays until the answer comes: an empty list between two letters would flicker.
    isAnswered = false;
    let early: SiteResult | undefined;
    let isShown = false;
    const showEarly = (): void => {
      if (isAnswered || number !== asked || !early || early.hits.length === 0 || limit > hitsAtOnce) return;
      isShown = true;
      show(early.hits, early);
    };
    setTimeout(showEarly, patience);
    setTimeout(() => {
      if (!isAnswered && !isShown && number === asked && limit === hitsAtOnce) message(say('searchLoading'));
    }, longPatience);
    const query = { text, limit, oneForEachSubject: document.documentElement.lang, ...chosenFilters() };
    const began = performance.now();
    connection.find(
      query,
      (result, scope) => {
        if (number !== asked) return;
        if (scope === 'names') {
          early = result;
          if (performance.now() - began > patience) showEarly();
          return;
        }
        isAnswered = true;
        filters.offer(result.facets, result.labels);
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

  const show = (shown: readonly SiteHit[], result: SiteResult): void => {
    const { total, suggestion, nearestOnly = false } = result;
    const isFiltered = Object.keys(filters.values()).length > 0;
    const isEmpty = shown.length === 0 || nearestOnly;
    const query = input.value.trim();
    if (isEmpty) message('');
    help.replaceChildren(...helpOn({ query, suggestion, isFiltered, isEmpty, search: open, clearFilters: filters.clear }));
    if (isEmpty) {
      status.textContent = say('searchResults', { count: 0 });
      if (!isFiltered) tellNothingFound(query);
      showNearest(result, isFiltered);
      return;
    }
    tellFound();
    const wasChosen = hits[chosen]?.number;
    const isLonger = hits.length > 0 && hits.every((hit, index) => shown[index]?.number === hit.number);
    hits = shown;
    note.textContent = '';
    const made = hits.map((hit, index) => resultOption(hit, index, locale));
    showOptions(made, ...made);
    const kept = isLonger ? hits.findIndex((hit) => hit.number === wasChosen) : -1;
    if (kept < 0) results.scrollTop = 0;
    choose(Math.max(0, kept), false);
    status.textContent = total === 1 ? say('oneSearchResult') : say('searchResults', { count: total });
  };

  /** Below the note that nothing was found: what comes nearest to it, else what is at hand anyway. */
  const showNearest = ({ suggestion, hits: near }: SiteResult, isFiltered: boolean): void => {
    const showGroup = (name: string, found: readonly SiteHit[]): void => {
      hits = found;
      const made = hits.map((hit, index) => resultOption(hit, index, locale));
      showOptions(made, groupOf(name, made));
      choose(0, false);
    };
    if (suggestion === undefined && !isFiltered) {
      if (near.length > 0) showGroup(say('nearestPages'), near.slice(0, nearestHits));
      else showKept();
      return;
    }
    const number = asked;
    const meant = suggestion === undefined ? { text: input.value.trim() } : { text: suggestion, ...chosenFilters() };
    connection.find(
      { ...meant, limit: nearestHits, oneForEachSubject: document.documentElement.lang },
      (result, scope) => {
        if (number !== asked || scope === 'names' || result.hits.length === 0) return;
        const isFound = suggestion === undefined && result.nearestOnly !== true;
        showGroup(say(isFound ? 'withoutFilters' : 'nearestPages'), result.hits);
      },
      () => undefined,
    );
  };

  const open = (text?: string): void => {
    if (!dialog.open) dialog.showModal();
    connection.open();
    if (text === undefined) {
      input.focus();
      input.select();
      if (input.value === '') update();
      else keepAddress();
      return;
    }
    input.value = text;
    input.focus();
    input.setSelectionRange(text.length, text.length);
    update();
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
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link) return;
    // The way back leads to the search as it is now.
    keepAddress();
    // A result on this very page only moves the page: the panel must not stay over it.
    if (withoutAnchor(link.href) === withoutAnchor(location.href)) dialog.close();
  });
  dialog.addEventListener('close', keepAddress);
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
  const { text, filters: wanted } = readSearchAddress();
  if (text !== '') {
    filters.set(wanted);
    open(text);
  }
  return { open };
}

function groupOf(name: string, options: readonly Node[]): HTMLElement {
  const title = element('p', { class: 'result-group', role: 'presentation' }, name);
  return element('div', { role: 'group', 'aria-label': name }, title, ...options);
}

function withoutAnchor(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** Hits that are read already stay where they are; the others follow in their order. */
function inPlace(shown: readonly SiteHit[], found: readonly SiteHit[]): readonly SiteHit[] {
  const numbers = new Set(shown.map(({ number }) => number));
  return [...shown, ...found.filter(({ number }) => !numbers.has(number))];
}
