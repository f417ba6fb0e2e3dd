export {
  type Context,
  compile,
  type Plan,
  type PlannedPart,
  type PlannedProgramme,
} from './compile.js';
export { type Grid, gridOf, gridValue } from './cuts.js';
export { type Cell, codeOf, type Exploration, Explorer, MOST_CELLS, type Segment } from './explore.js';
export type { PlanInput } from './input.js';
export { evaluate, interpret } from './interpret.js';
export { type ListStanding, listStanding } from './list-standing.js';
export { type Node, type NodeId, operands } from './node.js';
export {
  EITHER,
  exactly,
  FALSE,
  isFlag,
  MISSING_FLAG,
  MISSING_NUMBER,
  type Possible,
  type PossibleFlag,
  type PossibleNumber,
  settled,
  TRUE,
} from './possible.js';
