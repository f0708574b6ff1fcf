export const serviceWorkerAddress = 'service-worker.js';
/** What is shown for a page that is not kept while there is no network. */
export const offlineAddress = 'offline.html';
