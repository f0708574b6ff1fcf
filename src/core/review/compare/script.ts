import hongKongVariants from 'opencc-js/dict/HKVariants';
import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { foldScript } from '../../script-fold.js';

/** Quotation marks differ by script too. */
const quotationMarks = '“ 「|” 」|‘ 『|’ 』';

/** What OpenCC's tables of phrases write with characters its table of characters does not have (了解 → 瞭解), by simplified form. */
const formsInPhrases =
  '了 瞭|复 覆|链 鍊|夫 伕|仇 讎|借 藉|仿 彷|浚 濬|熏 薰|豆 荳|呆 待|檗 蘗|坐 座|苏 甦|宁 甯|具 俱|象 像|戚 鏚|枪 鎗|拿 拏|焰 燄|里 哩|澄 澂|斤 觔|' +
  '藤 籐|琅 瑯|筱 篠|穗 繐|锄 耡|背 揹|吣 唚|耇 耈|堤 隄|斫 斲|果 菓|坏 坯|沉 沈|划 畫|只 衹|線 綫|匯 滙|寧 甯|穎 頴|柏 栢|彝 彜|証 證|豔 艷|妍 姸|礦 鑛|' +
  '繡 綉|鼇 鰲';

/** For a character, all that stand for it in the other script, from OpenCC's tables; both ways, variants of Taiwan and Hong Kong included. */
const otherForms: ReadonlyMap<string, ReadonlySet<string>> = collectForms();

function collectForms(): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  const add = (character: string, form: string): void => {
    const known = forms.get(character);
    if (known) known.add(form);
    else forms.set(character, new Set([form]));
  };
  const variants = new Map<string, string[]>();
  for (const [standard, ...others] of entriesOf(taiwanVariants, hongKongVariants)) {
    variants.set(standard, [...(variants.get(standard) ?? []), ...others]);
  }
  for (const [character, ...others] of entriesOf(
    simplifiedToTraditional,
    traditionalToSimplified,
    taiwanVariants,
    hongKongVariants,
    formsInPhrases,
    quotationMarks,
  )) {
    for (const other of others.flatMap((form) => [form, ...(variants.get(form) ?? [])])) {
      add(character, other);
      add(other, character);
    }
  }
  return forms;
}

function entriesOf(...tables: readonly string[]): readonly (readonly [string, ...string[]])[] {
  return tables.flatMap((table) =>
    table.split('|').map((entry): [string, ...string[]] => {
      const [first = '', ...others] = entry.split(' ');
      return [first, ...others];
    }),
  );
}

/**
 * Whether one text is the other with simplified characters written as traditional ones, the other way round, or both.
 * Character by character: 软件 and 軟體 are different words, 软件 and 軟件 are not. Equal texts are no conversion.
 */
export function isScriptConversion(before: string, after: string): boolean {
  return before !== after && isSameButForScript(before, after);
}

export function isSameButForScript(before: string, after: string): boolean {
  if (before === after) return true;
  const others = after[Symbol.iterator]();
  for (const character of before) {
    const other = others.next();
    if (other.done || (character !== other.value && !otherForms.get(character)?.has(other.value))) return false;
  }
  return others.next().done === true;
}

/**
 * One form for a text in either script, of the same length: equal for texts that differ in script alone. Made for finding
 * what belongs together; different words may share it (发 stands for 發 and 髮), so it decides nothing.
 */
export function scriptKey(text: string): string {
  let key = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    key += representatives.get(character) ?? character;
  }
  return key;
}

/** Characters that are forms of each other, near or far, have one representative; a simplified one, which dictionaries know. */
const representatives: ReadonlyMap<string, string> = collectRepresentatives();

function collectRepresentatives(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const character of otherForms.keys()) {
    if (found.has(character) || character.length > 1) continue;
    const family = new Set([character]);
    for (const member of family) for (const form of otherForms.get(member) ?? []) if (form.length === 1) family.add(form);
    const simplified = [...family].find((member) => foldScript(member) === member && otherForms.get(member)?.size === family.size - 1);
    const chosen = simplified ?? foldScript(character);
    for (const member of family) found.set(member, chosen);
  }
  return found;
}
