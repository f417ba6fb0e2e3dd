// The modules that these tests look into.
export {
  type Builder,
  type CheckedValue,
  checkValue,
  type Expander,
  expandValue,
  figureSchemas,
  type Handle,
  lowerValue,
  type Meanings,
  type Meant,
  meaningOf,
  NONE,
  partSchemas,
  type Raw,
  type ValueChecker,
  type ValueDocument,
} from '../../../src/rules/constructs/index.js';
export * from '../../../src/rules/formula/index.js';
export type { Wanted } from '../../../src/rules/formula/wanted.js';
export { valueReadings } from '../../../src/rules/readings.js';
export * from '../../../src/value/index.js';
