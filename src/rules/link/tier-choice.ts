import type { Type } from '../formula/index.js';

/** Below the last tier of every scheme lies this one. */
export const NOT_RECOGNISED = 'not_recognised';

/** Tiers are the options of this ordered choice, `not_recognised` first: `tier >= hard` reads "hard or more aid". */
export const TIER = 'tier';
export const POINTS: Type = { kind: 'number', unit: 'point' };
