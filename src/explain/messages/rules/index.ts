import type { MessageCatalogue } from '../catalogue.js';
import { ABSENCE_MESSAGES } from './absence.js';
import { BLOCK_MESSAGES } from './blocks.js';
import { DATE_MESSAGES } from './dates.js';
import { EDITION_MESSAGES } from './editions.js';
import { FORMULA_MESSAGES } from './formulas.js';
import { NAME_MESSAGES } from './names.js';
import { TABLE_MESSAGES } from './tables.js';
import { TEXT_MESSAGES } from './text.js';
import { VALUE_MESSAGES } from './values.js';

/**
 * Findings of reading a rule file. Each sentence says what is wrong, why it is refused rather than guessed at, and
 * what to write instead; where and which code stand before it.
 */
export const RULES_MESSAGES: MessageCatalogue = {
  ...TEXT_MESSAGES,
  ...VALUE_MESSAGES,
  ...NAME_MESSAGES,
  ...FORMULA_MESSAGES,
  ...DATE_MESSAGES,
  ...TABLE_MESSAGES,
  ...ABSENCE_MESSAGES,
  ...BLOCK_MESSAGES,
  ...EDITION_MESSAGES,
};
