export type { Moment } from './build.js';
export type { Cell, Exploration } from './cell.js';
export {
  type Context,
  compile,
  type Plan,
  type PlannedFigure,
  type PlannedPart,
  type PlannedProgramme,
} from './compile.js';
export type { Segment } from './domain.js';
export { codeOf, explore, MOST_CELLS, openInput, type Told } from './explore.js';
export type { PlanInput } from './input.js';
export { questionId } from './inputs.js';
export { evaluate, interpret } from './interpret.js';
export { type ListStanding, listStanding } from './list-standing.js';
export { type Node, type NodeId, operands } from './node.js';
export {
  EITHER,
  exactly,
  FALSE,
  hasValue,
  isCode,
  isFlag,
  MISSING_CODE,
  MISSING_FLAG,
  MISSING_NUMBER,
  NO_CODE,
  NO_FLAG,
  NO_NUMBER,
  type Possible,
  type PossibleCode,
  type PossibleFlag,
  type PossibleNumber,
  settled,
  TRUE,
  UNREACHED,
} from './possible.js';
export { seenNodes } from './seen.js';
