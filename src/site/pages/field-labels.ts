import { z } from 'zod';
import type { Locale } from '../../core/model/locale.js';
import { isRecord } from '../../core/parse/fields.js';
import { commonFields } from '../../core/types/fields.js';
import { builtInTypes } from '../../core/types/index.js';
import type { PlaybookType } from '../../core/types/playbook-type.js';

/** A type's own front-matter fields with what they are called, in its order; those all types have are left out. */
export function ownFields(type: PlaybookType, locale: Locale): readonly { readonly name: string; readonly label: string }[] {
  const shape = type.builtIn ? builtInTypes.find((candidate) => candidate.name === type.name)?.fields.shape : undefined;
  return type.fieldNames
    .filter((name) => !Object.hasOwn(commonFields, name))
    .map((name) => {
      const schema = shape?.[name];
      const meaning = schema ? z.globalRegistry.get(schema)?.['meaning'] : undefined;
      const label = isRecord(meaning) ? meaning[locale] : undefined;
      return { name, label: typeof label === 'string' ? label : name };
    });
}
