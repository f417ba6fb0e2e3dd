import { adversarialRows, type Demand } from '../../fixtures/corruption/adversarial-rows.js';
import type { City } from '../../fixtures/corruption/city.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { type JudgedRow, reconciled } from './reconciled.js';

export interface AdversaryResult {
  readonly id: string;
  readonly demand: Demand['must'];
  readonly rows: number;
  /** Rows that ended as they must: matched to the one whose name and ID they state, or with a person, all in question listed. */
  readonly held: number;
  readonly conserved: boolean;
  readonly failures: readonly JudgedRow[];
}

/** People who are made to be confused, one kind of row at a time. */
export function evaluateAdversaries(city: City, roster: readonly RosterPerson[]): readonly AdversaryResult[] {
  return adversarialRows(city).map(({ id, demands }) => {
    const { rows, conserved } = reconciled(
      roster,
      demands.map(({ row }) => row),
    );
    const demandOf = new Map(demands.map((demand) => [demand.row, demand]));
    const failures = rows.filter(({ row, judged, outcome }) => {
      const demand = demandOf.get(row);
      if (demand === undefined) return true;
      if (demand.must === 'match') return judged.end !== 'matched';
      return (
        outcome.state !== 'review' ||
        !demand.listed.every((key) => outcome.candidates.some(({ student }) => student === key))
      );
    });
    return {
      id,
      demand: demands[0]?.must ?? 'review',
      rows: rows.length,
      held: rows.length - failures.length,
      conserved,
      failures,
    };
  });
}
