import { BATCH_MESSAGES } from '../batch/index.js';
import { CASES_MESSAGES } from '../cases/index.js';
import { CHECK_MESSAGES } from '../check/index.js';
import { type Language, renderIssue } from '../explain/index.js';
import type { Issue } from '../value/index.js';

const MESSAGES = { ...BATCH_MESSAGES, ...CASES_MESSAGES, ...CHECK_MESSAGES };

/** One line for an issue, in the words of all rooms. */
export const issueLine =
  (lang: Language) =>
  (issue: Issue): string =>
    renderIssue(issue, lang, MESSAGES);
