export { BLOCKS, type Change, type ChangeBlock } from './change.js';
export { compareEditions } from './compare.js';
