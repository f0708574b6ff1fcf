import { blockText, countText } from '../content/block-text.js';
import { includesWithin } from '../content/embeds.js';
import { withSubsections } from '../content/sections.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import type { ContentRequirement } from '../model/outline.js';
import type { Block, Image, Playbook, Section, Table } from '../model/playbook.js';
import type { Span } from '../model/text.js';
import { compilePattern, findMatches } from '../pattern.js';
import { normalizeHeading } from '../types/match-outline.js';
import { isEmptySection, outlineLevels } from './outline-levels.js';
import { defineRule, type Report } from './rule.js';

export const sectionContent = defineRule({
  code: 'section-content',
  severity: 'warning',
  description: {
    'zh-Hans': '小节里没有类型要求的内容。',
    'zh-Hant': '小節裡沒有類型要求的內容。',
    en: 'A section lacks what the type asks of it.',
  },
  rationale: {
    'zh-Hans': '话术小节要有能念出来的话，表格小节要有表格，客服才能照着做。请补上缺的内容。',
    'zh-Hant': '話術小節要有能唸出來的話，表格小節要有表格，客服才能照著做。請補上缺的內容。',
    en: 'A wording section needs words to say, a table section a table, or agents cannot work from it. Add what is missing.',
  },
  example: {
    wrong: '---\nid: response-x\ntype: response\n---\n## 使用场景\n\n客户查询进度。\n\n## 标准回复\n\n告诉客户正在查询。\n',
    right: '---\nid: response-x\ntype: response\n---\n## 使用场景\n\n客户查询进度。\n\n## 标准回复\n\n> 正在为您查询。\n',
  },
  fixable: false,
  messages: {
    textRequired: {
      'zh-Hans': '“{heading}”里要有符合“{pattern}”的文字。',
      'zh-Hant': '「{heading}」裡要有符合「{pattern}」的文字。',
      en: '“{heading}” must have text that matches “{pattern}”.',
    },
    textForbidden: {
      'zh-Hans': '“{heading}”里不能出现“{text}”。请改写。',
      'zh-Hant': '「{heading}」裡不能出現「{text}」。請改寫。',
      en: '“{text}” must not stand in “{heading}”. Write it another way.',
    },
    wording: {
      'zh-Hans': '“{heading}”里要有至少 {min} 段对客话术，现有 {count} 段。请用“> ”开头写客户听到的话。',
      'zh-Hant': '「{heading}」裡要有至少 {min} 段對客話術，現有 {count} 段。請用「> 」開頭寫客戶聽到的話。',
      en: '“{heading}” needs at least {min} piece(s) of wording and has {count}. Start the customer’s words with “> ”.',
    },
    tables: {
      'zh-Hans': '“{heading}”里要有至少 {min} 张表格，现有 {count} 张。',
      'zh-Hant': '「{heading}」裡要有至少 {min} 張表格，現有 {count} 張。',
      en: '“{heading}” needs at least {min} table(s) and has {count}.',
    },
    tableColumns: {
      'zh-Hans': '这张表格要有至少 {min} 列，现有 {count} 列。',
      'zh-Hant': '這張表格要有至少 {min} 欄，現有 {count} 欄。',
      en: 'This table needs at least {min} columns and has {count}.',
    },
    tableRows: {
      'zh-Hans': '这张表格的表头下面要有至少 {min} 行，现有 {count} 行。',
      'zh-Hant': '這張表格的標題列下面要有至少 {min} 列，現有 {count} 列。',
      en: 'This table needs at least {min} row(s) below its header and has {count}.',
    },
    tableHeaders: {
      'zh-Hans': '这张表格缺少列：{headers}。',
      'zh-Hant': '這張表格缺少欄：{headers}。',
      en: 'This table lacks the columns: {headers}.',
    },
    lists: {
      'zh-Hans': '“{heading}”里要有至少 {min} 个列表，现有 {count} 个。',
      'zh-Hant': '「{heading}」裡要有至少 {min} 個清單，現有 {count} 個。',
      en: '“{heading}” needs at least {min} list(s) and has {count}.',
    },
    listsOrdered: {
      'zh-Hans': '“{heading}”里的列表要有先后，请用“1.”开头。',
      'zh-Hant': '「{heading}」裡的清單要有先後，請用「1.」開頭。',
      en: 'The list in “{heading}” has an order; start its items with “1.”.',
    },
    listItems: {
      'zh-Hans': '“{heading}”里的列表要有至少 {min} 项，现有 {count} 项。',
      'zh-Hant': '「{heading}」裡的清單要有至少 {min} 項，現有 {count} 項。',
      en: 'The list in “{heading}” needs at least {min} item(s) and has {count}.',
    },
    images: {
      'zh-Hans': '“{heading}”里要有至少 {min} 张图片，现有 {count} 张。',
      'zh-Hant': '「{heading}」裡要有至少 {min} 張圖片，現有 {count} 張。',
      en: '“{heading}” needs at least {min} picture(s) and has {count}.',
    },
    imageAlt: {
      'zh-Hans': '“{heading}”里的图片要写明内容：![图上有什么](…)。',
      'zh-Hant': '「{heading}」裡的圖片要寫明內容：![圖上有什麼](…)。',
      en: 'Pictures in “{heading}” must say what they show: ![what it shows](…).',
    },
    imageFormat: {
      'zh-Hans': '“{heading}”里的图片只能是：{formats}。',
      'zh-Hant': '「{heading}」裡的圖片只能是：{formats}。',
      en: 'Pictures in “{heading}” must be one of: {formats}.',
    },
    code: {
      'zh-Hans': '“{heading}”里要有至少 {min} 个代码块，现有 {count} 个。',
      'zh-Hant': '「{heading}」裡要有至少 {min} 個程式碼區塊，現有 {count} 個。',
      en: '“{heading}” needs at least {min} code block(s) and has {count}.',
    },
    codeLanguage: {
      'zh-Hans': '“{heading}”里的代码块要注明语言，只能是：{languages}。',
      'zh-Hant': '「{heading}」裡的程式碼區塊要註明語言，只能是：{languages}。',
      en: 'Code blocks in “{heading}” must name their language, one of: {languages}.',
    },
    tooShortHan: {
      'zh-Hans': '“{heading}”至少写 {limit} 个汉字，现有 {count} 个。',
      'zh-Hant': '「{heading}」至少寫 {limit} 個漢字，現有 {count} 個。',
      en: '“{heading}” needs at least {limit} Han characters and has {count}.',
    },
    tooLongHan: {
      'zh-Hans': '“{heading}”最多写 {limit} 个汉字，现有 {count} 个。请精简。',
      'zh-Hant': '「{heading}」最多寫 {limit} 個漢字，現有 {count} 個。請精簡。',
      en: '“{heading}” may have at most {limit} Han characters and has {count}. Shorten it.',
    },
    tooShortWords: {
      'zh-Hans': '“{heading}”至少写 {limit} 个词，现有 {count} 个。',
      'zh-Hant': '「{heading}」至少寫 {limit} 個單字，現有 {count} 個。',
      en: '“{heading}” needs at least {limit} words and has {count}.',
    },
    tooLongWords: {
      'zh-Hans': '“{heading}”最多写 {limit} 个词，现有 {count} 个。请精简。',
      'zh-Hant': '「{heading}」最多寫 {limit} 個單字，現有 {count} 個。請精簡。',
      en: '“{heading}” may have at most {limit} words and has {count}. Shorten it.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const { sections } of outlineLevels(knowledgeBase, playbook)) {
      for (const { section, outline } of sections) {
        // An empty section is said to be empty, nothing more.
        if (!outline?.content || isEmptySection(playbook, section)) continue;
        const content = readContent(playbook, section, knowledgeBase);
        for (const check of checks) {
          check(outline.content, content, (name, at, values) =>
            report(name, { at: at ?? content.place, values: { heading: section.heading?.text ?? '', ...values } }),
          );
        }
      }
    }
  },
});

type MessageName =
  | 'textRequired'
  | 'textForbidden'
  | 'wording'
  | 'tables'
  | 'tableColumns'
  | 'tableRows'
  | 'tableHeaders'
  | 'lists'
  | 'listsOrdered'
  | 'listItems'
  | 'images'
  | 'imageAlt'
  | 'imageFormat'
  | 'code'
  | 'codeLanguage'
  | 'tooShortHan'
  | 'tooLongHan'
  | 'tooShortWords'
  | 'tooLongWords';

/** A section with its subsections. What it embeds counts where something must be there, and is left alone where something must not. */
interface Content {
  readonly playbook: Playbook;
  readonly section: Section;
  readonly place: Span;
  readonly own: readonly Block[];
  readonly all: readonly Block[];
  /** Something is embedded that does not exist, so that nobody knows what is missing. */
  readonly incomplete: boolean;
  readonly images: readonly Image[];
  readonly imageCount: number;
}

type Say = (name: MessageName, at: Span | undefined, values?: Report['values']) => void;
type Check = (wanted: ContentRequirement, content: Content, say: Say) => void;

function readContent(playbook: Playbook, section: Section, knowledgeBase: KnowledgeBase): Content {
  const own = withSubsections(section).flatMap((part) => part.blocks);
  const { embedded, incomplete } = includesWithin(playbook, section, knowledgeBase);
  const images = playbook.images.filter((image) => isWithin(image, section));
  return {
    playbook,
    section,
    place: section.heading?.textSpan ?? section,
    own,
    all: [...own, ...embedded.flatMap((other) => withSubsections(other.root).flatMap((part) => part.blocks))],
    incomplete,
    images,
    imageCount: images.length + embedded.reduce((count, other) => count + other.images.length, 0),
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

const checkText: Check = ({ text }, { playbook, section, own, all, incomplete }, say) => {
  for (const pattern of text?.required ?? []) {
    const compiled = compilePattern(pattern);
    const isThere = compiled?.matcher(all.map(blockText).join('\n')).find() ?? true;
    if (!isThere && !incomplete) say('textRequired', undefined, { pattern });
  }
  for (const pattern of text?.forbidden ?? []) {
    const compiled = compilePattern(pattern);
    if (!compiled) continue;
    const runs = playbook.textRuns.filter((run) => isWithin(run, section) && !(section.heading && isWithin(run, section.heading)));
    const places = runs.flatMap((run) =>
      findMatches(compiled, playbook.text.slice(run.start, run.end), 20).map(({ start, end }) => ({
        start: run.start + start,
        end: run.start + end,
      })),
    );
    for (const at of places) say('textForbidden', at, { text: playbook.text.slice(at.start, at.end) });
    // Emphasis inside the words parts them into runs; then only the section can be named.
    const whole = own.map(blockText).join('\n');
    const [across] = places.length === 0 ? findMatches(compiled, whole, 1) : [];
    if (across) say('textForbidden', undefined, { text: whole.slice(across.start, across.end) });
  }
};

const checkWording: Check = ({ wording }, { playbook, section, all, incomplete }, say) => {
  const blocks = all.filter((block) => block.kind === 'wording').length;
  // A quote inside a list is wording too, though no block of its own.
  const count = blocks > 0 ? blocks : Math.min(1, playbook.textRuns.filter((run) => run.inWording && isWithin(run, section)).length);
  if (wording && count < wording.min && !incomplete) say('wording', undefined, { min: wording.min, count });
};

const checkTables: Check = ({ tables: wanted }, { own, all, incomplete }, say) => {
  if (!wanted) return;
  const isTable = (block: Block): block is Table => block.kind === 'table';
  const tables = all.filter(isTable);
  const min = wanted.min ?? 0;
  if (tables.length < min) {
    if (!incomplete) say('tables', undefined, { min, count: tables.length });
    return;
  }
  const lacking = (table: Table) =>
    (wanted.headers ?? []).filter((name) => !table.headers.some((cell) => normalizeHeading(cell.text) === normalizeHeading(name)));
  const fits = (table: Table) =>
    table.headers.length >= (wanted.minColumns ?? 0) && table.rows.length >= (wanted.minRows ?? 0) && lacking(table).length === 0;
  // Other tables may stand beside the ones the type asks for.
  if (tables.length === 0 || tables.filter(fits).length >= Math.max(1, min)) return;
  const table = own.filter(isTable).find((candidate) => !fits(candidate));
  if (!table) return;
  const at = { start: table.headers[0]?.start ?? table.start, end: table.headers.at(-1)?.end ?? table.end };
  const columns = table.headers.length;
  if (lacking(table).length > 0) say('tableHeaders', at, { headers: lacking(table).join(', ') });
  else if (columns < (wanted.minColumns ?? 0)) say('tableColumns', at, { min: wanted.minColumns ?? 0, count: columns });
  else say('tableRows', at, { min: wanted.minRows ?? 0, count: table.rows.length });
};

const checkLists: Check = ({ lists: wanted }, { all, incomplete }, say) => {
  if (!wanted || incomplete) return;
  const lists = all.filter((block) => block.kind === 'list');
  const right = lists.filter((list) => wanted.ordered === undefined || list.ordered === wanted.ordered);
  const min = wanted.min ?? 0;
  if (lists.length < min) say('lists', undefined, { min, count: lists.length });
  else if (right.length < Math.min(lists.length, Math.max(1, min)) && wanted.ordered === true) say('listsOrdered', lists[0]);
  else if (right.length > 0) {
    const count = Math.max(...right.map((list) => list.items.length));
    const minItems = wanted.minItems ?? 0;
    if (count < minItems) say('listItems', undefined, { min: minItems, count });
  }
};

const checkImages: Check = ({ images: wanted }, { images, imageCount, incomplete }, say) => {
  if (!wanted) return;
  const min = wanted.min ?? 0;
  if (imageCount < min && !incomplete) say('images', undefined, { min, count: imageCount });
  const formats = wanted.formats?.map((format) => format.toLowerCase().replace(/^\./, ''));
  for (const image of images) {
    if (wanted.alt === true && image.alt.trim() === '') say('imageAlt', image);
    const format = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(image.target)?.[1]?.toLowerCase() ?? '';
    if (formats && !formats.includes(format)) say('imageFormat', image.targetSpan, { formats: formats.join(', ') });
  }
};

const checkCode: Check = ({ code: wanted }, { own, all, incomplete }, say) => {
  if (!wanted) return;
  const count = all.filter((block) => block.kind === 'code').length;
  const min = wanted.min ?? 0;
  if (count < min && !incomplete) say('code', undefined, { min, count });
  const languages = wanted.languages?.map((language) => language.toLowerCase());
  for (const block of own) {
    if (block.kind !== 'code' || !languages || languages.includes(block.language.toLowerCase())) continue;
    say('codeLanguage', block, { languages: languages.join(', ') });
  }
};

const checkLength: Check = ({ length: wanted }, { playbook, own, all, incomplete }, say) => {
  if (!wanted) return;
  const most = countText(own.map(blockText).join('\n'));
  const least = countText(all.map(blockText).join('\n'));
  if (wanted.maxHan !== undefined && most.han > wanted.maxHan) say('tooLongHan', undefined, { limit: wanted.maxHan, count: most.han });
  if (wanted.maxWords !== undefined && most.words > wanted.maxWords)
    say('tooLongWords', undefined, { limit: wanted.maxWords, count: most.words });
  if (incomplete) return;
  // A text is as long as its own script says: a translation cannot have the other's characters.
  const isHan = /^(zh|yue|ja)\b/i.test(playbook.lang);
  if (isHan && least.han < (wanted.minHan ?? 0)) say('tooShortHan', undefined, { limit: wanted.minHan ?? 0, count: least.han });
  if (!isHan && least.words < (wanted.minWords ?? 0)) say('tooShortWords', undefined, { limit: wanted.minWords ?? 0, count: least.words });
};

const checks: readonly Check[] = [checkText, checkWording, checkTables, checkLists, checkImages, checkCode, checkLength];
