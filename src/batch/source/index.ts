export type { EntryDecisionRow, StudentDecisionRow } from './decisions.js';
export type { FactValue } from './fact-cell.js';
export { type FileReader, type InputFile, type Inputs, readInputs } from './inputs.js';
export { SOURCE_MESSAGES } from './messages.js';
export { readSources, type SheetRows, type Sources } from './read-sources.js';
export type { EnrolmentRow } from './roster.js';
export type { RowOfNoPerson } from './rows.js';
export type { School } from './schools.js';
export type { FactRow } from './student-facts.js';
