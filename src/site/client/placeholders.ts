import { all } from './page.js';

export interface Placeholders {
  /** Puts the cursor into the first empty field; false when the page has no blanks. */
  readonly focus: () => boolean;
}

/** Fields at the top fill every blank on the page. What is typed stays in the page: it may be a customer's data. */
export function startPlaceholders(): Placeholders {
  const fields = all('[data-blank]').filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
  const blanks = all('.placeholder[data-name]').map((node) => ({ node, name: node.dataset['name'] ?? '', label: node.textContent ?? '' }));
  for (const { node, label } of blanks) node.dataset['label'] = label;

  const fill = (name: string, value: string): void => {
    for (const blank of blanks) {
      if (blank.name !== name) continue;
      blank.node.textContent = value === '' ? blank.label : value;
      blank.node.classList.toggle('filled', value !== '');
    }
  };
  for (const field of fields) {
    field.addEventListener('input', () => fill(field.dataset['blank'] ?? '', field.value.trim()));
    // A page restored from the browser's history keeps what was typed.
    if (field.value !== '') fill(field.dataset['blank'] ?? '', field.value.trim());
  }
  document.querySelector('[data-clear]')?.addEventListener('click', () => {
    for (const field of fields) {
      field.value = '';
      fill(field.dataset['blank'] ?? '', '');
    }
    fields[0]?.focus();
  });
  // A click on a blank leads to its field.
  for (const { node, name } of blanks) {
    const field = fields.find((candidate) => candidate.dataset['blank'] === name);
    if (!field || node.closest('a')) continue;
    node.addEventListener('click', () => field.focus());
  }
  return {
    focus: () => {
      const field = fields.find((candidate) => candidate.value === '') ?? fields[0];
      field?.focus();
      return field !== undefined;
    },
  };
}
