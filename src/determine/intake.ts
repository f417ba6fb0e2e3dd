import type { Context } from '../plan/index.js';
import type { Known } from '../reference/index.js';
import type { CategoryDoubt, Decision, Enrolment, FactInput, SourceRef, Student } from '../roster/index.js';
import type { LinkedFact, RuleSet } from '../rules/index.js';
import {
  type CivilDate,
  compareDates,
  contains,
  type Exact,
  exact,
  formatExact,
  type Issue,
  onGrid,
  parseCivilDate,
  parseExact,
  warning,
} from '../value/index.js';
import type { UsedCategory, UsedFact } from './determination.js';
import type { KnownStudent } from './resolution.js';

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
  readonly issues: readonly Issue[];
}

/**
 * Reads a student against a rule set. Nothing throws: a value that cannot be used becomes an issue and is not known.
 * Issues: `student.date`, `student.otherEnrolment`, `fact.unknown`, `fact.type`, `fact.float`, `fact.option`,
 * `fact.outOfRange`, `fact.offGrid`, `category.unknown`, `category.derived`, `category.conflict`,
 * `decision.date`, `decision.notYetKnown`, `decision.unknownFact`, `decision.unknownTier`, `decision.unknownVeto`,
 * `decision.conflict`.
 */
export function takeIn(rules: RuleSet, context: Context, student: Student): Intake {
  const issues: Issue[] = [];
  const enrolled = enrolmentAt(student.enrolments, parseCivilDate(context.asOf) as CivilDate, issues);
  const decisions = decisionsKnown(
    student.decisions ?? [],
    parseCivilDate(context.knownAt) as CivilDate,
    issues,
  );

  const facts = new Map<string, Known>();
  const usedFacts: UsedFact[] = [];
  const stated = statedFacts(decisions, issues);
  for (const id of Object.keys(student.facts ?? {})) {
    if (!rules.facts.some((fact) => fact.id === id))
      issues.push(warning('fact.unknown', {}, { path: `facts.${id}` }));
  }
  for (const id of stated.keys()) {
    if (!rules.facts.some((fact) => fact.id === id))
      issues.push(warning('decision.unknownFact', { fact: id }));
  }
  for (const fact of rules.facts) {
    const told = tellFact(fact, student, enrolled, stated.get(fact.id));
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

  const vetoes = new Map<string, boolean>();
  for (const decision of decisions) {
    if (decision.kind !== 'veto') continue;
    if (!rules.vetoes.some((veto) => veto.id === decision.veto))
      issues.push(warning('decision.unknownVeto', { veto: decision.veto }));
    else vetoes.set(decision.veto, decision.stands);
  }
  const tiers = decisions.filter((d) => d.kind === 'tier');
  for (const decision of tiers) {
    if (!rules.tierIds.includes(decision.tier))
      issues.push(warning('decision.unknownTier', { tier: decision.tier }));
  }
  return {
    known: { facts, categories, vetoes },
    school: enrolled.school,
    enrolmentConflict: enrolled.conflict,
    notEnrolled: enrolled.none,
    usedFacts,
    usedCategories,
    doubts,
    waiver: decisions.filter((d) => d.kind === 'waiver').at(-1) ?? null,
    tierDecision: tiers.filter((d) => rules.tierIds.includes(d.tier)).at(-1) ?? null,
    issues,
  };
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
    const date = parseCivilDate(text);
    if (date === null) issues.push(warning('student.date', {}, { path }));
    return date;
  };
  const inForce = enrolments.filter((enrolment, i) => {
    const from = bound(enrolment.from, `enrolments.${i}.from`);
    const until = bound(enrolment.until, `enrolments.${i}.until`);
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

/** Decisions that were known in time, in the order of their dates. */
function decisionsKnown(
  decisions: readonly Decision[],
  knownAt: CivilDate,
  issues: Issue[],
): readonly Decision[] {
  const dated: { readonly decision: Decision; readonly on: CivilDate }[] = [];
  for (const [i, decision] of decisions.entries()) {
    const on = parseCivilDate(decision.on);
    const path = `decisions.${i}.on`;
    if (on === null) issues.push(warning('decision.date', { kind: decision.kind }, { path }));
    else if (compareDates(on, knownAt) > 0)
      issues.push(warning('decision.notYetKnown', { kind: decision.kind, on: decision.on }, { path }));
    else dated.push({ decision, on });
  }
  return dated.sort((a, b) => compareDates(a.on, b.on)).map((one) => one.decision);
}

type StatedFact = Decision & { readonly kind: 'fact' };

/** The latest statement of each fact; two of one day that differ leave it open. */
function statedFacts(
  decisions: readonly Decision[],
  issues: Issue[],
): ReadonlyMap<string, StatedFact | 'conflict'> {
  const stated = new Map<string, StatedFact | 'conflict'>();
  let days = new Map<string, string>();
  for (const decision of decisions) {
    if (decision.kind !== 'fact') continue;
    const before = stated.get(decision.fact);
    const sameDay = days.get(decision.fact) === decision.on;
    const differs = before === 'conflict' || (before !== undefined && before.value !== decision.value);
    if (sameDay && differs) {
      stated.set(decision.fact, 'conflict');
      issues.push(warning('decision.conflict', { fact: decision.fact, on: decision.on }));
    } else stated.set(decision.fact, decision);
    days = days.set(decision.fact, decision.on);
  }
  return stated;
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
  stated: StatedFact | 'conflict' | undefined,
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
  const value = student.facts?.[fact.id];
  if (value === undefined || value === null) return null;
  const source = student.factSources?.[fact.id];
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
  if (typeof value === 'boolean') return refuse('fact.type', { needed: 'number' });
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
  const said = new Map<string, NonNullable<Student['categories']>[number]>();
  for (const one of student.categories ?? []) {
    const category = rules.categories.find((c) => c.id === one.category);
    const place = { path: `categories.${one.category}` };
    if (category === undefined) issues.push(warning('category.unknown', {}, place));
    else if (category.list === undefined)
      issues.push(warning('category.derived', { category: one.category }, place));
    else said.set(one.category, better(said.get(one.category), one));
  }
  const used: UsedCategory[] = [];
  for (const category of rules.categories) {
    if (category.list === undefined) continue;
    const one = said.get(category.id);
    const status = one?.status ?? student.otherCategories ?? 'unknown';
    const doubt = status === 'unknown' ? (one?.doubt ?? 'notSaid') : undefined;
    if (status !== 'unknown') categories.set(category.id, status === 'in');
    if (doubt !== undefined) doubts.set(category.id, doubt);
    used.push({
      category: category.id,
      status,
      ...(doubt === undefined ? {} : { doubt }),
      evidence: one?.evidence ?? [],
    });
  }
  return used;
}

/** Said twice, the status that keeps most open for the child stands: in before unknown before out; evidence adds up. */
function better<T extends { readonly status: string; readonly evidence?: readonly SourceRef[] }>(
  a: T | undefined,
  b: T,
): T {
  if (a === undefined) return b;
  const rank = (one: T): number => ['in', 'unknown', 'out'].indexOf(one.status);
  const first = rank(a) <= rank(b) ? a : b;
  return { ...first, evidence: [...(a.evidence ?? []), ...(b.evidence ?? [])] };
}
