declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs, separated by `|`; a traditional character may have several simplified forms. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/TWPhrasesRev' {
  /** `Taiwan-word mainland-word` pairs, both in traditional characters, separated by `|`. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/TWVariantsRev' {
  /** `Taiwan-character standard-character` pairs, separated by `|`. */
  const entries: string;
  export default entries;
}
