import { inject } from 'vitest';
import { fileAddress } from './browser.js';

/** Address of the exported sample knowledge base, opened as files. */
export const sampleFiles = fileAddress(inject('sampleSite'));

/** Address of a server of it. */
export const sampleServer = inject('sampleServer');

/** The two ways in which agents have the sample knowledge base; `root` is its address, with a slash at its end. */
export const sampleWays = [
  { way: 'opened as files', root: sampleFiles },
  { way: 'served', root: sampleServer },
] as const;
