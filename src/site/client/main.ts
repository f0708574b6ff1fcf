import { startChanges } from './changes.js';
import { startContents } from './contents.js';
import { startCopying } from './copy.js';
import { startFeedback } from './feedback/feedback.js';
import { startInForce } from './in-force.js';
import { startKeys } from './keys.js';
import { startMenu } from './menu.js';
import { startMustRead } from './must-read.js';
import { startOffline } from './offline.js';
import { noteOpened } from './opened-pages.js';
import { startPins } from './pins.js';
import { startPlaceholders } from './placeholders.js';
import { createSearchPanel } from './search/panel.js';
import { startSearchBox } from './search-box.js';
import { startTabs } from './tabs.js';
import { startTheme } from './theme.js';

/** Everything a page can do is in its HTML already; this makes it quicker to use. Runs once the page is parsed (deferred). */
function start(): void {
  startTheme();
  startMenu();
  const placeholders = startPlaceholders();
  const copying = startCopying(placeholders);
  const tabs = startTabs();
  startContents();
  noteOpened();
  const pins = startPins();
  startInForce();
  startChanges();
  startMustRead();
  const search = createSearchPanel();
  const feedback = startFeedback();
  startOffline();
  startKeys({ search, tabs, copying, feedback, placeholders, pins });
  startSearchBox(search);
}

start();
