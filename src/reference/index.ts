export * from './assignment.js';
export * from './completions.js';
export * from './meaning.js';
