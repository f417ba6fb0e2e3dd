import type { Known } from '../../reference/index.js';
import type { Decision, FactInput, SourceRef, Student } from '../../roster/index.js';
import type { LinkedFact } from '../../rules/index.js';
import { type CivilDate, compareDates, type Issue, warning } from '../../value/index.js';
import type { UsedFact } from '../determination.js';
import { isGiven } from '../raw.js';
import { claimsSomething } from './claim.js';
import { ENROLMENT_FACTS, type EnrolledAt } from './enrolment.js';
import { noted, type Papers } from './papers.js';
import { type People, readPeople, writePeople } from './people.js';
import type { Refuse } from './report.js';
import { FACT_CODES, readScalar, writeScalar } from './scalar.js';
import { readSet, writeSet } from './set.js';

/** What somebody said of a fact. */
export interface Told {
  readonly value: FactInput;
  readonly origin: UsedFact['origin'];
  readonly source?: SourceRef;
}

/**
 * Where a fact comes from: a person's decision, else the enrolment, else what the caller gave. A fact that only some
 * roles may state counts through a decision alone.
 */
export function tellFact(
  fact: LinkedFact,
  student: Student,
  enrolled: EnrolledAt,
  stated: (Decision & { readonly kind: 'fact' }) | 'conflict' | undefined,
  issues: Issue[],
): Told | null {
  if (stated === 'conflict') return null;
  if (stated !== undefined) return withSource(stated.value, 'decision', stated.source);
  if (fact.document.origin === 'enrolment' && (ENROLMENT_FACTS as readonly string[]).includes(fact.id)) {
    const value = enrolled.agreed[fact.id];
    return value === undefined ? null : { value, origin: 'enrolment' };
  }
  const { facts = {}, factSources = {} } = student;
  const value = Object.hasOwn(facts, fact.id) ? facts[fact.id] : undefined;
  if (!isGiven(value)) return null;
  if (fact.by !== undefined) {
    issues.push(warning('fact.role', { fact: fact.id, roles: fact.by.join(', ') }, placeOf(fact)));
    return null;
  }
  const source = Object.hasOwn(factSources, fact.id) ? factSources[fact.id] : undefined;
  return withSource(value, 'given', source);
}

function withSource(value: FactInput, origin: Told['origin'], source: SourceRef | undefined): Told {
  return { value, origin, ...(source === undefined ? {} : { source }) };
}

const placeOf = (fact: LinkedFact): { readonly path: string } => ({ path: `facts.${fact.id}` });

/** Reads what was said of a fact by its type; `null` and an issue where it cannot be used. */
export function readFact(
  fact: LinkedFact,
  value: unknown,
  asOf: CivilDate,
  papers: Papers,
  issues: Issue[],
): Known | null {
  if (!isGiven(value)) return null;
  const refuse: Refuse = (code, values = {}) => {
    issues.push(warning(code, { fact: fact.id, ...values }, placeOf(fact)));
    return null;
  };
  const known = readByType(fact, value, issues, refuse);
  if (known === null) return null;
  if (fact.event && typeof known === 'object' && 'y' in known && compareDates(known, asOf) > 0)
    return refuse('fact.afterAsOf');
  const { evidence } = fact;
  if (evidence === undefined || papers.meet(evidence) || !claimsSomething(fact, known)) return known;
  if (evidence.missing === 'ask') return refuse('evidence.missing', { papers: evidence.any_of.join(', ') });
  issues.push(noted('fact', fact.id, evidence));
  return known;
}

function readByType(fact: LinkedFact, value: unknown, issues: Issue[], refuse: Refuse): Known | null {
  if (fact.people !== undefined) return readPeople(fact, fact.people, value, issues, refuse);
  if (fact.type.kind === 'several') return readSet(fact, value, refuse);
  return readScalar(fact, value, FACT_CODES, refuse);
}

/** A known value as a record shows it. */
export function writeFact(fact: LinkedFact, known: Known): UsedFact['value'] {
  if (typeof known === 'object') {
    if ('in' in known) return writeSet(fact, known);
    if ('list' in known) return writePeople(fact.people as People, known);
  }
  return writeScalar(fact, known);
}
