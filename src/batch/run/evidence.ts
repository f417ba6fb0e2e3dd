import type { Reconciliation } from '../../reconcile/index.js';
import { asJson } from '../../record/index.js';
import { type Issue, type Json, warning } from '../../value/index.js';
import { placeOf } from './students.js';

/** For every student of whom a row speaks: which rows of which list, how surely, and whether the kinds of evidence agree. */
export function evidenceRecords({ claims }: Reconciliation): readonly Json[] {
  return [...claims].map(([student, of]) => asJson({ student, ...of }));
}

/**
 * Students whom the raw list has and the comparison result does not, or the other way round, where both cover them: one
 * of the two is wrong or late, and which of them only a person can say. At the row that does have the student:
 * `row.onlyInList`, `row.onlyInComparison`.
 */
export function disagreements({ claims }: Reconciliation): readonly Issue[] {
  return [...claims.values()].flatMap(({ claims: all, compared }) =>
    compared.flatMap(({ category, agree }) => {
      if (agree === 'both') return [];
      const said = all.find(
        ({ evidence, standing }) =>
          (evidence === 'list') === (agree === 'onlyList') && standing.in.includes(category),
      );
      const code = agree === 'onlyList' ? 'row.onlyInList' : 'row.onlyInComparison';
      return [warning(code, { category }, said === undefined ? undefined : placeOf(said.source))];
    }),
  );
}
