import type { Diagnostic, Severity } from '../../core/model/diagnostic.js';
import type { Localized } from '../../core/model/locale.js';
import type { Range } from '../../core/model/text.js';
import { rules } from '../../core/rules/index.js';
import { version } from '../program.js';
import type { CheckResult, Report } from './report.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, as code-scanning services read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const reportAsSarif: Report = (result, { locale }) => {
  const text = (localized: Localized) => ({ text: localized[locale] });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Playbook KB',
            version,
            language: locale,
            rules: rules.map((rule) => ({
              id: rule.code,
              shortDescription: text(rule.description),
              fullDescription: text(rule.rationale),
              help: text(rule.rationale),
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: result.diagnostics.map((diagnostic) => resultOf(diagnostic, result)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function resultOf({ code, severity, message, path, range, related, fix }: Diagnostic, result: CheckResult) {
  const ruleIndex = rules.findIndex((rule) => rule.code === code);
  return {
    ruleId: code,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: locationOf(path, range, result) }],
    ...(related && {
      relatedLocations: related.map((place, index) => ({
        id: index + 1,
        physicalLocation: locationOf(place.path, place.range, result),
        message: { text: place.message },
      })),
    }),
    ...(fix && {
      fixes: [
        {
          description: { text: fix.title },
          artifactChanges: [
            {
              artifactLocation: artifactOf(path, result),
              replacements: fix.edits.map((edit) => ({
                deletedRegion: regionOf(edit.range),
                ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
              })),
            },
          ],
        },
      ],
    }),
  };
}

function locationOf(path: string, range: Range, result: CheckResult) {
  return { artifactLocation: artifactOf(path, result), region: regionOf(range) };
}

/** A relative address counts from the folder that the check ran in, usually the top of the repository. */
function artifactOf(path: string, { shownPath }: CheckResult) {
  const shown = shownPath(path);
  const uri = shown.split('/').map(encodeURIComponent).join('/');
  if (shown.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(shown) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
