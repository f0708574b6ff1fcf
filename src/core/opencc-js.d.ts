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

declare module 'opencc-js/dict/STCharacters' {
  /** `simplified traditional` pairs, separated by `|`; a simplified character may have several traditional forms. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/TWVariants' {
  /** `standard-character Taiwan-character` pairs, separated by `|`. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/HKVariants' {
  /** `standard-character Hong-Kong-character` pairs, separated by `|`. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/STPhrases' {
  /** As above, for words and phrases. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/TWVariantsPhrases' {
  /** As above, for words and phrases. */
  const entries: string;
  export default entries;
}

declare module 'opencc-js/dict/HKVariantsPhrases' {
  /** As above, for words and phrases. */
  const entries: string;
  export default entries;
}
