import { all, anchored, isVisible } from './page.js';
import { recall, remember } from './storage.js';

export interface Tabs {
  /** Goes to the previous (-1) or next (1) variant of the set nearest to the top of the window; false when there is none. */
  readonly step: (by: -1 | 1) => boolean;
}

/**
 * Variants as tabs. All sets of one kind (channel, tier, language) go together: who talks on the phone reads the phone
 * wording everywhere. The choice is remembered.
 */
export function startTabs(): Tabs {
  const sets = all('.variants');

  const select = (set: HTMLElement, id: string): boolean => {
    const tabs = tabsOf(set);
    if (!tabs.some((tab) => tab.dataset['variant'] === id)) return false;
    for (const tab of tabs) {
      const isChosen = tab.dataset['variant'] === id;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    }
    for (const panel of panelsOf(set)) panel.hidden = panel.dataset['variant'] !== id;
    return true;
  };

  const choose = (set: HTMLElement, id: string): void => {
    const kind = set.dataset['variants'] ?? '';
    // Sets above change their height as well: what the reader looks at must stay where it is.
    const before = set.getBoundingClientRect().top;
    for (const other of sets) if (other.dataset['variants'] === kind) select(other, id);
    const moved = set.getBoundingClientRect().top - before;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
    remember(`variant-${kind}`, id);
  };

  for (const set of sets) {
    const kind = set.dataset['variants'] ?? '';
    for (const panel of panelsOf(set)) {
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `${panel.id}Tab`);
    }
    const remembered = recall(`variant-${kind}`);
    if (remembered === undefined || !select(set, remembered)) select(set, tabsOf(set)[0]?.dataset['variant'] ?? '');
    for (const tab of tabsOf(set)) tab.addEventListener('click', () => choose(set, tab.dataset['variant'] ?? ''));
    set.querySelector('.tabs')?.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent)) return;
      const tabs = tabsOf(set);
      const at = tabs.findIndex((tab) => tab.matches(':focus'));
      const to =
        event.key === 'ArrowRight'
          ? at + 1
          : event.key === 'ArrowLeft'
            ? at - 1
            : event.key === 'Home'
              ? 0
              : event.key === 'End'
                ? tabs.length - 1
                : undefined;
      const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
      if (!next) return;
      event.preventDefault();
      choose(set, next.dataset['variant'] ?? '');
      next.focus();
    });
  }

  const showAnchored = (): void => {
    const target = anchored(location.hash);
    const panel = target?.closest<HTMLElement>('.variant');
    const set = panel?.closest<HTMLElement>('.variants');
    if (!target || !panel?.hidden || !set) return;
    choose(set, panel.dataset['variant'] ?? '');
    set.scrollIntoView();
  };
  window.addEventListener('hashchange', showAnchored);
  showAnchored();

  return {
    step: (by) => {
      const visible = sets.filter(isVisible);
      const focused = visible.find((set) => set.contains(document.activeElement));
      const set = focused ?? visible.find((candidate) => candidate.getBoundingClientRect().bottom > 80) ?? visible.at(-1);
      if (!set) return false;
      const tabs = tabsOf(set);
      const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
      const next = tabs[(at + by + tabs.length) % tabs.length];
      if (next) choose(set, next.dataset['variant'] ?? '');
      return true;
    },
  };
}

/** Only a set's own: sets may nest. */
function tabsOf(set: HTMLElement): HTMLElement[] {
  return all(':scope > .tabs > .tab', set);
}

function panelsOf(set: HTMLElement): HTMLElement[] {
  return all(':scope > .variant', set);
}
