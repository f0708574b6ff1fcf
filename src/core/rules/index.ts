import { assetWithoutAlt } from './asset-without-alt.js';
import { brokenAnchor } from './broken-anchor.js';
import { brokenInclude } from './broken-include.js';
import { brokenLink } from './broken-link.js';
import { duplicateHeading } from './duplicate-heading.js';
import { duplicateId } from './duplicate-id.js';
import { emptySection } from './empty-section.js';
import { flowDeadEnd } from './flow-dead-end.js';
import { flowNoOutcome } from './flow-no-outcome.js';
import { flowUnreachable } from './flow-unreachable.js';
import { forbiddenWording } from './forbidden-wording.js';
import { frontMatterLanguage } from './front-matter-language.js';
import { frontMatterSchema } from './front-matter-schema.js';
import { headingOrder } from './heading-order.js';
import { idChangedForm } from './id-changed-form.js';
import { includeCycle } from './include-cycle.js';
import { matrixIncomplete } from './matrix-incomplete.js';
import { messageTooLong } from './message-too-long.js';
import { missingAsset } from './missing-asset.js';
import { missingId } from './missing-id.js';
import { missingSection } from './missing-section.js';
import { personalData } from './personal-data.js';
import type { Rule } from './rule.js';
import { sectionContent } from './section-content.js';
import { sectionOrder } from './section-order.js';
import { stepWithoutLimit } from './step-without-limit.js';
import { stepWithoutOwner } from './step-without-owner.js';
import { undeclaredPlaceholder } from './undeclared-placeholder.js';
import { unexpectedSection } from './unexpected-section.js';
import { unknownType } from './unknown-type.js';
import { unknownVariable } from './unknown-variable.js';
import { unparsableFile } from './unparsable-file.js';
import { unusedPlaceholder } from './unused-placeholder.js';
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
  unexpectedSection,
  sectionOrder,
  emptySection,
  sectionContent,
  headingOrder,
  duplicateHeading,
  brokenLink,
  idChangedForm,
  brokenAnchor,
  missingAsset,
  assetWithoutAlt,
  brokenInclude,
  includeCycle,
  undeclaredPlaceholder,
  unusedPlaceholder,
  unknownVariable,
  forbiddenWording,
  personalData,
  messageTooLong,
  stepWithoutOwner,
  stepWithoutLimit,
  matrixIncomplete,
  flowDeadEnd,
  flowUnreachable,
  flowNoOutcome,
];
