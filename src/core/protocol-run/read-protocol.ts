import type { Config } from '../config/config.js';
import { priorityLevel, readMatrix } from '../content/matrix.js';
import { readSteps, type Step } from '../content/steps.js';
import { nearestLocale } from '../model/locale.js';
import type { Playbook, Section } from '../model/playbook.js';
import { matchOutline, topSections } from '../types/match-outline.js';
import type { PlaybookType } from '../types/playbook-type.js';
import { retrospective } from '../types/retrospective.js';
import type { Protocol, ProtocolPriority, ProtocolStep } from './protocol.js';
import { readSpan } from './span.js';

/**
 * What a run needs to know of a playbook; undefined for one without steps. `sayDuration` gives a time limit of the config
 * (`5m`) in the reader's words.
 */
export function readProtocol(
  playbook: Playbook,
  type: PlaybookType,
  config: Config,
  sayDuration: (duration: string) => string,
): Protocol | undefined {
  const matched = matchOutline(topSections(playbook), type.outline);
  const sectionOf = (kind: string): Section | undefined => matched.find((match) => match.outline?.kind === kind)?.section;
  const stepsSection = sectionOf('steps');
  const steps = stepsSection ? protocolSteps(readSteps(stepsSection)) : [];
  if (steps.length === 0) return undefined;
  const matrixSection = sectionOf('matrix');
  const matrix = matrixSection && readMatrix(matrixSection, config);
  const priorities = (matrix?.priorities ?? config.priorities.map((priority) => ({ ...priority, details: [] }))).map(
    (priority, index): ProtocolPriority => {
      const respond = readSpan(priority.respondWithin);
      const update = matrix && priority.details.length > 0 ? updateOf(matrix.detailHeaders, priority.details) : undefined;
      return {
        id: priority.id,
        level: priorityLevel(priority.id, index),
        respondWithin: sayDuration(priority.respondWithin),
        ...(respond !== undefined && { respond }),
        ...(update && { update }),
      };
    },
  );
  const locale = nearestLocale(playbook.lang);
  const { owner, product } = playbook.fields;
  return {
    id: playbook.id,
    title: playbook.title,
    lang: playbook.lang,
    revision: playbook.blob,
    ...(owner !== undefined && { owner }),
    ...(product !== undefined && { product }),
    impacts: (matrix?.rows ?? []).map(({ text }) => text),
    urgencies: (matrix?.columns ?? []).map(({ text }) => text),
    cells: (matrix?.cells ?? []).map((row) => row.map(({ priority }) => priority ?? '')),
    priorities,
    steps,
    retrospective: Object.fromEntries(
      retrospective.outline.sections.map(({ key, headings }) => [key, headings[locale]?.[0] ?? headings.en?.[0] ?? key]),
    ),
  };
}

function updateOf(
  headers: readonly { readonly text: string }[],
  details: readonly { readonly text: string }[],
): ProtocolPriority['update'] {
  for (const [index, { text }] of details.entries()) {
    const every = readSpan(text);
    if (every !== undefined) return { label: headers[index]?.text ?? '', words: text, every };
  }
  return undefined;
}

function protocolSteps(steps: readonly Step[]): readonly ProtocolStep[] {
  const taken = new Set<string>();
  return steps.map((step, index): ProtocolStep => {
    const { text, owner, record } = step;
    const within = step.within === undefined ? undefined : readSpan(step.within);
    let key = digest([text, owner, step.within, record].join('\n'));
    for (let copy = 2; taken.has(key); copy += 1) key = digest([text, owner, step.within, record, copy].join('\n'));
    taken.add(key);
    return {
      key,
      number: index + 1,
      text,
      ...(owner !== undefined && owner !== '' && { owner }),
      ...(within !== undefined && { within }),
      ...(record !== undefined && record !== '' && { record }),
    };
  });
}

/** FNV-1a, 32 bits: tells the steps of one page apart, nothing more. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
