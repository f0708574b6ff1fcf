import type { Localized } from '../../core/model/locale.js';
import { loadSearchIndex, type SearchIndex } from '../../core/search/engine.js';
import { rootPath } from './page.js';

interface SitePage {
  readonly address: string;
  readonly group: number;
  readonly validity: 'in-force' | 'not-yet' | 'expired';
}

export interface SiteSearch {
  readonly index: SearchIndex;
  readonly pages: Readonly<Record<string, SitePage>>;
  readonly channels: Readonly<Record<string, Localized>>;
}

interface WrittenData extends Omit<SiteSearch, 'index'> {
  readonly index: Parameters<typeof loadSearchIndex>[0];
}

declare global {
  interface Window {
    playbookSearchData?: WrittenData;
  }
}

/** Loads the data by a script element, because a page opened as a file may fetch nothing. */
export function loadSiteSearch(): Promise<SiteSearch> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${rootPath()}search-data.js`;
    script.addEventListener('load', () => {
      const data = window.playbookSearchData;
      delete window.playbookSearchData;
      if (!data?.index) {
        reject(new Error('search-data.js holds no data'));
        return;
      }
      resolve({ ...data, index: loadSearchIndex(data.index) });
    });
    script.addEventListener('error', () => reject(new Error('search-data.js did not load')));
    document.head.append(script);
  });
}
