import { article } from './article.js';
import { caseType } from './case.js';
import { flow } from './flow.js';
import type { BuiltInType } from './playbook-type.js';
import { policy } from './policy.js';
import { protocol } from './protocol.js';
import { response } from './response.js';
import { retrospective } from './retrospective.js';
import { script } from './script.js';
import { snippet } from './snippet.js';

/** The built-in types, in the order in which they are offered and listed. */
export const builtInTypes: readonly BuiltInType[] = [script, response, protocol, flow, policy, article, caseType, retrospective, snippet];
