import type { Known } from '../../reference/index.js';
import type { Student } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type CivilDate, type Issue, warning } from '../../value/index.js';
import type { Decided } from '../decisions.js';
import type { UsedFact } from '../determination.js';
import type { EnrolledAt } from './enrolment.js';
import { readFact, tellFact, writeFact } from './fact.js';
import type { Papers } from './papers.js';

export interface TakenFacts {
  readonly known: ReadonlyMap<string, Known>;
  /** The same as a record shows them, in order of ids. */
  readonly used: readonly UsedFact[];
}

interface Sources {
  readonly enrolled: EnrolledAt;
  readonly stated: Decided['facts'];
  readonly asOf: CivilDate;
  readonly papers: Papers;
}

/** Every fact that somebody said in a way that can be used, or that the rule file assumes. */
export function takeFacts(
  rules: RuleSet,
  student: Student,
  { enrolled, stated, asOf, papers }: Sources,
  issues: Issue[],
): TakenFacts {
  for (const id of Object.keys(student.facts ?? {}).sort()) {
    if (!rules.facts.some((fact) => fact.id === id))
      issues.push(warning('fact.unknown', {}, { path: `facts.${id}` }));
  }
  const known = new Map<string, Known>();
  const used: UsedFact[] = [];
  for (const fact of rules.facts) {
    const told = tellFact(fact, student, enrolled, stated.get(fact.id), issues);
    const value = told === null ? null : readFact(fact, told.value, asOf, papers, issues);
    if (told !== null && value !== null) {
      known.set(fact.id, value);
      const source = told.source === undefined ? {} : { source: told.source };
      used.push({ fact: fact.id, value: writeFact(fact, value), origin: told.origin, ...source });
    } else if (fact.assumed !== undefined) {
      known.set(fact.id, fact.assumed);
      used.push({ fact: fact.id, value: writeFact(fact, fact.assumed), origin: 'assumed' });
    }
  }
  return { known, used };
}

/**
 * With the facts that do not exist known as none. A value that somebody gave of one all the same is named and not
 * used; that it is none, or what the rule file assumes, is no contradiction. Issue: `fact.notApplicable`.
 */
export function withMissing(
  rules: RuleSet,
  { known, used }: TakenFacts,
  missing: ReadonlySet<string>,
  issues: Issue[],
): TakenFacts {
  for (const { fact, value, origin } of used) {
    if (!missing.has(fact) || value === 'none' || origin === 'assumed') continue;
    const { only_if: condition = '' } = rules.facts.find(({ id }) => id === fact)?.document ?? {};
    issues.push(warning('fact.notApplicable', { fact, condition }, { path: `facts.${fact}` }));
  }
  return {
    known: new Map([...known, ...[...missing].map((id) => [id, 'none'] as const)]),
    used: used.filter(({ fact, value }) => !missing.has(fact) || value === 'none'),
  };
}
