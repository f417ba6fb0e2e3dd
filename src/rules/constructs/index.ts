export type { CheckedPart, CheckedValue } from './checked.js';
export type { Builder, Expander, Extent, Handle, Meanings, Meant, Raw, ValueChecker } from './contract.js';
export type { ConstructKind, PartDocument, ValueDocument } from './documents.js';
export { checkValue, expandValue, figureSchemas, lowerValue, meaningOf, partSchemas } from './list.js';
export type { CheckedSection, SectionDocument } from './section/document.js';
