import { defineConfig } from 'vitest/config';

/** Tests that need the built program and a browser; their setup builds and exports once, and only when one of them runs. */
const withProgram = [
  'test/package.test.ts',
  'test/browser/**/*.test.ts',
  'test/extension/webviews.test.ts',
  'test/lsp/**/*.test.ts',
  'test/mcp/**/*.test.ts',
  'test/foreign.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', ...withProgram] },
      },
      {
        extends: true,
        test: { name: 'program', include: withProgram, globalSetup: 'test/support/program-setup.ts' },
      },
    ],
  },
});
