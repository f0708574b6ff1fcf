import { contentSecurityPolicy } from '../site/pages/frame.js';

export const reloadScriptAddress = '_reload.js';
export const reloadEventsAddress = '_events';

/** The site's own policy, and nobody may frame the pages. Sent as a header. */
export const previewPolicy = `${contentSecurityPolicy}; frame-ancestors 'none'`;

/** A page of the site as the preview server sends it: with the reload script, and with its policy left to the header. */
export function previewPage(html: string): string {
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
    .replace('</head>', () => `<script src="/${reloadScriptAddress}" defer></script></head>`);
}

/** Loads the page anew when the server says so, or when it comes back with other pages than before. */
export const reloadScript = `(function () {
  var shown;
  new EventSource('/${reloadEventsAddress}').addEventListener('pages', function (event) {
    if (shown !== undefined && shown !== event.data) location.reload();
    shown = event.data;
  });
})();
`;
