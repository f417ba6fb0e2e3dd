import type { MessageCatalogue } from '../explain/index.js';
import { JOB_MESSAGES } from './job/index.js';
import { READ_MESSAGES } from './read/index.js';
import { RUN_MESSAGES } from './run/messages.js';
import { SHADOW_MESSAGES } from './shadow/messages.js';
import { SOURCE_MESSAGES } from './source/index.js';

/** The sentences of every issue that reading files and running a job can give. */
export const BATCH_MESSAGES: MessageCatalogue = {
  ...READ_MESSAGES,
  ...JOB_MESSAGES,
  ...SOURCE_MESSAGES,
  ...RUN_MESSAGES,
  ...SHADOW_MESSAGES,
};
