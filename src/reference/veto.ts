import type { LinkedVeto } from '../rules/index.js';
import type { Case } from './case.js';
import { firstThat } from './not-known.js';

/** Whether a veto holds, its exception apart. */
export function vetoHolds(at: Case, veto: LinkedVeto): boolean {
  const { when, unless } = veto;
  const holds = (): boolean => at.expression(when) === true;
  const stays = (): boolean => unless === undefined || at.expression(unless) !== true;
  return firstThat([holds, stays], (is) => !is).every((is) => is);
}

/** What a veto that holds leaves, and whether it would take what a floor gives. */
export interface Vetoed {
  readonly tier: number;
  readonly meetsFloor: boolean;
}

/**
 * What each veto that holds leaves of the best tier. None silently takes what a floor gives: against it a veto stands
 * only where a person said so.
 */
export function vetoed(at: Case, best: number, floor: number): ReadonlyMap<string, Vetoed> {
  const all = new Map<string, Vetoed>();
  for (const veto of at.rules.vetoes)
    if (vetoHolds(at, veto)) all.set(veto.id, leftBy(at, veto, best, floor));
  return all;
}

/** What a veto leaves where it holds. What a person says of it matters only against a floor. */
export function leftBy(at: Case, veto: LinkedVeto, best: number, floor: number): Vetoed {
  const left = veto.cap < best ? veto.cap : best;
  const meetsFloor = left < floor;
  const stands =
    meetsFloor && veto.againstFloor === 'review' && (at.known.vetoes.get(veto.id) ?? at.unsaid()) === true;
  return { tier: meetsFloor && !stands ? floor : left, meetsFloor };
}
