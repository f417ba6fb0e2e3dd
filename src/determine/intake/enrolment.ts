import type { Enrolment, FactInput } from '../../roster/index.js';
import { type CivilDate, compareDates, type Issue, parseCivilDate, warning } from '../../value/index.js';

export interface EnrolledAt {
  /** School code of the enrolment in force; empty where none is. */
  readonly school: string;
  /** School codes of further enrolments in force, rising: nobody studies at two places at once. */
  readonly alsoAt: readonly string[];
  /** There are enrolments, and none is in force. */
  readonly none: boolean;
  /** What every enrolment in force agrees on. */
  readonly agreed: Readonly<Record<string, FactInput>>;
}

/** Facts that the place of study tells where the rule file says `origin: enrolment`. */
export const ENROLMENT_FACTS = ['school', 'stage', 'setting', 'grade', 'boarder'] as const;

/** What the places of study say on a day. Issue: `student.date`, which counts as open. */
export function enrolmentAt(enrolments: readonly Enrolment[], asOf: CivilDate, issues: Issue[]): EnrolledAt {
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
  if (first === undefined) return { school: '', alsoAt: [], none: enrolments.length > 0, agreed: {} };
  const agreed: Record<string, FactInput> = {};
  for (const key of ENROLMENT_FACTS)
    if (others.every((other) => other[key] === first[key])) agreed[key] = first[key];
  return {
    school: first.school,
    alsoAt: [...new Set(others.map((other) => other.school))],
    none: false,
    agreed,
  };
}
