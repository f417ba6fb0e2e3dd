import type { MessageCatalogue } from '../catalogue.js';
import { DECISION_MESSAGES } from './decisions.js';
import { FACT_MESSAGES } from './facts.js';
import { STUDENT_MESSAGES } from './student.js';

/**
 * Findings about what was handed in for one student. A value that cannot be used counts as not known, never as 0 or
 * as no; each sentence says so.
 */
export const DETERMINE_MESSAGES: MessageCatalogue = {
  ...STUDENT_MESSAGES,
  ...FACT_MESSAGES,
  ...DECISION_MESSAGES,
};
