import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KnowledgeBaseInfo, NewPlaybookAnswer } from '../../src/lsp/protocol.js';
import { folderWith } from '../support/built-program.js';
import { useLanguageServer } from '../support/language-server.js';

const server = useLanguageServer();

const files = {
  'playbook.config.yaml':
    'title: 星海\nlanguages: [zh-Hant, en]\nchannels: [phone, { id: kiosk, label: { zh-Hans: 自助终端, zh-Hant: 自助服務機, en: Kiosk } }]\n',
  '話術/a.md': '---\nid: script-a\ntype: script\ntitle: 甲\nlang: zh-Hant\n---\n\n## 適用場景\n\n乙。\n',
  'article-1.md': '---\nid: article-1\ntype: article\ntitle: Article\nlang: en\n---\n\nText.\n',
};

describe('playbook/knowledgeBases', () => {
  it('says what can be done in each', async () => {
    const folder = await server().openFolder(files);
    const [info, ...others] = await server().connection.sendRequest<KnowledgeBaseInfo[]>('playbook/knowledgeBases', {});
    expect(others).toEqual([]);
    expect(info).toMatchObject({
      uri: folder.uri('').replace(/\/$/, ''),
      title: '星海',
      isConfigured: true,
      languages: ['zh-Hant', 'en'],
      content: '',
      folders: ['', '話術'],
      size: 2,
    });
    expect(info?.channels).toEqual([
      { id: 'phone', label: { 'zh-Hans': '电话', 'zh-Hant': '電話', en: 'Phone' } },
      { id: 'kiosk', label: { 'zh-Hans': '自助终端', 'zh-Hant': '自助服務機', en: 'Kiosk' } },
    ]);
    expect(info?.tiers.find(({ id }) => id === 'key-account')?.label['zh-Hans']).toBe('大客户');
    expect(info?.types.find(({ name }) => name === 'script')?.label['zh-Hans']).toBe('话术');
  });
});

describe('playbook/newPlaybook', () => {
  const propose = (params: unknown) => server().connection.sendRequest<NewPlaybookAnswer | null>('playbook/newPlaybook', params);

  it('gives a template where its like are, and writes nothing', async () => {
    const root = folderWith(files);
    const folder = await server().openFolder({}, root);
    const uri = folder.uri('').replace(/\/$/, '');
    const answer = await propose({ uri, type: 'script', title: ' VIP 退費 ' });
    expect(answer).toMatchObject({ id: 'script-vip', path: '話術/script-vip.md', uri: folder.uri('話術/script-vip.md') });
    expect(answer?.text).toContain('title: VIP 退費\n');
    expect(answer?.text).toContain('lang: zh-Hant\n');
    expect(existsSync(join(root, '話術/script-vip.md'))).toBe(false);
    expect(await propose({ uri, type: 'article', title: 'Article', lang: 'en', folder: 'help/' })).toMatchObject({
      id: 'article-article',
      path: 'help/article-article.md',
    });
  });

  it('answers what is no sensible question with nothing', async () => {
    const uri = (await server().openFolder(files)).uri('').replace(/\/$/, '');
    for (const params of [
      null,
      {},
      { uri },
      { uri, type: 'script' },
      { uri, type: 'script', title: '  ' },
      { uri, type: 'none', title: 'a' },
    ]) {
      expect(await propose(params)).toBeNull();
    }
    expect(await propose({ uri, type: 'script', title: 'a', folder: '../elsewhere' })).toBeNull();
    expect(await propose({ uri: 'file:///nowhere', type: 'script', title: 'a' })).toBeNull();
  });
});
