import type { Element } from 'hast';
import { h } from 'hastscript';
import { sampleOf } from '../../core/content/placeholder-values.js';
import type { PlaceholderDefinition } from '../../core/model/playbook.js';
import type { Say } from '../words.js';

/** One small field for each blank; the browser code fills all wording as they are typed in. Without it, the list of blanks. */
export function placeholderForm(placeholders: readonly PlaceholderDefinition[], say: Say): Element {
  return h('section', { className: ['placeholders'], dataPlaceholders: '', ariaLabel: say('placeholders') }, [
    h('div', { className: ['placeholders-head'] }, [
      h('h2', { title: say('placeholdersHint') }, say('placeholders')),
      h('kbd', { className: ['script-only'] }, 'p'),
      h('span', { className: ['hint'] }, say('placeholdersHint')),
      h('span', { className: ['left', 'script-only'], dataLeft: '' }),
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
  const { name, label = name, example, choices, formats, type, pii, required } = placeholder;
  const id = `pageBlank${index}`;
  const isChoice = type === 'choice' && choices.length > 0;
  const shared = {
    id,
    dataBlank: name,
    dataType: type,
    ...(required && { ariaRequired: 'true' }),
    ...(pii && { dataPersonal: '' }),
    ...(formats.length > 0 && { dataFormats: formats.join('\n') }),
    // What a length is counted with while the field is empty.
    dataSample: sampleOf(placeholder),
    autoComplete: 'off',
  };
  const control = isChoice
    ? h('select', shared, [h('option', { value: '' }, say('choose')), ...choices.map((choice) => h('option', { value: choice }, choice))])
    : h('input', {
        ...shared,
        type: 'text',
        spellCheck: 'false',
        maxLength: 200,
        inputMode: type === 'number' ? 'numeric' : type === 'amount' ? 'decimal' : type === 'phone' ? 'tel' : 'text',
        enterKeyHint: 'next',
        placeholder: example === undefined ? '' : say('example', { example }),
      });
  return h('div', { className: ['field'] }, [
    h('label', { htmlFor: id }, [
      label,
      ...(required ? [h('span', { className: ['required'], title: say('requiredField'), ariaHidden: 'true' }, '*')] : []),
      ...(pii ? [h('span', { className: ['pii'] }, say('personalData'))] : []),
    ]),
    control,
  ]);
}
