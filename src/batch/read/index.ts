export { columnLetter } from './cells.js';
export { READ_MESSAGES, type ReadCode } from './codes.js';
export { READ_LIMIT_WORDS, READ_LIMITS, type ReadLimit } from './limits.js';
export { type ReadOptions, readTable, type TableInput } from './read-table.js';
export { bareHeader, KNOWN_HEADERS } from './text/index.js';
