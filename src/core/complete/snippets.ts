import { type Localized, nearestLocale } from '../model/locale.js';
import { type Candidate, type CompletionPlace, plainInSnippet } from './candidate.js';

const words = {
  steps: { 'zh-Hans': '步骤', 'zh-Hant': '步驟', en: 'steps' },
  stepsMeaning: {
    'zh-Hans': '有序列表，每步写明由谁做、多久内做完',
    'zh-Hant': '有序清單，每步寫明由誰做、多久內做完',
    en: 'An ordered list; each step says who does it and by when',
  },
  step: { 'zh-Hans': '做什么', 'zh-Hant': '做什麼', en: 'What to do' },
  matrix: { 'zh-Hans': '紧急-影响矩阵', 'zh-Hant': '緊急-影響矩陣', en: 'urgency and impact matrix' },
  matrixMeaning: {
    'zh-Hans': '行是影响范围，列是紧急程度，格子里是优先级',
    'zh-Hant': '列是影響範圍，欄是緊急程度，格子裡是優先級',
    en: 'Rows are the impact, columns the urgency, cells the priority',
  },
  impact: { 'zh-Hans': '影响 \\ 紧急', 'zh-Hant': '影響 \\ 緊急', en: 'Impact \\ urgency' },
  high: { 'zh-Hans': '高', 'zh-Hant': '高', en: 'High' },
  low: { 'zh-Hans': '低', 'zh-Hant': '低', en: 'Low' },
  many: { 'zh-Hans': '多数客户', 'zh-Hant': '多數客戶', en: 'Many customers' },
  one: { 'zh-Hans': '个别客户', 'zh-Hant': '個別客戶', en: 'Single customers' },
  node: { 'zh-Hans': '流程节点', 'zh-Hant': '流程節點', en: 'flow node' },
  nodeMeaning: {
    'zh-Hans': '一个问题，每个答案链接到下一个节点',
    'zh-Hant': '一個問題，每個答案連結到下一個節點',
    en: 'A question; each answer links to the next node',
  },
  end: { 'zh-Hans': '流程终点', 'zh-Hant': '流程終點', en: 'flow end' },
  endMeaning: { 'zh-Hans': '流程结束的地方', 'zh-Hant': '流程結束的地方', en: 'Where a flow ends' },
  question: { 'zh-Hans': '问什么', 'zh-Hant': '問什麼', en: 'The question' },
  yes: { 'zh-Hans': '是', 'zh-Hant': '是', en: 'Yes' },
  no: { 'zh-Hans': '否', 'zh-Hant': '否', en: 'No' },
  next: { 'zh-Hans': '下一节点', 'zh-Hant': '下一節點', en: 'next-node' },
  variants: { 'zh-Hans': '渠道变体', 'zh-Hant': '管道版本', en: 'channel variants' },
  variantsMeaning: {
    'zh-Hans': '每个渠道一个下级标题，各有各的说法',
    'zh-Hant': '每個管道一個下級標題，各有各的說法',
    en: 'A heading for each channel, with the wording for it',
  },
  wording: { 'zh-Hans': '对客户说的话', 'zh-Hant': '對客戶說的話', en: 'What the customer hears' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Larger pieces that the sections of playbooks are made of, at the start of a line; in the playbook's language. */
export function blockSnippets(place: CompletionPlace): readonly Candidate[] {
  const { knowledgeBase, playbook, before, offset, locale } = place;
  const { config } = knowledgeBase;
  const own = nearestLocale(playbook.lang);
  const say = (word: keyof typeof words) => plainInSnippet(words[word][own]);
  let stop = 0;
  const tab = (text: string): string => {
    stop += 1;
    return `\${${stop}:${text}}`;
  };
  const snippet = (word: 'steps' | 'matrix' | 'node' | 'end' | 'variants', name: string, write: () => readonly string[]): Candidate => {
    stop = 0;
    return {
      label: words[word][locale],
      kind: 'snippet',
      at: { start: offset - before.trimStart().length, end: offset },
      newText: `${write().join('\n')}\n$0`,
      isSnippet: true,
      documentation: () => words[`${word}Meaning`][locale],
      filter: `${name} ${words[word][locale]} ${words[word][own]}`,
      rank: 8,
    };
  };
  const role = plainInSnippet(config.roles[0]?.label[own] ?? '');
  const level = levelBelow(place);
  const priorities = config.priorities.length > 0 ? config.priorities.map(({ id }) => id) : ['P1', 'P2', 'P3'];
  const priority = (index: number) => tab(plainInSnippet(priorities[Math.min(index, priorities.length - 1)] ?? 'P1'));
  const channels =
    playbook.fields.channels.length > 0
      ? config.channels.filter(({ id }) => playbook.fields.channels.includes(id))
      : config.channels.slice(0, 2);
  return [
    snippet('steps', 'steps', () => [1, 2, 3].map((number) => `${number}. ${tab(say('step'))} :owner[${tab(role)}] :within[${tab('5m')}]`)),
    snippet('matrix', 'matrix', () => [
      `| ${say('impact')} | ${tab(say('high'))} | ${tab(say('low'))} |`,
      '|---|---|---|',
      `| ${tab(say('many'))} | ${priority(0)} | ${priority(1)} |`,
      `| ${tab(say('one'))} | ${priority(1)} | ${priority(2)} |`,
    ]),
    snippet('node', 'flow node', () => [
      `${level} ${tab(say('question'))}`,
      '',
      `- [${tab(say('yes'))}](#${tab(say('next'))})`,
      `- [${tab(say('no'))}](#${tab(say('next'))})`,
    ]),
    snippet('end', 'flow end', () => [`${level} ${tab(say('end'))}`, '', `:outcome[${tab('resolved')}]`]),
    snippet('variants', 'variants', () =>
      channels.flatMap(({ label }, index) => [
        ...(index > 0 ? [''] : []),
        `${level} ${plainInSnippet(label[own])}`,
        '',
        `> ${tab(say('wording'))}`,
      ]),
    ),
  ];
}

/** The marks of a heading one level below that of the section the cursor is in. */
function levelBelow({ playbook, offset }: CompletionPlace): string {
  const above = playbook.headings.filter((heading) => heading.start < offset).at(-1);
  return '#'.repeat(Math.min(6, (above?.depth ?? 1) + 1));
}
