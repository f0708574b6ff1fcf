import { brokenLink } from './broken-link.js';
import { missingSection } from './missing-section.js';
import type { Rule } from './rule.js';
import { yamlSyntax } from './yaml-syntax.js';

/** Every rule, in the order of the documentation. The only list. */
export const rules: readonly Rule[] = [yamlSyntax, missingSection, brokenLink];
