import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlaceholderDefinition } from '../../core/model/playbook.js';
import type { Say } from '../words.js';

/** One small field for each blank; the browser code fills all wording as they are typed in. Without it, the list of blanks. */
export function placeholderForm(placeholders: readonly PlaceholderDefinition[], say: Say): Element {
  return h('section', { className: ['placeholders'], dataPlaceholders: '', ariaLabel: say('placeholders') }, [
    h('div', { className: ['placeholders-head'] }, [
      h('h2', { title: say('placeholdersHint') }, say('placeholders')),
      h('kbd', { className: ['script-only'] }, 'p'),
      h('span', { className: ['hint'] }, say('placeholdersHint')),
      h('button', { type: 'button', className: ['text-button', 'script-only'], dataClear: '' }, say('clear')),
    ]),
    h(
      'div',
      { className: ['placeholder-fields'] },
      placeholders.map((placeholder, index) => field(placeholder, index, say)),
    ),
  ]);
}

function field(placeholder: PlaceholderDefinition, index: number, say: Say): Element {
  const { name, label = name, example, choices, type, pii, required } = placeholder;
  const id = `pageBlank${index}`;
  const control =
    type === 'choice' && choices.length > 0
      ? h('select', { id, dataBlank: name }, [
          h('option', { value: '' }, say('choose')),
          ...choices.map((choice) => h('option', { value: choice }, choice)),
        ])
      : h('input', {
          id,
          type: 'text',
          dataBlank: name,
          autoComplete: 'off',
          spellCheck: 'false',
          maxLength: 200,
          inputMode: type === 'number' ? 'numeric' : type === 'amount' ? 'decimal' : type === 'phone' ? 'tel' : 'text',
          placeholder: example === undefined ? '' : say('example', { example }),
        });
  return h('div', { className: ['field'] }, [
    h('label', { htmlFor: id }, [label, ...(required ? [h('span', { className: ['required'], ariaHidden: 'true' }, '*')] : [])]),
    control,
    ...(pii ? [h('span', { className: ['pii'], title: say('personalData') }, say('personalData'))] : []),
  ]);
}
