import type { Playbook, Section } from '../model/playbook.js';
import { outlineLevels } from './outline-levels.js';
import { defineRule, type Report, type SpanEdit } from './rule.js';

export const sectionOrder = defineRule({
  code: 'section-order',
  severity: 'warning',
  description: {
    'zh-Hans': '小节的顺序与类型规定的不同。',
    'zh-Hant': '小節的順序與類型規定的不同。',
    en: 'Sections do not stand in the order of the type.',
  },
  rationale: {
    'zh-Hans': '客服按通话的先后找内容。每一篇顺序相同，眼睛才知道往哪里看。',
    'zh-Hant': '客服依通話的先後找內容。每一篇順序相同，眼睛才知道往哪裡看。',
    en: 'Agents read in the order of the call; when all playbooks share it, the eye knows where to go.',
  },
  example: {
    wrong: '---\nid: response-x\ntype: response\n---\n## 标准回复\n\n> 正在为您查询。\n\n## 使用场景\n\n客户查询进度。\n',
    right: '---\nid: response-x\ntype: response\n---\n## 使用场景\n\n客户查询进度。\n\n## 标准回复\n\n> 正在为您查询。\n',
  },
  fixable: true,
  messages: {
    before: {
      'zh-Hans': '“{heading}”应放在“{other}”前面。',
      'zh-Hant': '「{heading}」應放在「{other}」前面。',
      en: '“{heading}” belongs before “{other}”.',
    },
    after: {
      'zh-Hans': '“{heading}”应放在“{other}”后面。',
      'zh-Hant': '「{heading}」應放在「{other}」後面。',
      en: '“{heading}” belongs after “{other}”.',
    },
  },
  check(playbook, { knowledgeBase, report }) {
    for (const { outline, sections } of outlineLevels(knowledgeBase, playbook)) {
      if (outline.ordered === false) continue;
      const placed = sections.flatMap((match) =>
        match.outline ? [{ section: match.section, place: outline.sections.indexOf(match.outline) }] : [],
      );
      const kept = longestOrdered(placed.map(({ place }) => place));
      const inOrder = placed.map((other, at) => ({ ...other, at })).filter(({ at }) => kept.has(at));
      placed.forEach(({ section, place }, index) => {
        if (kept.has(index)) return;
        const next = inOrder.find((other) => other.place > place && other.at < index);
        const previous = inOrder.findLast((other) => other.place < place && other.at > index);
        const other = next ?? previous;
        if (!other) return;
        report(next ? 'before' : 'after', {
          at: section.heading?.textSpan ?? section,
          values: { heading: section.heading?.text ?? '', other: other.section.heading?.text ?? '' },
          fix: next
            ? moveFix('before', move(playbook, section, next.section.start))
            : moveFix('after', move(playbook, section, other.section.end)),
        });
      });
    }
  },
});

function moveFix(side: 'before' | 'after', edits: readonly SpanEdit[]): NonNullable<Report['fix']> {
  return {
    title:
      side === 'before'
        ? { 'zh-Hans': '移到“{other}”前面', 'zh-Hant': '移到「{other}」前面', en: 'Move before “{other}”' }
        : { 'zh-Hans': '移到“{other}”后面', 'zh-Hant': '移到「{other}」後面', en: 'Move after “{other}”' },
    edits,
  };
}

interface Run {
  readonly index: number;
  readonly length: number;
  readonly previous: Run | undefined;
}

/** Indexes of one longest run of places that never falls; what is left of the others is out of order. */
function longestOrdered(places: readonly number[]): ReadonlySet<number> {
  const longestTo = new Map<number, Run>();
  const longest = (most: number): Run | undefined =>
    [...longestTo].reduce<Run | undefined>(
      (best, [place, run]) => (place <= most && run.length > (best?.length ?? 0) ? run : best),
      undefined,
    );
  places.forEach((place, index) => {
    const previous = longest(place);
    longestTo.set(place, { index, length: (previous?.length ?? 0) + 1, previous });
  });
  const kept = new Set<number>();
  for (let run = longest(Number.POSITIVE_INFINITY); run; run = run.previous) kept.add(run.index);
  return kept;
}

/** Moves a section with all below it to the start of another or the end of the text, with one empty line between sections. */
function move(playbook: Playbook, section: Section, to: number): readonly SpanEdit[] {
  const { text } = playbook;
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const words = text.slice(section.start, section.end).trimEnd();
  const atEnd = to >= text.length;
  const before = atEnd ? lineBreak.repeat(2) : '';
  const target = atEnd ? text.trimEnd().length : to;
  const wasLast = section.end >= text.length;
  const cut = wasLast ? text.slice(0, section.start).trimEnd().length + lineBreak.length : section.start;
  return [
    { start: target, end: atEnd ? text.length : to, newText: before + words + (atEnd ? lineBreak : lineBreak.repeat(2)) },
    { start: cut, end: section.end, newText: '' },
  ];
}
