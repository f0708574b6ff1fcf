import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/core/config/config.js';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/core/knowledge-base.js';
import { parsePlaybook } from '../../src/core/parse/playbook.js';
import { builtInTypes } from '../../src/core/types/index.js';

const root = 'playbooks';

/** The sample knowledge base, without its pictures. */
export function readSample(): KnowledgeBase {
  const { config } = readConfig(readFileSync(join(root, 'playbook.config.yaml'), 'utf8'));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const playbooks = paths
    .filter((path) => path.endsWith('.md'))
    .map((path) => parsePlaybook(path, { text: readFileSync(join(root, path), 'utf8') }, config.defaultLanguage));
  return createKnowledgeBase({ config, playbooks, types: builtInTypes, files: [] });
}
