import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Writes a knowledge base of about `count` playbooks: the sample knowledge base again and again, each copy in a folder
 * of its own with ids of its own, so that length, links, embeds and pictures are those of real content.
 */
export function generateKnowledgeBase(sample, target, count) {
  const files = listFiles(sample).sort();
  const playbooks = files.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: readFileSync(join(sample, path), 'utf8') }));
  const ids = playbooks.flatMap(({ text }) => /^id: *(\S+)/m.exec(text)?.[1] ?? []).sort((a, b) => b.length - a.length);
  const anyId = new RegExp(`(?<![\\w-])(?:${ids.join('|')})(?![\\w-])`, 'g');
  mkdirSync(target, { recursive: true });
  copyFileSync(join(sample, 'playbook.config.yaml'), join(target, 'playbook.config.yaml'));
  for (let copy = 0, written = 0; written < count; copy += 1) {
    const number = String(copy).padStart(4, '0');
    const rename = (text) => text.replace(anyId, (id) => `${id}-${number}`);
    const write = (path, text) => {
      const file = join(target, `set-${number}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    };
    for (const path of files) if (path.endsWith('.svg')) write(path, readFileSync(join(sample, path)));
    for (const { path, text } of playbooks.slice(0, count - written)) {
      write(rename(path), rename(text));
      written += 1;
    }
  }
}

function listFiles(folder, root = folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path, root) : [relative(root, path)];
  });
}
