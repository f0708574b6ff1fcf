import { describe, expect, it } from 'vitest';
import type { FileSource } from '../../src/app/ports.js';
import { openSession } from '../../src/app/session.js';
import { today } from '../support/knowledge-base.js';

/** A folder in memory. */
function sourceOf(files: Readonly<Record<string, string>>): FileSource {
  return {
    list: async () => Object.keys(files).map((path) => ({ path })),
    read: async (path) => (files[path] === undefined ? undefined : { text: files[path] }),
  };
}

const settings = { locale: 'zh-Hans', today } as const;
const open = (files: Readonly<Record<string, string>>) => openSession(sourceOf(files), settings);
const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('Session.update', () => {
  it('names pages that link to a file whose headings changed, and not those that link elsewhere', async () => {
    const session = await open({
      'policy.md': '---\nid: policy-refund\n---\n\n## 期限\n',
      'a.md': '[期限](policy.md#期限)\n',
      'b.md': '[[policy-refund#期限]]\n',
      'c.md': '[b](b.md)\n',
    });
    const { affected } = session.update({ path: 'policy.md', source: { text: '---\nid: policy-refund\n---\n\n## 时限\n' } });
    expect(affected).toEqual(['a.md', 'b.md', 'policy.md']);
    expect(codesOf(session.checkPlaybook('b.md'))).toEqual(['broken-anchor']);
  });

  it('names only the file itself when its wording changes', async () => {
    const session = await open({ 'policy.md': '# 退款\n\n七天。\n', 'a.md': '[退款](policy.md)\n' });
    expect(session.update({ path: 'policy.md', source: { text: '# 退款\n\n十天。\n' } }).affected).toEqual(['policy.md']);
  });

  it('follows embeds through embeds', async () => {
    const session = await open({
      'terms.md': '---\nid: terms\ntype: snippet\n---\n{{order_id}}\n',
      'middle.md': '---\nid: middle\ntype: snippet\n---\n::include{id=terms}\n',
      'page.md': '---\nid: page\nplaceholders: { order_id: { type: text } }\n---\n::include{id=middle}\n',
    });
    const { affected } = session.update({ path: 'terms.md', source: { text: '---\nid: terms\ntype: snippet\n---\n无\n' } });
    expect(affected).toEqual(['middle.md', 'page.md', 'terms.md']);
    expect(codesOf(session.checkPlaybook('page.md'))).toEqual(['unused-placeholder']);
  });

  it('names the pages of a folder when its list is no list any more', async () => {
    const list = (names: readonly string[]) => names.map((name) => `[${name}](${name}.md)`).join(' ');
    const page = (name: string) => `# ${name}\n\n退款。\n`;
    const session = await open({
      'faq/README.md': list(['a', 'b', 'c']),
      ...Object.fromEntries(['a', 'b', 'c', 'lonely'].map((name) => [`faq/${name}.md`, page(name)])),
    });
    expect(codesOf(session.checkPlaybook('faq/lonely.md'))).toEqual(['orphan-page']);
    const { affected } = session.update({ path: 'faq/README.md', source: { text: list(['a', 'b']) } });
    expect(affected).toContain('faq/lonely.md');
    expect(session.checkPlaybook('faq/lonely.md')).toEqual([]);
  });

  it('takes a move in as one change', async () => {
    const session = await open({ 'old.md': '# 退款\n', 'a.md': '[退款](new.md)\n' });
    expect(codesOf(session.checkPlaybook('a.md'))).toEqual(['broken-link']);
    const { affected } = session.update({ path: 'old.md' }, { path: 'new.md', source: { text: '# 退款\n' } });
    expect(affected).toEqual(['a.md', 'new.md', 'old.md']);
    expect([...session.knowledgeBase.playbooks.keys()]).toEqual(['a.md', 'new.md']);
    expect(session.checkPlaybook('a.md')).toEqual([]);
  });

  it('names pages that lack a picture when it comes', async () => {
    const session = await open({ 'a.md': '![时间线](assets/time.svg)\n' });
    expect(session.update({ path: 'assets/time.svg', source: { text: '' } }).affected).toEqual(['a.md']);
    expect(session.checkPlaybook('a.md')).toEqual([]);
  });

  it('asks to be opened again when the config or a type changes, and then reads nothing twice', async () => {
    const files = { 'playbook.config.yaml': 'title: 星海\n', 'a.md': '# 退款\n' };
    const session = await open(files);
    const change = { path: 'playbook.config.yaml', source: { text: 'title: 云帆\n' } };
    expect(session.update(change)).toEqual({ affected: [], needsReopening: true });
    expect(session.knowledgeBase.config.title).toBe('星海');
    const next = await openSession(sourceOf({ ...files, 'playbook.config.yaml': 'title: 云帆\n' }), settings, session);
    expect(next.knowledgeBase.config.title).toBe('云帆');
    expect(next.knowledgeBase.playbooks.get('a.md')).toBe(session.knowledgeBase.playbooks.get('a.md'));
  });
});
