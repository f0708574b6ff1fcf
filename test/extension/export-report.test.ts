import { describe, expect, it } from 'vitest';
import { readExportReport } from '../../src/vscode/commands/export-report.js';

describe('what the command line says of an export', () => {
  const report = { content: 'approved', playbooks: 1, leftOut: 47, isConfigApproved: false, errors: 15, home: '/知识/site/index.html' };

  it('is read as it is printed, whatever else it says', () => {
    expect(readExportReport(`${JSON.stringify({ ...report, files: 40 }, undefined, 2)}\n`)).toEqual(report);
  });

  it.each([
    ['nothing', ''],
    ['words', '已导出 40 个文件'],
    ['another kind of content', JSON.stringify({ ...report, content: 'draft' })],
    ['no counts', JSON.stringify({ content: 'approved', home: '/site/index.html' })],
    ['null', 'null'],
  ])('is none if it is %s', (_name, printed) => {
    expect(readExportReport(printed)).toBeUndefined();
  });
});
