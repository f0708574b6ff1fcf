import { startContents } from './contents.js';
import { startCopying } from './copy.js';
import { startFeedback } from './feedback/feedback.js';
import { startFlows } from './flow-walk.js';
import { startKeys } from './keys.js';
import { startMenu } from './menu.js';
import { startOffline } from './offline.js';
import { startPlaceholders } from './placeholders.js';
import { startRecent } from './recent.js';
import { createSearchPanel } from './search/panel.js';
import { startTabs } from './tabs.js';
import { startTheme } from './theme.js';

/** Everything a page can do is in its HTML already; this makes it quicker to use. Runs once the page is parsed (deferred). */
function start(): void {
  startTheme();
  startMenu();
  const placeholders = startPlaceholders();
  const copying = startCopying(placeholders);
  const tabs = startTabs();
  const flows = startFlows();
  startContents();
  startRecent();
  const search = createSearchPanel();
  startFeedback();
  startOffline();
  startKeys({ search, tabs, flows, copying, placeholders });
}

start();
