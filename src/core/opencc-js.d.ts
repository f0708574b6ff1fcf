declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified` pairs, separated by `|`; a traditional character may have several simplified forms. */
  const entries: string;
  export default entries;
}
