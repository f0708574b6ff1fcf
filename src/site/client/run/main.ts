import type { Protocol } from '../../../core/protocol-run/protocol.js';
import { sayFrom } from '../../words/run.js';
import { startRunPanel } from './panel.js';

/** Runs on protocols alone: what the page says of itself, and the words in its language, travel with it. */
const panel = document.querySelector<HTMLElement>('[data-run]');
const { run: protocolText, runWords: wordsText } = panel?.dataset ?? {};
if (panel && protocolText !== undefined && wordsText !== undefined) {
  const protocol: Protocol = JSON.parse(protocolText);
  startRunPanel(panel, protocol, sayFrom(JSON.parse(wordsText)));
}
