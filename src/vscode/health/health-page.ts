import type { Health, HealthList, Problems } from '../../lsp/protocol.js';

/** Says a text of the page in the user's language; `{0}` and so on are filled. */
export type SayOfHealth = (text: string, ...values: readonly (string | number)[]) => string;

/** How well a knowledge base is kept, as the body of a page: figures, then what to do, each row leading to its file. */
export function healthBody(title: string, health: Health, problems: Problems | undefined, say: SayOfHealth): string {
  const { statistics, due, withoutOwner, withoutSummary, unused, languages, approved } = health;
  const overdue = due.entries.filter(({ days }) => days < 0).length;
  const untranslated = languages.reduce((sum, { untranslated: { total } }) => sum + total, 0);
  const figures = [
    figure(String(statistics.playbooks), say('playbooks')),
    ...(approved
      ? [figure(`${approved.playbooks} / ${approved.of}`, say('approved as they are'), approved.playbooks === approved.of)]
      : []),
    figure(String(overdue), say('overdue'), overdue === 0),
    figure(String(withoutOwner.total), say('without owner'), withoutOwner.total === 0),
    ...(languages.length > 0 ? [figure(String(untranslated), say('not translated'), untranslated === 0)] : []),
    ...(problems ? [errorsFigure(problems, say)] : []),
  ];
  const dueRows = due.entries.map(({ uri, title: name, day, days, owner }) =>
    row(uri, name, [day, days < 0 ? say('{0} days overdue', -days) : say('in {0} days', days), owner ?? ''], days < 0),
  );
  const sections = [
    section(say('Due within 30 days, and overdue'), dueRows, due.total, say('Nothing is due. Every page was read in time.'), say),
    listSection(say('Without owner'), withoutOwner, say('Every playbook has an owner.'), say),
    ...languages.flatMap((language) => [
      listSection(say('Not translated: {0}', language.label), language.untranslated, say('Everything is translated.'), say),
      listSection(
        say('Translation behind its original: {0}', language.label),
        language.outdated,
        say('All translations are up to date.'),
        say,
      ),
    ]),
    listSection(say('Without summary'), withoutSummary, say('Every playbook has a summary.'), say),
    listSection(say('Named by no other page'), unused, say('Every playbook is named somewhere.'), say),
    ...(problems ? [problemSection(problems, say)] : []),
  ];
  return `<main class="health"><header><h1>${escaped(say('Health of {0}', title))}</h1><p class="quiet">${escaped(say('As of {0}', health.today))}</p></header><ul class="figures">${figures.join('')}</ul>${sections.join('')}</main>`;
}

/** A figure and what it counts. Good ones are marked by a sign, not by colour alone. */
function figure(value: string, label: string, isGood?: boolean): string {
  const mark =
    isGood === undefined
      ? ''
      : isGood
        ? '<span class="sign good" aria-hidden="true">✓</span>'
        : '<span class="sign" aria-hidden="true">!</span>';
  return `<li><strong>${escaped(value)}${mark}</strong><span>${escaped(label)}</span></li>`;
}

/** None is good only once everything has been checked. */
function errorsFigure({ counts: { error }, waiting }: Problems, say: SayOfHealth): string {
  const label = say('errors');
  return error === 0 && waiting > 0 ? figure('0', label) : figure(String(error), label, error === 0);
}

function listSection(title: string, { entries, total }: HealthList, empty: string, say: SayOfHealth): string {
  const rows = entries.map(({ uri, title: name, path, owner }) => row(uri, name, [path, owner ?? '']));
  return section(title, rows, total, empty, say);
}

function problemSection({ rules, waiting }: Problems, say: SayOfHealth): string {
  const rows = rules.map(
    ({ code, description, problems, files }) =>
      `<li><button type="button" data-command="playbook.problems.focus"><span class="name">${escaped(description)}</span><span class="more">${escaped([code, say('problems: {0}, files: {1}', problems, files)].join(' · '))}</span></button></li>`,
  );
  const title = say('Problems by rule');
  if (waiting === 0) return section(title, rows, rows.length, say('No problems. Everything follows the rules.'), say);
  const rest = say('still to be checked: {0}', waiting);
  // Nobody knows yet whether everything follows the rules.
  if (rows.length === 0) return `<section><h2>${escaped(title)}</h2><p class="quiet">${escaped(rest)}</p></section>`;
  return section(`${title} · ${rest}`, rows, rows.length, '', say);
}

function section(title: string, rows: readonly string[], total: number, empty: string, say: SayOfHealth): string {
  const head = `<h2>${escaped(title)} <span class="count">${total}</span></h2>`;
  if (rows.length === 0)
    return `<section>${head}<p class="quiet"><span class="sign good" aria-hidden="true">✓</span>${escaped(empty)}</p></section>`;
  const more = total > rows.length ? `<p class="quiet">${escaped(say('and {0} more', total - rows.length))}</p>` : '';
  return `<section>${head}<ul class="rows">${rows.join('')}</ul>${more}</section>`;
}

function row(uri: string, name: string, more: readonly string[], isPressing = false): string {
  const details = more.filter((text) => text !== '').join(' · ');
  return `<li><button type="button" data-open="${escaped(uri)}"><span class="name">${escaped(name)}</span><span class="more${isPressing ? ' pressing' : ''}">${escaped(details)}</span></button></li>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
