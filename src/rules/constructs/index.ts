export type { CheckedPart, CheckedValue } from './checked.js';
export {
  type Builder,
  type Expander,
  type Extent,
  type Handle,
  type Meanings,
  type Meant,
  type Nested,
  NONE,
  type Raw,
  type ValueChecker,
} from './contract.js';
export type { ConstructKind, PartDocument, ValueDocument } from './documents.js';
export { extentOf, sumExtent } from './extent.js';
export {
  checkValue,
  expandValue,
  figureSchemas,
  lowerValue,
  meaningOf,
  partSchemas,
  readsOfValue,
  typeOfValue,
} from './list.js';
export type { CheckedSection, SectionDocument } from './section/document.js';
