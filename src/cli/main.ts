import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSession } from '../app/session.js';
import { nearestLocale } from '../core/model/locale.js';
import { findRoot, openFolder } from '../node/folder.js';

// A first command line: `check [dir] [--today] [--locale]`.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { today: { type: 'string' }, locale: { type: 'string' }, json: { type: 'boolean' } },
});
const [command, folder = '.'] = positionals;
if (command === 'check') {
  const root = findRoot(folder);
  const session = await openSession(await openFolder(root), {
    locale: nearestLocale(values.locale ?? process.env['LANG']),
    today: values.today ?? new Date().toISOString().slice(0, 10),
  });
  const problems = session.check();
  for (const problem of problems) {
    console.log(
      `${problem.path}:${problem.range.start.line}:${problem.range.start.column} ${problem.severity} ${problem.code} ${problem.message}`,
    );
  }
  console.log(`${session.knowledgeBase.playbooks.size} files, ${problems.length} problems`);
  process.exitCode = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
} else {
  console.log(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version);
}
