export * from './balance.js';
export * from './balances.js';
export * from './decided.js';
export * from './determinations.js';
export * from './ledger.js';
export * from './manifest.js';
export * from './summary.js';
export * from './tally.js';
