/** The languages the product itself speaks (BCP 47). Content may be in any language. */
export const locales = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One text in each interface language. */
export type Localized = Readonly<Record<Locale, string>>;

/**
 * The interface language nearest to a BCP 47 tag or a POSIX locale (`zh_TW.UTF-8`).
 * Chinese of Taiwan, Hong Kong and Macau is written in traditional script.
 */
export function nearestLocale(tag: string | undefined): Locale {
  const parts = (tag ?? '').toLowerCase().split(/[-_.@]/);
  if (parts[0] !== 'zh') return 'en';
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
}

/** Fills `{name}` in a message; a name without a value stays as it is written. */
export function fillMessage(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** Replaces `{count|one|many}` by its first form where `count` is 1, else by its second. */
export function chooseForms(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g, (_whole, name: string, one: string, many: string) =>
    values[name] === 1 ? one : many,
  );
}
