import { serviceWorkerAddress } from '../offline/addresses.js';
import { element, pageWords, rootPath } from './page.js';

/** How often a page that stays open asks whether there is a newer export. */
const checkEvery = 15 * 60 * 1000;
/** Least time between checks when the page is looked at again. */
const restBetweenChecks = 60 * 1000;

/** Keeps the site for times without a network where that is possible: served, in a secure context, by an export that has a worker. */
export function startOffline(): void {
  const { serviceWorker } = navigator;
  if (document.documentElement.dataset['offline'] === undefined || !/^https?:$/.test(location.protocol) || !serviceWorker) return;
  let hasWorker = serviceWorker.controller !== null;
  let isOutdated = false;
  const show = (): void => showNotice(navigator.onLine ? (isOutdated ? 'siteUpdated' : undefined) : 'offlineNow');
  addEventListener('offline', show);
  addEventListener('online', show);
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page that is as new as it is.
    isOutdated = hasWorker;
    hasWorker = true;
    show();
  });
  show();
  // Not before the page is there: copying what is kept must not keep anybody waiting.
  if (document.readyState === 'complete') register(serviceWorker);
  else addEventListener('load', () => register(serviceWorker));
}

function register(serviceWorker: ServiceWorkerContainer): void {
  serviceWorker.register(rootPath() + serviceWorkerAddress, { updateViaCache: 'none' }).then(
    (registration) => {
      let checked = Date.now();
      const check = (rest = 0): void => {
        if (Date.now() - checked < rest) return;
        checked = Date.now();
        registration.update().catch(() => undefined);
      };
      addEventListener('online', () => check());
      document.addEventListener('visibilitychange', () => {
        if (!document.hidden) check(restBetweenChecks);
      });
      setInterval(check, checkEvery);
    },
    // Some browsers refuse workers in private windows: the site works without.
    () => undefined,
  );
}

function showNotice(key: 'offlineNow' | 'siteUpdated' | undefined): void {
  document.querySelector('.site-notice')?.remove();
  if (key === undefined) return;
  const say = pageWords();
  const notice = element('div', { class: 'site-notice', role: 'status' }, say(key));
  if (key === 'siteUpdated') {
    const reload = element('button', { type: 'button', class: 'text-button' }, say('reloadPage'));
    reload.addEventListener('click', () => location.reload());
    notice.append(' ', reload);
  }
  document.body.append(notice);
}
