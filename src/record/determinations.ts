import type { Award, Determination, Outcome } from '../determine/index.js';
import { compareText } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { canonicalJson } from '../value/index.js';
import { asJson } from './ledger.js';

/** The order of a record: school code, then student key. */
export const compareRecords = (
  a: Pick<Determination, 'school' | 'student'>,
  b: Pick<Determination, 'school' | 'student'>,
): number => compareText(a.school, b.school) || compareText(a.student, b.student);

/** Outcomes for which every programme was looked at: one that gives nothing is an award `notEntitled`. */
const LOOKED_AT: readonly Outcome[] = ['determined', 'undetermined'];

/**
 * One canonical line for one determination. Awards to which the student is not entitled are left out: most programmes
 * are for other stages, and {@link readDeterminationLine} knows them from the rules.
 */
export function determinationLine(determination: Determination): string {
  const awards = determination.awards.filter((award) => award.state !== 'notEntitled');
  return `${canonicalJson(asJson({ ...determination, awards }))}\n`;
}

/** Reads a line back, with the awards that it leaves out. The caller vouches for its shape by its digest. */
export function readDeterminationLine(line: string, rules: RuleSet): Determination {
  const written = JSON.parse(line) as Determination;
  if (!LOOKED_AT.includes(written.outcome)) return written;
  const awards = rules.programmes.map(({ id, document }): Award => {
    const { instrument, payee, per } = document;
    const given = written.awards.find((award) => award.programme === id);
    return given ?? { programme: id, instrument, payee, per, state: 'notEntitled' };
  });
  return { ...written, awards };
}
