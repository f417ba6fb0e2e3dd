import { RECONCILE_MESSAGES } from '../../reconcile/index.js';
import { ROSTER_MESSAGES } from '../../roster/index.js';
import type { MessageCatalogue } from './catalogue.js';
import { DETERMINE_MESSAGES } from './determine/index.js';
import { PLAN_MESSAGES } from './plan.js';
import { RULES_MESSAGES } from './rules/index.js';

export type { MessageCatalogue } from './catalogue.js';
export { asksFor, fill } from './template.js';
export { isVocabulary } from './vocabulary.js';

/** Every sentence of the core, by code. Readers of files bring their own. */
export const MESSAGES: MessageCatalogue = {
  ...RULES_MESSAGES,
  ...PLAN_MESSAGES,
  ...DETERMINE_MESSAGES,
  ...ROSTER_MESSAGES,
  ...RECONCILE_MESSAGES,
};
