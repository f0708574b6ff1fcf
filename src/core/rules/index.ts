import { brokenLink } from './broken-link.js';
import { duplicateId } from './duplicate-id.js';
import { frontMatterLanguage } from './front-matter-language.js';
import { frontMatterSchema } from './front-matter-schema.js';
import { idChangedForm } from './id-changed-form.js';
import { missingId } from './missing-id.js';
import { missingSection } from './missing-section.js';
import type { Rule } from './rule.js';
import { unknownType } from './unknown-type.js';
import { unparsableFile } from './unparsable-file.js';
import { yamlSyntax } from './yaml-syntax.js';

/** Every rule, in the order of the documentation. The only list. */
export const rules: readonly Rule[] = [
  unparsableFile,
  frontMatterLanguage,
  yamlSyntax,
  frontMatterSchema,
  missingId,
  duplicateId,
  unknownType,
  missingSection,
  brokenLink,
  idChangedForm,
];
