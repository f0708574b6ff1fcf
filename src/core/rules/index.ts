import { assetWithoutAlt } from './asset-without-alt.js';
import { brokenAnchor } from './broken-anchor.js';
import { brokenInclude } from './broken-include.js';
import { brokenLink } from './broken-link.js';
import { circularReplacement } from './circular-replacement.js';
import { configSchema } from './config-schema.js';
import { coursePage } from './course-page.js';
import { duplicateHeading } from './duplicate-heading.js';
import { duplicateId } from './duplicate-id.js';
import { emptySection } from './empty-section.js';
import { expired } from './expired.js';
import { feedbackWrong } from './feedback-wrong.js';
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
import { missingReplacement } from './missing-replacement.js';
import { missingSection } from './missing-section.js';
import { notYetValid } from './not-yet-valid.js';
import { orphanPage } from './orphan-page.js';
import { personalData } from './personal-data.js';
import { reviewOverdue } from './review-overdue.js';
import type { Rule } from './rule.js';
import { searchExpectation } from './search-expectation.js';
import { sectionContent } from './section-content.js';
import { sectionOrder } from './section-order.js';
import { silenceWithoutReason } from './silence-without-reason.js';
import { stepWithoutLimit } from './step-without-limit.js';
import { stepWithoutOwner } from './step-without-owner.js';
import { translationMissing } from './translation-missing.js';
import { translationStale } from './translation-stale.js';
import { undeclaredPlaceholder } from './undeclared-placeholder.js';
import { unexpectedSection } from './unexpected-section.js';
import { unknownChannel } from './unknown-channel.js';
import { unknownRole } from './unknown-role.js';
import { unknownTier } from './unknown-tier.js';
import { unknownType } from './unknown-type.js';
import { unknownVariable } from './unknown-variable.js';
import { unparsableFile } from './unparsable-file.js';
import { unusedPlaceholder } from './unused-placeholder.js';
import { yamlSyntax } from './yaml-syntax.js';

/** Every rule, in the order of the documentation. The only list. */
export const rules: readonly Rule[] = [
  configSchema,
  unparsableFile,
  frontMatterLanguage,
  yamlSyntax,
  frontMatterSchema,
  missingId,
  duplicateId,
  unknownType,
  unknownChannel,
  unknownTier,
  missingSection,
  unexpectedSection,
  sectionOrder,
  emptySection,
  sectionContent,
  headingOrder,
  duplicateHeading,
  brokenLink,
  coursePage,
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
  unknownRole,
  stepWithoutOwner,
  stepWithoutLimit,
  matrixIncomplete,
  flowDeadEnd,
  flowUnreachable,
  flowNoOutcome,
  reviewOverdue,
  notYetValid,
  expired,
  missingReplacement,
  circularReplacement,
  translationMissing,
  translationStale,
  orphanPage,
  searchExpectation,
  feedbackWrong,
  silenceWithoutReason,
];
