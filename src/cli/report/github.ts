import type { Severity } from '../../core/model/diagnostic.js';
import type { Report } from './report.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub Actions shows as annotations: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const reportForGithub: Report = ({ diagnostics, shownPath }) =>
  diagnostics
    .map(({ code, severity, message, path, range: { start, end } }) => {
      const properties = {
        file: shownPath(path),
        line: start.line,
        endLine: end.line,
        // Columns are only understood within one line.
        ...(end.line === start.line && { col: start.column, endColumn: end.column }),
        title: code,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}\n`;
    })
    .join('');

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
