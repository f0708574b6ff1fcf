import { spawnSync } from 'node:child_process';

/** Everything that can be said of the sources without running them, and the sample knowledge base by its own tool. */
const rooms = [
  'src/core',
  'src/site',
  'src/site/client',
  'src/site/client/service-worker',
  'src/app',
  'src/node',
  'src/cli',
  'src/lsp',
  'src/vscode',
  'src/vscode/preview/page',
  '.',
  'test/vscode/suite',
];
const steps = [
  ...rooms.map((room) => [`types of ${room}`, 'tsc', ['-p', room]]),
  ['format and lint', 'biome', ['ci', '--colors=off']],
  ['layers', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src']],
  ['generated files', process.execPath, ['scripts/generate.mjs', '--check']],
  [
    'sample knowledge base',
    process.execPath,
    ['dist/cli.js', 'check', 'playbooks', '--today', '2026-11-22', '--locale', 'en'],
    /⚠ warning/,
  ],
];

let failed = 0;
for (const [name, command, args, forbidden] of steps) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const isGood = status === 0 && !forbidden?.test(stdout);
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}`);
  if (!isGood) {
    failed += 1;
    console.log(`${stdout ?? ''}${stderr ?? ''}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
