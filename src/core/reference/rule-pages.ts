import { locales } from '../model/locale.js';
import type { Rule } from '../rules/rule.js';
import { block, code, page, plain, table } from './markdown.js';

/** `docs/rules.md`: all rules in their order. */
export function renderRuleIndex(rules: readonly Rule[]): string {
  return page(
    '# Rules',
    'What the check looks for, in the editor and on the command line alike. `playbook.config.yaml` sets the severity of any rule or turns it off:',
    block('yaml', 'rules:\n  orphan-page: off\n  asset-without-alt: error'),
    'A comment with a reason silences a rule for one line: its own line, or the next if it stands alone. Without a reason it silences nothing.',
    block(
      'markdown',
      '![](line.svg) <!-- playbook-ignore asset-without-alt: it only separates two parts -->\n\n<!-- playbook-ignore forbidden-wording: a quotation from the law -->\n> …',
    ),
    'In front matter the comment is written the YAML way: `# playbook-ignore rule-name: reason`.',
    table(
      ['Rule', 'Severity', 'Fix', 'What it finds'],
      rules.map((rule) => [
        `[${code(rule.code)}](rules/${rule.code}.md)`,
        rule.severity,
        rule.fixable ? 'yes' : '',
        plain(rule.description.en),
      ]),
    ),
  );
}

/** `docs/rules/<code>.md` */
export function renderRule(rule: Rule): string {
  const { example } = rule;
  return page(
    `# ${rule.code}`,
    plain(rule.description.en),
    table(['Severity', 'Can be fixed'], [[rule.severity, rule.fixable ? 'some or all of its findings' : 'no']]),
    '## Why',
    plain(rule.rationale.en),
    '## Example',
    ...Object.entries(example.files ?? {}).map(([path, text]) =>
      text === '' ? `There is a file ${code(path)}.` : `${code(path)}:\n\n${block(languageOf(path), text)}`,
    ),
    example.path === undefined ? 'Reported:' : `Reported, in ${code(example.path)}:`,
    block(languageOf(example.path), example.wrong),
    'Not reported:',
    block(languageOf(example.path), example.right),
    '## In three languages',
    table(
      ['', ...locales],
      [
        ['What it finds', ...locales.map((locale) => plain(rule.description[locale]))],
        ['Why', ...locales.map((locale) => plain(rule.rationale[locale]))],
      ],
    ),
    '## Messages',
    table(
      ['Message', ...locales],
      Object.entries(rule.messages).map(([name, words]) => [code(name), ...locales.map((locale) => plain(words[locale]))]),
    ),
    '[All rules](../rules.md)',
  );
}

/** For the fence of a block; without a path it is a playbook. */
function languageOf(path = '.md'): string {
  return path.endsWith('.md') ? 'markdown' : path.endsWith('.ndjson') ? 'json' : 'yaml';
}
