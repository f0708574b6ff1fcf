import { all } from '../page.js';
import { startWalk } from './walk.js';

/** Runs on pages with a flow alone. */
for (const flow of all('[data-flow]')) startWalk(flow);
