import type { CategoryInput, Decision, Enrolment, FactInput, Student } from '../roster/index.js';
import { nearest, type RuleSet } from '../rules/index.js';
import { error, type Issue } from '../value/index.js';
import type { CaseCategory, RuleCase, Said } from './case-file.js';

/** Members of an enrolment that a case gives under `facts`; the school is no fact of any rule file. */
const ENROLMENT = ['school', 'stage', 'setting', 'grade', 'boarder'] as const;
type EnrolmentMember = (typeof ENROLMENT)[number];
const NO_SCHOOL = 'school';
/** Takes back what a base says: the fact is not known. */
const UNKNOWN = 'unknown';

const factOf = (rules: RuleSet, id: string) =>
  Object.hasOwn(rules.document.facts, id) ? rules.document.facts[id] : undefined;

const isEnrolmentMember = (rules: RuleSet, id: string): id is EnrolmentMember =>
  (ENROLMENT as readonly string[]).includes(id) &&
  (id === 'school' || factOf(rules, id)?.origin === 'enrolment');

/**
 * The student of a case: facts not named are not known, categories not named are `out`. Issues:
 * `cases.unknownName` (a fact or category that the rule file does not have), `cases.misfit` (a grade or a boarding
 * flag that is none; every other value is for `determine` to judge, as it would be in a run).
 */
export function studentOf(
  rules: RuleSet,
  one: RuleCase,
): { readonly student: Student; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const facts: Record<string, FactInput> = {};
  const enrolled: Partial<Record<EnrolmentMember, Said<string>>> = {};
  for (const [id, said] of Object.entries(one.facts)) {
    const known = said.value !== UNKNOWN;
    if (id !== 'school' && factOf(rules, id) === undefined)
      issues.push(unknownName('fact', id, Object.keys(rules.document.facts), said));
    else if (known && isEnrolmentMember(rules, id)) enrolled[id] = said;
    else if (known) facts[id] = inputOf(rules, id, said.value);
  }
  for (const [id, said] of Object.entries(one.categories)) {
    const listed = rules.categories.filter((category) => category.list !== undefined).map((c) => c.id);
    if (!listed.includes(id)) issues.push(unknownName('category', id, listed, said));
  }
  const decisions = one.decisions.map((decision): Decision => {
    if (decision.kind !== 'fact') return decision;
    return { ...decision, value: inputOf(rules, decision.fact, String(decision.value)) };
  });
  const student: Student = {
    key: one.id,
    enrolments: [enrolmentOf(enrolled, issues)],
    applied: one.applied,
    aidedBefore: one.aidedBefore,
    signals: one.signals,
    facts,
    categories: Object.entries(one.categories).map(([category, { value }]) => categoryOf(category, value)),
    otherCategories: 'out',
    decisions,
  };
  return { student, issues };
}

function categoryOf(category: string, said: CaseCategory): CategoryInput {
  if (said === 'in' || said === 'out' || said === 'unknown') return { category, status: said };
  return { category, status: 'unknown', doubt: said };
}

/** A name the rule file does not have, with what it was near to. */
export function unknownName(
  kind: string,
  name: string,
  known: readonly string[],
  said: Said<unknown>,
): Issue {
  const near = nearest(name, known);
  return error('cases.unknownName', near === null ? { kind, name } : { kind, name, near }, said.place);
}

/** The text of the file as a caller would hand the value in. What does not fit stays text, for `determine` to name. */
function inputOf(rules: RuleSet, fact: string, text: string): FactInput {
  const type = factOf(rules, fact)?.type;
  if (type === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return type === 'number' ? text.replaceAll('_', '') : text;
}

function enrolmentOf(
  said: Readonly<Partial<Record<EnrolmentMember, Said<string>>>>,
  issues: Issue[],
): Enrolment {
  const { school, stage, setting, grade, boarder } = said;
  const misfit = (fact: string, { value, place }: Said<string>): void => {
    issues.push(error('cases.misfit', { fact, found: value }, place));
  };
  if (grade !== undefined && !/^[0-9]{1,2}$/.test(grade.value)) misfit('grade', grade);
  if (boarder !== undefined && boarder.value !== 'true' && boarder.value !== 'false')
    misfit('boarder', boarder);
  return {
    school: school?.value ?? NO_SCHOOL,
    ...(stage === undefined ? {} : { stage: stage.value as NonNullable<Enrolment['stage']> }),
    ...(setting === undefined ? {} : { setting: setting.value as NonNullable<Enrolment['setting']> }),
    ...(grade === undefined ? {} : { grade: Number(grade.value) }),
    ...(boarder === undefined ? {} : { boarder: boarder.value === 'true' }),
  };
}
