import { checkValue, type PlaceholderProblem, type ValueRule } from '../../core/content/placeholder-values.js';
import { placeholderTypes } from '../../core/model/playbook.js';
import { takeAddressValues } from './address-values.js';
import { all, element, isVisible, pageWords } from './page.js';

/** A field whose blank keeps a wording from being copied. */
export interface Lack {
  readonly label: string;
  readonly isMissing: boolean;
  readonly field: HTMLElement;
}

export interface Placeholders {
  /** Puts the cursor into the first field that is empty or wrong; false when the page has no blanks. */
  readonly focus: () => boolean;
  /** What must be filled in or corrected before this wording may go to a customer. */
  readonly lacksOf: (wording: Element) => readonly Lack[];
  /** Says what is wrong beside each of these fields. */
  readonly showLacks: (lacks: readonly Lack[]) => void;
  /** What stands for a blank that is not filled in when a length is counted. */
  readonly sampleOf: (name: string) => string;
  /** Called after each change of a field. */
  readonly onChange: (listener: () => void) => void;
  /** Where Enter leads after the last field, and Escape from any. */
  readonly leadBackTo: (target: HTMLElement) => void;
}

type Control = HTMLInputElement | HTMLSelectElement;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly control: Control;
  readonly rule: ValueRule;
  readonly isPersonal: boolean;
  readonly note: HTMLElement;
}

/** Fields at the top fill every blank on the page. What is typed stays in the page: it may be a customer's data. */
export function startPlaceholders(): Placeholders {
  const say = pageWords();
  const fields = all('[data-blank]').flatMap((control) => readField(control) ?? []);
  const blanks = all('.placeholder[data-name]').map((node) => ({ node, name: node.dataset['name'] ?? '', label: node.textContent ?? '' }));
  for (const { node, label } of blanks) node.dataset['label'] = label;
  const listeners: (() => void)[] = [];
  let origin: HTMLElement | undefined;

  /** Where the agent came from, unless another variant hides it now; else the first wording in sight. */
  const wordingToSay = (): HTMLElement | undefined => [...(origin ? [origin] : []), ...all('[data-wording]')].find(isVisible);
  const check = ({ rule, control }: Field) => checkValue(rule, control.value);
  const isLacking = (field: Field) => check(field).problem !== undefined;

  const fill = (field: Field): void => {
    const { value, problem } = check(field);
    for (const { node, name, label } of blanks) {
      if (name !== field.name) continue;
      node.textContent = value === '' ? label : value;
      node.classList.toggle('filled', value !== '' && problem === undefined);
      node.classList.toggle('wrong', value !== '' && problem !== undefined);
    }
  };
  const tell = ({ control, note }: Field, words: string): void => {
    note.textContent = words;
    note.hidden = words === '';
    if (words === '') control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  };
  const wordsFor = ({ control }: Field, problem: PlaceholderProblem): string =>
    say(`problem.${problem}`, { example: control.dataset['sample'] ?? '', value: control.value });
  const left = document.querySelector('[data-left]');
  const changed = (): void => {
    const count = fields.filter(isLacking).length;
    if (left) {
      left.textContent = count > 0 ? say('placeholdersLeft', { count }) : say('placeholdersDone');
      left.classList.toggle('done', count === 0);
    }
    for (const listener of listeners) listener();
  };
  const set = (field: Field, value: string): void => {
    const { control } = field;
    control.value = value;
    const { value: checked, problem } = check(field);
    if (problem === undefined && control instanceof HTMLInputElement) control.value = checked;
    fill(field);
    // A select cannot hold what is none of its choices.
    if (value !== '' && control.value === '') tell(field, say('problem.choice', { value }));
    else tell(field, problem === undefined || problem === 'missing' ? '' : wordsFor(field, problem));
  };
  const takeFromAddress = (): void => {
    const { seen, unseen } = takeAddressValues();
    for (const field of fields) {
      const value = unseen.get(field.name) ?? (field.isPersonal ? undefined : seen.get(field.name));
      if (value !== undefined) set(field, value.slice(0, 200));
      else if (seen.has(field.name)) tell(field, say('personalInAddress'));
    }
    if (fields.length > 0) changed();
  };

  for (const field of fields) {
    const { control, note } = field;
    control.after(note);
    control.setAttribute('aria-describedby', note.id);
    control.addEventListener('input', () => {
      fill(field);
      // While typing nothing is wrong yet; what was wrong is told as long as it is.
      const { problem } = check(field);
      if (!note.hidden) tell(field, problem === undefined ? '' : wordsFor(field, problem));
      changed();
    });
    control.addEventListener('change', () => {
      const { value, problem } = check(field);
      if (problem === undefined && control instanceof HTMLInputElement) control.value = value;
      tell(field, problem === undefined || problem === 'missing' ? '' : wordsFor(field, problem));
    });
    control.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Escape') lead(event, wordingToSay());
      else if (event.key === 'Enter' && control instanceof HTMLInputElement) {
        const following = [...fields.slice(fields.indexOf(field) + 1), ...fields.slice(0, fields.indexOf(field))];
        lead(event, (isLacking(field) ? field : following.find(isLacking))?.control ?? wordingToSay());
        const { problem } = check(field);
        if (problem !== undefined) tell(field, wordsFor(field, problem));
      }
    });
    // A page restored from the browser's history keeps what was typed.
    if (control.value !== '') fill(field);
  }
  document.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const field of fields) set(field, '');
    changed();
    fields[0]?.control.focus();
  });
  // A click on a blank leads to its field.
  for (const { node, name } of blanks) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field || node.closest('a')) continue;
    node.addEventListener('click', () => {
      origin = node.closest<HTMLElement>('[data-wording]') ?? origin;
      field.control.focus();
    });
  }
  takeFromAddress();
  // A ticket desk may change what stands after # in a window that is open already.
  window.addEventListener('hashchange', takeFromAddress);

  return {
    focus: () => {
      const field = fields.find(isLacking) ?? fields[0];
      field?.control.focus();
      return field !== undefined;
    },
    lacksOf: (wording) => {
      const names = new Set(all('.placeholder[data-name]', wording).map((node) => node.dataset['name']));
      return fields
        .filter((field) => names.has(field.name) && isLacking(field))
        .map((field) => ({ label: field.label, isMissing: check(field).problem === 'missing', field: field.control }));
    },
    showLacks: (lacks) => {
      for (const field of fields) {
        const { problem } = check(field);
        if (problem !== undefined && lacks.some((lack) => lack.field === field.control)) tell(field, wordsFor(field, problem));
      }
    },
    sampleOf: (name) => fields.find((field) => field.name === name)?.control.dataset['sample'] ?? name,
    onChange: (listener) => listeners.push(listener),
    leadBackTo: (target) => {
      origin = target;
    },
  };

  function lead(event: Event, target: HTMLElement | undefined): void {
    event.preventDefault();
    if (target) target.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
}

function readField(control: HTMLElement): Field | undefined {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return undefined;
  const { blank: name = '', type, formats } = control.dataset;
  return {
    name,
    label: control.labels?.[0]?.firstChild?.textContent ?? name,
    control,
    rule: {
      type: placeholderTypes.find((candidate) => candidate === type) ?? 'text',
      required: control.getAttribute('aria-required') === 'true',
      choices: control instanceof HTMLSelectElement ? [...control.options].slice(1).map(({ value }) => value) : [],
      formats: formats?.split('\n') ?? [],
    },
    isPersonal: control.dataset['personal'] !== undefined,
    note: element('p', { class: 'field-note', id: `${control.id}Note`, hidden: true }),
  };
}
