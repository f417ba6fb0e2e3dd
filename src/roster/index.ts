export * from './source.js';
export * from './student.js';
