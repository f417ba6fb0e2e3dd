export * from './ast.js';
export * from './check.js';
export * from './expression.js';
export * from './parser.js';
export * from './print.js';
export * from './units.js';
