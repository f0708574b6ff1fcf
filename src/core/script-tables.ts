/**
 * The tables of OpenCC that folding reads. The site's search engine is built with another module in this one's place, which
 * takes them, packed, from a file of their own (`src/site/client/search/script-tables.ts`).
 */
export { default as traditionalToSimplified } from 'opencc-js/dict/TSCharacters';
export { default as taiwanWords } from 'opencc-js/dict/TWPhrasesRev';
