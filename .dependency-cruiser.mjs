/** Imports go one way: core ← site ← app ← node ← {cli, lsp} and, by protocol only, lsp ← vscode. Each rule names what a room must not import. */
const room = (name, allowed) => ({
  name: `${name}-imports`,
  comment: `src/${name} may import only ${['itself', ...allowed.map((other) => `src/${other}`)].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${name}/`, ...(name === 'site' && { pathNot: '^src/site/client/' }) },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    room('core', []),
    room('site', ['core']),
    room('app', ['core', 'site']),
    room('node', ['core', 'site', 'app']),
    room('cli', ['core', 'site', 'app', 'node']),
    room('lsp', ['core', 'site', 'app', 'node']),
    {
      name: 'vscode-imports',
      comment: 'The editor extension speaks with the language server by its protocol and holds nothing of the product itself',
      severity: 'error',
      from: { path: '^src/vscode/' },
      to: { path: '^src/', pathNot: '^src/(vscode/|lsp/protocol\\.ts|lsp/protocol/|core/model/)' },
    },
    {
      name: 'vscode-in-its-room',
      comment: 'Only the extension knows the editor',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vscode/' },
      to: { path: '^(vscode$|node_modules/(@types/vscode|vscode-languageclient)/)' },
    },
    {
      name: 'site-client-imports',
      comment:
        'Browser code imports only itself, core/search, core/model, what those need, and small pure files that the pages are made with too',
      severity: 'error',
      from: { path: '^src/site/client/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(site/client/|site/words\\.ts|site/words/|site/run/|site/search-addresses\\.ts|site/offline/addresses\\.ts|site/search-parts\\.ts|site/measures\\.ts|site/parameters\\.ts|core/content/placeholder-values\\.ts|core/search/|core/model/|core/protocol-run/|core/content/personal-data\\.ts|core/feedback/(entry|mask)\\.ts|core/sms\\.ts|core/script-fold\\.ts|core/script-tables\\.ts)',
      },
    },
    {
      name: 'site-without-client',
      comment: 'Pages are made without browser code',
      severity: 'error',
      from: { path: '^src/site/(?!client/)' },
      to: { path: '^src/site/client/' },
    },
    {
      name: 'pure-rooms',
      comment: 'core and site know no host',
      severity: 'error',
      from: { path: '^src/(core|site|app)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'assistant-server-apart',
      comment: 'Commands start without the server for assistants and its protocol; only its own bundle holds them',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/mcp/' },
      to: { path: '(^src/cli/mcp/|node_modules/@modelcontextprotocol/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-markdown-parser',
      comment: 'Markdown is parsed in one place, so that its parser can be changed there',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/parse/markdown\\.ts$' },
      to: { path: 'node_modules/(remark-parse|remark-gfm|remark-directive|micromark|mdast-util-from-markdown)/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-dev-dependencies', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'], pathNot: '@types' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
