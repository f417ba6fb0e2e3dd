import type { Edit } from './mutant.js';
import { floors } from './operators/floors.js';
import { formulas } from './operators/formulas.js';
import { swaps } from './operators/neighbours.js';
import { moves } from './operators/numbers.js';
import { removals } from './operators/removals.js';
import { rowConditions } from './operators/rows.js';
import { words } from './operators/words.js';
import { sitesOf } from './sites.js';

const OPERATORS = [moves, swaps, floors, removals, words, rowConditions, formulas] as const;

/** Every systematic mutant of a written rule file, in the order of the file; each differs from it by one edit. */
export function mutantsOf(root: unknown): readonly Edit[] {
  return sitesOf(root).flatMap((site) => OPERATORS.flatMap((operator) => operator(root, site)));
}
