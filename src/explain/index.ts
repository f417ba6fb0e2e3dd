export type { TextPart } from './about.js';
export { explain, renderExplanation } from './explain.js';
export { renderIssue, renderPlace } from './issue.js';
export * from './labels.js';
export { LANGUAGES, type Language, type Said } from './language.js';
export { MESSAGES, type MessageCatalogue } from './messages/index.js';
export { grouped, money, quantity } from './quantity.js';
