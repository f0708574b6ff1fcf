import { element } from '../page.js';

export interface OpenDialog {
  readonly dialog: HTMLDialogElement;
  readonly close: () => void;
}

/** A window over the page with a title; Escape and a press beside it close it, and it is gone then. */
export function openDialog(title: string, isDrill: boolean, content: readonly Node[], whenClosed: () => void = () => {}): OpenDialog {
  const dialog = element(
    'dialog',
    { class: isDrill ? 'run-dialog run-striped' : 'run-dialog', 'aria-label': title },
    element('div', { class: 'run-dialog-content' }, element('h2', {}, title), ...content),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    whenClosed();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close: () => dialog.close() };
}

export function button(words: string, press: () => void, className = 'button'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, words);
  made.addEventListener('click', press);
  return made;
}

/** A labelled line to type in. Enter there does the same as the button that follows. */
export function textField(
  label: string,
  value: string,
  maxLength: number,
): { readonly field: HTMLElement; readonly input: HTMLInputElement } {
  const input = element('input', { type: 'text', maxlength: String(maxLength), autocomplete: 'off' });
  input.value = value;
  return { field: element('label', { class: 'run-field' }, element('span', {}, label), input), input };
}
