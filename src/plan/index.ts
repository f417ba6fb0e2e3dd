export { CoreBuilder, type Moment } from './build.js';
export { type CalendarOp, calendarValue, dayOf } from './calendar.js';
export type { Cell, Exploration } from './cell.js';
export { codesOf } from './codes.js';
export {
  type Context,
  compile,
  compileOpen,
  type OpenPlan,
  type Plan,
  type PlannedFigure,
  type PlannedPart,
  type PlannedProgramme,
} from './compile.js';
export { cutsOf } from './cuts.js';
export { type Domain, domainsOf, type Segment } from './domain.js';
export { codeOf, explore, MOST_CELLS, openInput, type Told } from './explore.js';
export type { PlanInput } from './input.js';
export { InputList, questionId } from './inputs.js';
export { evaluate, interpret, rowOf } from './interpret.js';
export { type ListStanding, listStanding } from './list-standing.js';
export { lowerBase, lowerFloor } from './lower-tier.js';
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
