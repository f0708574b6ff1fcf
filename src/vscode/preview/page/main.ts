import type { FromPage, PageData } from '../messages.js';
import { followTheme } from './follow-theme.js';
import { startScrolling } from './scrolling.js';

declare global {
  interface Window {
    /** What the site's own script says, by key. */
    playbookWords?: Readonly<Record<string, string>>;
  }
}

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly setState: (state: unknown) => void;
};

/** Runs before the site's script, which finds here what else it would load. */
function start(): void {
  const editor = acquireVsCodeApi();
  followTheme();
  const address = document.querySelector<HTMLMetaElement>('meta[name="playbook-address"]')?.content;
  if (address !== undefined) editor.setState({ uri: address });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-command]') : null;
    const command = button?.dataset['command'];
    if (command !== undefined) editor.postMessage({ kind: 'command', command });
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-open]') : null;
    const uri = row?.dataset['open'];
    if (uri !== undefined) editor.postMessage({ kind: 'openPlaybook', uri, anchor: '', asSource: true });
  });
  const block = document.getElementById('playbookPreview');
  if (!block) return;
  const data: PageData = JSON.parse(block.textContent ?? '');
  window.playbookWords = data.words;
  editor.setState({ uri: data.uri, isLocked: data.isLocked });
  replaceSearch(data, editor.postMessage);
  leadLinks(data, editor.postMessage);
  startScrolling(data, editor.postMessage);
}

/** Links to playbooks open their preview, with a modifier their source. What only the whole site has leads nowhere, and says so. */
function leadLinks({ texts }: PageData, post: (message: FromPage) => void): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-preview-absent]')) {
    if (link.dataset['previewSearch'] !== undefined) continue;
    link.setAttribute('aria-disabled', 'true');
    link.title = texts.absent;
  }
  // At the window, before the editor and the site's script see it.
  window.addEventListener(
    'click',
    (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-preview-page], a[data-preview-absent]') : null;
      if (!link || link.dataset['previewSearch'] !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { previewPage: uri, previewAnchor: anchor = '' } = link.dataset;
      if (uri !== undefined) post({ kind: 'openPlaybook', uri, anchor, asSource: event.ctrlKey || event.metaKey || event.altKey });
    },
    { capture: true },
  );
}

/**
 * The site's search needs the whole site; here it is the editor's. The mark is taken off before the site's script sees it: its
 * search box would take the focus from whoever is typing in the editor.
 */
function replaceSearch({ texts }: PageData, post: (message: FromPage) => void): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-search]')) {
    delete button.dataset['search'];
    button.dataset['previewSearch'] = '';
    button.title = texts.search;
    button.setAttribute('aria-label', texts.search);
    const hint = button.querySelector('.search-hint');
    if (hint) hint.textContent = texts.search;
  }
  // Nothing of a preview is kept for times without a network.
  delete document.documentElement.dataset['offline'];
  const search = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    post({ kind: 'search' });
  };
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('[data-preview-search]')) search(event);
    },
    { capture: true },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing) return;
      const target = event.target;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
      const withControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (withControl || (event.key === '/' && !isField && !event.ctrlKey && !event.metaKey && !event.altKey)) search(event);
    },
    { capture: true },
  );
}

start();
