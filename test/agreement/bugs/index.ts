import type { Bug } from '../plant.js';
import { IN_CONSTRUCTS } from './constructs.js';
import { IN_CORE } from './core.js';
import { IN_EXPLORING } from './exploring.js';
import { IN_FORMULAS } from './formulas.js';
import { IN_TIERS } from './tiers.js';

const inBuilding = [...IN_CONSTRUCTS, ...IN_TIERS, ...IN_FORMULAS];

/** Mistakes that a person makes in the plan, each small enough to be read over. */
export const BUGS: readonly Bug[] = [
  ...inBuilding.map((bug): Bug => ({ ...bug, builds: true })),
  ...IN_CORE,
  ...IN_EXPLORING,
];
