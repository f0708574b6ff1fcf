import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileSource } from '../../src/app/ports.js';
import { type FileChange, openSession, type Session } from '../../src/app/session.js';
import { today } from '../support/knowledge-base.js';

const paths = ['a.md', 'b.md', 'c.md', 'index.md', 'sub/README.md', 'sub/d.md', 'sub/e.md', 'sub.md', 'pic.png', 'sub/x.png'] as const;
const ids = ['a', 'b', 'B', 'sub/d', 'c-2', 'policy_a', 'policy-a'] as const;

/** Lines that tie playbooks to each other in every way there is. */
const frontMatterLine = fc.oneof(
  fc.constantFrom(...ids).map((id) => `id: ${id}`),
  fc.constantFrom('script', 'snippet', 'flow', 'article').map((type) => `type: ${type}`),
  fc.constantFrom('zh-Hans', 'zh-Hant', 'en').map((lang) => `lang: ${lang}`),
  fc.constantFrom('退款', '换货').map((title) => `title: ${title}`),
  fc.constantFrom(...ids).map((id) => `translation_of: ${id}`),
  fc.constantFrom(...ids).map((id) => `related: [${id}, a]`),
  fc.constant('placeholders: { order_id: { type: text } }'),
  fc.constant('tags: [x]'),
);
const bodyLine = fc.oneof(
  fc.constantFrom(...ids).map((id) => `[[${id}#开场]] [[${id}]]`),
  fc.constantFrom(...ids, 'policy_b').map((id) => `::include{id=${id}}`),
  fc.constantFrom(...paths, 'sub', '/sub/d', 'sub/picx.png').map((path) => `[x](${path}) [y](${path}#开场)`),
  fc.constant('[a](a.md) [b](b.md) [c](c.md) [d](d.md) [e](e.md) [r](README.md)'),
  fc.constantFrom('pic.png', 'sub/x.png', 'pix.png', 'x.png').map((path) => `![图](${path})`),
  fc.constantFrom('## 开场', '## 短信', '### 短信', '# 退款', '> {{order_id}} 您好，正在为您办理。'),
);
const text = fc
  .record({
    front: fc.uniqueArray(frontMatterLine, { maxLength: 6, selector: (line) => line.split(':')[0] }),
    body: fc.array(bodyLine, { maxLength: 6 }),
  })
  .map(({ front, body }) => `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`);
const change: fc.Arbitrary<FileChange> = fc
  .record({ path: fc.constantFrom(...paths), text: fc.option(text, { freq: 4, nil: undefined }) })
  .map(({ path, text }) => ({ path, ...(text !== undefined && { source: { text } }) }));

function memory(files: ReadonlyMap<string, string>): FileSource {
  return {
    list: async () => [...files.keys()].sort().map((path) => ({ path })),
    read: async (path) => {
      const content = files.get(path);
      return content === undefined ? undefined : { text: content };
    },
  };
}

const settings = { locale: 'zh-Hans', today } as const;

function problemsByPath(session: Session) {
  return new Map([...session.knowledgeBase.playbooks.keys()].map((path) => [path, session.checkPlaybook(path)]));
}

function structureOf({ knowledgeBase }: Session) {
  const all = [...knowledgeBase.playbooks.values()];
  return {
    order: all.map(({ path }) => path),
    size: knowledgeBase.playbooks.size,
    files: [...knowledgeBase.files].sort(),
    translatedInto: [...knowledgeBase.translatedInto].sort(),
    withId: ids.map((id) => knowledgeBase.withId(id).map(({ path }) => path)),
    idsLike: ids.map((id) => knowledgeBase.idsLike(id)),
    around: all.map((playbook) => ({
      linkedFrom: [...knowledgeBase.linkedFrom(playbook)],
      embeddedIn: [...knowledgeBase.embeddedIn(playbook)],
      translations: knowledgeBase.translations(playbook).map(({ path }) => path),
    })),
  };
}

describe('any series of changes', () => {
  it('gives the same knowledge base and problems as reading everything anew, and names every playbook whose problems differ', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (first, series) => {
          const files = new Map<string, string>();
          const apply = (changes: readonly FileChange[]) => {
            for (const { path, source } of changes) {
              if (source) files.set(path, source.text);
              else files.delete(path);
            }
          };
          apply(first);
          const session = await openSession(memory(files), settings);
          for (const changes of series) {
            const before = problemsByPath(session);
            apply(changes);
            const { affected } = session.update(...changes);
            const fresh = await openSession(memory(files), settings);
            expect(structureOf(session)).toEqual(structureOf(fresh));
            const after = problemsByPath(session);
            expect(after).toEqual(problemsByPath(fresh));
            const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
              (path) => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path)),
            );
            expect(affected).toEqual(expect.arrayContaining(differing));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
