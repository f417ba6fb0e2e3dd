import type { Context } from '../plan/index.js';
import type { Known } from '../reference/index.js';
import type {
  CategoryDoubt,
  CategoryInput,
  Decision,
  Enrolment,
  FactInput,
  SourceRef,
  Student,
} from '../roster/index.js';
import type { LinkedFact, RuleSet } from '../rules/index.js';
import {
  type CivilDate,
  canonicalJson,
  compareDates,
  contains,
  type Exact,
  exact,
  formatExact,
  type Issue,
  type Json,
  onGrid,
  parseCivilDate,
  parseExact,
  warning,
} from '../value/index.js';
import { readDecisions } from './decisions.js';
import type { UsedCategory, UsedFact } from './determination.js';
import type { KnownStudent } from './resolution.js';
import { DOUBTS } from './shape.js';

/** A student in the words of one rule set, with everything that could not be used named. */
export interface Intake {
  readonly known: KnownStudent;
  readonly school: string;
  /** Two places of study at once. */
  readonly enrolmentConflict: boolean;
  /** There are enrolments, and none is in force at `asOf`. */
  readonly notEnrolled: boolean;
  readonly usedFacts: readonly UsedFact[];
  readonly usedCategories: readonly UsedCategory[];
  readonly doubts: ReadonlyMap<string, CategoryDoubt>;
  readonly waiver: (Decision & { readonly kind: 'waiver' }) | null;
  readonly tierDecision: (Decision & { readonly kind: 'tier' }) | null;
  /** Two tiers were decided on one day. */
  readonly tierConflict: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Reads a student against a rule set. Nothing throws: a value that cannot be used becomes an issue and is not known.
 * Issues: `student.date`, `fact.unknown`, `fact.type`, `fact.float`, `fact.option`, `fact.outOfRange`, `fact.offGrid`,
 * `category.unknown`, `category.derived`, `category.conflict`, and those of {@link readDecisions}.
 */
export function takeIn(rules: RuleSet, context: Context, student: Student): Intake {
  const ofEnrolments: Issue[] = [];
  const enrolled = enrolmentAt(student.enrolments, parseCivilDate(context.asOf) as CivilDate, ofEnrolments);
  const ofDecisions: Issue[] = [];
  const knownAt = parseCivilDate(context.knownAt) as CivilDate;
  const decided = readDecisions(rules, student.decisions ?? [], knownAt, ofDecisions);
  const issues: Issue[] = inOrder(ofEnrolments);

  const facts = new Map<string, Known>();
  const usedFacts: UsedFact[] = [];
  for (const id of Object.keys(student.facts ?? {}).sort()) {
    if (!rules.facts.some((fact) => fact.id === id))
      issues.push(warning('fact.unknown', {}, { path: `facts.${id}` }));
  }
  for (const fact of rules.facts) {
    const told = tellFact(fact, student, enrolled, decided.facts.get(fact.id));
    const value = told === null ? null : readFact(fact, told.value, issues);
    if (told !== null && value !== null) {
      facts.set(fact.id, value);
      const source = told.source === undefined ? {} : { source: told.source };
      usedFacts.push({ fact: fact.id, value: writeFact(fact, value), origin: told.origin, ...source });
    } else if (fact.assumed !== undefined) {
      facts.set(fact.id, fact.assumed);
      usedFacts.push({ fact: fact.id, value: writeFact(fact, fact.assumed), origin: 'assumed' });
    }
  }

  const categories = new Map<string, boolean>();
  const doubts = new Map<string, CategoryDoubt>();
  const usedCategories = readCategories(rules, student, categories, doubts, issues);
  return {
    known: { facts, categories, vetoes: decided.vetoes },
    school: enrolled.school,
    enrolmentConflict: enrolled.conflict,
    notEnrolled: enrolled.none,
    usedFacts,
    usedCategories,
    doubts,
    waiver: decided.waiver,
    tierDecision: decided.tier,
    tierConflict: decided.tierConflict,
    issues: [...issues, ...inOrder(ofDecisions)],
  };
}

/** In an order that does not depend on the order in which things were handed in. */
function inOrder(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => [canonicalJson(issue as unknown as Json), issue] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, issue]) => issue);
}

interface EnrolledAt {
  readonly school: string;
  readonly conflict: boolean;
  readonly none: boolean;
  /** What every enrolment in force agrees on. */
  readonly agreed: Readonly<Record<string, FactInput>>;
}

const ENROLMENT_FACTS = ['school', 'stage', 'setting', 'grade', 'boarder'] as const;

function enrolmentAt(enrolments: readonly Enrolment[], asOf: CivilDate, issues: Issue[]): EnrolledAt {
  const bound = (text: string | undefined, path: string): CivilDate | null => {
    if (text === undefined) return null;
    const date = typeof text === 'string' ? parseCivilDate(text) : null;
    if (date === null) issues.push(warning('student.date', {}, { path }));
    return date;
  };
  const inForce = enrolments.filter((enrolment) => {
    const from = bound(enrolment.from, 'enrolments.from');
    const until = bound(enrolment.until, 'enrolments.until');
    return (
      (from === null || compareDates(from, asOf) <= 0) && (until === null || compareDates(asOf, until) <= 0)
    );
  });
  const [first, ...others] = [...inForce].sort((a, b) => (a.school < b.school ? -1 : 1));
  if (first === undefined) return { school: '', conflict: false, none: enrolments.length > 0, agreed: {} };
  const agreed: Record<string, FactInput> = {};
  for (const key of ENROLMENT_FACTS)
    if (others.every((other) => other[key] === first[key])) agreed[key] = first[key];
  return { school: first.school, conflict: others.length > 0, none: false, agreed };
}

interface Told {
  readonly value: FactInput;
  readonly origin: UsedFact['origin'];
  readonly source?: SourceRef;
}

/** Where a fact comes from: a person's decision, else the enrolment, else what the caller gave. */
function tellFact(
  fact: LinkedFact,
  student: Student,
  enrolled: EnrolledAt,
  stated: (Decision & { readonly kind: 'fact' }) | 'conflict' | undefined,
): Told | null {
  if (stated === 'conflict') return null;
  if (stated !== undefined) {
    return {
      value: stated.value,
      origin: 'decision',
      ...(stated.source === undefined ? {} : { source: stated.source }),
    };
  }
  if (fact.document.origin === 'enrolment' && (ENROLMENT_FACTS as readonly string[]).includes(fact.id)) {
    const value = enrolled.agreed[fact.id];
    return value === undefined ? null : { value, origin: 'enrolment' };
  }
  const { facts = {}, factSources = {} } = student;
  const value = Object.hasOwn(facts, fact.id) ? facts[fact.id] : undefined;
  if (value === undefined || value === null) return null;
  const source = Object.hasOwn(factSources, fact.id) ? factSources[fact.id] : undefined;
  return { value, origin: 'given', ...(source === undefined ? {} : { source }) };
}

function readFact(fact: LinkedFact, value: FactInput, issues: Issue[]): Known | null {
  const place = { path: `facts.${fact.id}` };
  const refuse = (code: string, values: Issue['values'] = {}): null => {
    issues.push(warning(code, { fact: fact.id, ...values }, place));
    return null;
  };
  if (value === undefined || value === null) return null;
  if (fact.type.kind === 'flag')
    return typeof value === 'boolean' ? value : refuse('fact.type', { needed: 'flag' });
  if (fact.type.kind === 'choice') {
    if (typeof value !== 'string') return refuse('fact.type', { needed: 'choice' });
    const index = fact.options.indexOf(value);
    return index >= 0 ? index : refuse('fact.option', { options: fact.options.join(', ') });
  }
  if (typeof value !== 'number' && typeof value !== 'string')
    return refuse('fact.type', { needed: 'number' });
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return refuse('fact.float');
  const number = typeof value === 'number' ? exact(BigInt(value)) : parseExact(value);
  if (number === null) return refuse('fact.type', { needed: 'number' });
  const { low, high } = fact.range as { readonly low: Exact; readonly high: Exact };
  if (!contains({ low, high }, number))
    return refuse('fact.outOfRange', { low: formatExact(low), high: formatExact(high) });
  if (!onGrid(number, low, fact.step as Exact))
    return refuse('fact.offGrid', { step: formatExact(fact.step as Exact) });
  return number;
}

function writeFact(fact: LinkedFact, value: Known): boolean | string {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? (fact.options[value] as string) : formatExact(value);
}

function readCategories(
  rules: RuleSet,
  student: Student,
  categories: Map<string, boolean>,
  doubts: Map<string, CategoryDoubt>,
  issues: Issue[],
): readonly UsedCategory[] {
  const said = new Map<string, CategoryInput[]>();
  const byId = [...(student.categories ?? [])].sort((a, b) =>
    a.category < b.category ? -1 : a.category > b.category ? 1 : 0,
  );
  for (const one of byId) {
    const category = rules.categories.find((c) => c.id === one.category);
    const place = { path: `categories.${one.category}` };
    if (category === undefined) issues.push(warning('category.unknown', {}, place));
    else if (category.list === undefined)
      issues.push(warning('category.derived', { category: one.category }, place));
    else said.set(one.category, [...(said.get(one.category) ?? []), one]);
  }
  const used: UsedCategory[] = [];
  for (const category of rules.categories) {
    if (category.list === undefined) continue;
    const all = said.get(category.id) ?? [];
    const is = (status: CategoryInput['status']): boolean => all.some((one) => one.status === status);
    // Said twice, what keeps most open for the child stands.
    const status = STATUSES.find(is) ?? student.otherCategories ?? 'unknown';
    const doubt =
      status === 'unknown'
        ? (DOUBTS.find((one) => all.some((said) => said.doubt === one)) ?? 'notSaid')
        : undefined;
    if (is('in') && is('out'))
      issues.push(
        warning('category.conflict', { category: category.id }, { path: `categories.${category.id}` }),
      );
    if (status !== 'unknown') categories.set(category.id, status === 'in');
    if (doubt !== undefined) doubts.set(category.id, doubt);
    used.push({
      category: category.id,
      status,
      ...(doubt === undefined ? {} : { doubt }),
      evidence: evidenceOf(all),
    });
  }
  return used;
}

const STATUSES = ['in', 'unknown', 'out'] as const;

/** Every row behind a category once, in the order of files, sheets and rows. */
function evidenceOf(all: readonly CategoryInput[]): readonly SourceRef[] {
  const order = ({ file, sheet = '', row, list = '' }: SourceRef): string =>
    JSON.stringify([file, sheet, String(row).padStart(16, '0'), list]);
  const rows = new Map(all.flatMap((one) => one.evidence ?? []).map((source) => [order(source), source]));
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}
