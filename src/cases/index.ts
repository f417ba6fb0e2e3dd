export type { CaseCategory, CaseFile, Expected, RuleCase, Said, Unnoticed } from './case-file.js';
export { describeCase, describeReport, type IssueRenderer } from './describe.js';
export { Holding } from './holding.js';
export { CASES_MESSAGES } from './messages.js';
export { readCases } from './read.js';
export type { CaseReport, CaseResult, Difference } from './report.js';
export { runCases } from './run.js';
