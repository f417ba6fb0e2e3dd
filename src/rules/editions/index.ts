export type { Removed } from './apply.js';
export { BLOCKS as CHANGE_BLOCKS, type Change, type ChangeBlock, compareEditions } from './compare/index.js';
export { type Composed, compose, type EditionText, type Known, type Predecessor } from './compose.js';
export { timeIssues } from './in-time.js';
export { type Edition, editionAt, type InTime, inOrder, type Library } from './library.js';
