export * from './read.js';
export * from './tree.js';
