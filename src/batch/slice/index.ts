export { SLICE_BY, type SliceBy } from './parts.js';
export { type SliceEnd, sliceRun, type WrittenSlice } from './slice-run.js';
