/** The public list of the pure core, names only. */

export {
  type Award,
  type Because,
  type Determination,
  determine,
  NOT_RECOGNISED,
  OUTCOMES,
  type Outcome,
  type Question,
  type Reason,
  type Recommendation,
  referenceDetermine,
  SEMANTICS,
  type TracedPart,
  type UsedCategory,
  type UsedFact,
} from './determine/index.js';
export { explain, renderExplanation, renderIssue, type TextPart } from './explain/index.js';
export { type Context, compile, type ListStanding, listStanding, type Plan } from './plan/index.js';
export {
  assembleRoster,
  type Candidate,
  type DepartmentList,
  type EntryDecision,
  type EntryOutcome,
  type EntryState,
  type Equation,
  EXACT_POLICY,
  type ListEntry,
  type MatchPolicy,
  type Reconciliation,
  type RosterPerson,
  reconcile,
} from './reconcile/index.js';
export {
  type CategoryDoubt,
  type CategoryInput,
  type Decision,
  type Enrolment,
  type FactInput,
  readPersonName,
  readResidentId,
  readStudentNumber,
  SETTINGS,
  type Setting,
  type SourceRef,
  STAGES,
  type Stage,
  type Student,
} from './roster/index.js';
export { loadExpanded, type RuleDocument, type RuleSet, readRules, type Words } from './rules/index.js';
export {
  type CivilDate,
  canonicalJson,
  type Digest,
  digestBytes,
  digestJson,
  type Exact,
  type Issue,
  type Place,
  type Result,
} from './value/index.js';
