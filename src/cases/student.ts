import type { Plan } from '../plan/index.js';
import type { CategoryInput, Decision, Enrolment, FactInput, ScalarInput, Student } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { error, type Issue, type Result } from '../value/index.js';
import type { CaseCategory, CaseDecision, CaseValue, RuleCase, Said } from './case-file.js';
import { inputOf, scalarOf } from './input.js';
import { categoriesByRows } from './listed.js';
import { givableOf } from './names.js';
import { unknownName } from './unknown-name.js';

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
 * The student of a case: facts not named are not known; categories not named are what the student's rows of lists say, by
 * the conditions of the rule file, as in a run; else they are `out`. Issues: `cases.unknownName` (a fact, category, paper or
 * given figure that the rule file does not have), `cases.misfit` (a grade or a boarding flag that is none; every other value
 * is for `determine` to judge, as it would be in a run), and those of {@link categoriesByRows}.
 */
export function studentOf(
  rules: RuleSet,
  one: RuleCase,
  plan: Result<Plan>,
): { readonly student: Student; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const facts: Record<string, FactInput> = {};
  const enrolled: Partial<Record<EnrolmentMember, Said<CaseValue>>> = {};
  for (const [id, said] of Object.entries(one.facts)) {
    const known = said.value !== UNKNOWN;
    if (id !== 'school' && factOf(rules, id) === undefined)
      issues.push(unknownName('fact', id, Object.keys(rules.document.facts), said));
    else if (known && isEnrolmentMember(rules, id)) enrolled[id] = said;
    else if (known) facts[id] = inputOf(factOf(rules, id), said.value);
  }
  const listed = rules.categories.filter((category) => category.list !== undefined).map((c) => c.id);
  for (const [id, said] of Object.entries(one.categories))
    if (!listed.includes(id)) issues.push(unknownName('category', id, listed, said));
  const papers = rules.evidence.map(({ id }) => id);
  for (const said of one.papers)
    if (!papers.includes(said.value.paper)) issues.push(unknownName('paper', said.value.paper, papers, said));
  const givable = givableOf(rules);
  const given: Record<string, ScalarInput> = {};
  for (const [path, said] of Object.entries(one.given)) {
    const type = givable.get(path);
    if (type === undefined) issues.push(unknownName('given', path, [...givable.keys()], said));
    else if (said.value !== UNKNOWN) given[path] = scalarOf(type, said.value);
  }
  const byRows = categoriesByRows(rules, one, plan);
  issues.push(...byRows.issues);
  const student: Student = {
    key: one.id,
    enrolments: [enrolmentOf(enrolled, issues)],
    applied: one.applied,
    aidedBefore: one.aidedBefore,
    signals: one.signals,
    facts,
    categories: [
      ...Object.entries(one.categories).map(([category, { value }]) => categoryOf(category, value)),
      ...byRows.categories,
    ],
    otherCategories: 'out',
    decisions: one.decisions.map((decision) => decisionOf(rules, decision)),
    papers: one.papers.map(({ value }) => value),
    given,
  };
  return { student, issues };
}

function decisionOf(rules: RuleSet, decision: CaseDecision): Decision {
  if (decision.kind === 'fact')
    return { ...decision, value: inputOf(factOf(rules, decision.fact), decision.value) };
  if (decision.kind !== 'figure') return decision;
  const type = rules.figures.find(({ id }) => id === decision.figure)?.type.kind ?? 'text';
  return { ...decision, value: scalarOf(type, String(decision.value)) };
}

function categoryOf(category: string, said: CaseCategory): CategoryInput {
  if (said === 'in' || said === 'out' || said === 'unknown') return { category, status: said };
  return { category, status: 'unknown', doubt: said };
}

function enrolmentOf(
  said: Readonly<Partial<Record<EnrolmentMember, Said<CaseValue>>>>,
  issues: Issue[],
): Enrolment {
  const text = (member: EnrolmentMember, fits: RegExp): string | null => {
    const one = said[member];
    if (one === undefined) return null;
    if (typeof one.value === 'string' && fits.test(one.value)) return one.value;
    const found = typeof one.value === 'string' ? one.value : '…';
    issues.push(error('cases.misfit', { fact: member, found }, one.place));
    return null;
  };
  const [school, stage, setting] = [text('school', /./), text('stage', /./), text('setting', /./)];
  const [grade, boarder] = [text('grade', /^[0-9]{1,2}$/), text('boarder', /^(?:true|false)$/)];
  return {
    school: school ?? NO_SCHOOL,
    ...(stage === null ? {} : { stage: stage as NonNullable<Enrolment['stage']> }),
    ...(setting === null ? {} : { setting: setting as NonNullable<Enrolment['setting']> }),
    ...(grade === null ? {} : { grade: Number(grade) }),
    ...(boarder === null ? {} : { boarder: boarder === 'true' }),
  };
}
