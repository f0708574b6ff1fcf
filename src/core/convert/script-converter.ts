import type { Terms } from './terms.js';

/** The scripts in which Chinese is written here: simplified as in the mainland, traditional as in Taiwan. */
export type ChineseScript = 'zh-Hans' | 'zh-Hant';

/** Writes a text in the other script, with the words of the region, not only its characters. */
export type ConvertText = (text: string) => string;

/**
 * A converter to a script: the given terms first, longest first, then OpenCC's dictionaries of phrases; quotation marks as the
 * region sets them. The dictionaries are large, so they are loaded only when somebody converts.
 */
export async function scriptConverter(to: ChineseScript, { both, toTraditional }: Terms): Promise<ConvertText> {
  const { ConverterBuilder } = await import('opencc-js/core');
  const general =
    to === 'zh-Hant'
      ? ConverterBuilder(await import('opencc-js/preset/cn2t'))({ from: 'cn', to: 'twp' })
      : ConverterBuilder(await import('opencc-js/preset/t2cn'))({ from: 'twp', to: 'cn' });
  const terms = new Map<string, string>();
  const pairs =
    to === 'zh-Hant' ? [...both, ...toTraditional] : both.map(([simplified, traditional]) => [traditional, simplified] as const);
  for (const [from, into] of pairs) if (!terms.has(from)) terms.set(from, into);
  const quotation = to === 'zh-Hant' ? taiwanQuotation : mainlandQuotation;
  const longestFirst = [...terms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (text) => {
    let converted = '';
    let done = 0;
    if (longestFirst.length > 0) {
      for (const match of text.matchAll(pattern)) {
        converted += general(text.slice(done, match.index)) + (terms.get(match[0]) ?? match[0]);
        done = match.index + match[0].length;
      }
    }
    return (converted + general(text.slice(done))).replace(/[“”‘’「」『』]/g, (mark) => quotation[mark] ?? mark);
  };
}

const taiwanQuotation: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const mainlandQuotation: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };
