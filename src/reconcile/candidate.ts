import type { CandidateWhy } from './strength.js';
import type { Evidence } from './weights.js';

/** A student whom an entry may be about. */
export interface Candidate {
  readonly student: string;
  /** Strong candidates make the category unknown for the student; weak ones are only shown. */
  readonly strong: boolean;
  readonly why: CandidateWhy;
  /** The sum of the evidence in thousandths of a bit. It ranks and decides nothing. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/**
 * The record of a scan over every ID of the roster without any index: the proof of who is not near. An ID is near if it
 * differs from the entry's in at most `namedDistance` characters under a name that has something in common, in at most
 * `distance` where one of the names cannot be read, in at most `strangerDistance` under any name. All of these are
 * candidates. IDs that differ in at most `distance` under a name that has nothing in common are many in a roster of one
 * area and age; they are counted as `strangers`.
 */
export interface Certificate {
  /** IDs compared. */
  readonly ids: number;
  readonly distance: number;
  readonly namedDistance: number;
  readonly strangerDistance: number;
  /** Roster rows that are near. */
  readonly within: number;
  readonly strangers: number;
  /** The least number of characters in which one of all these differs; `null` where there is none. */
  readonly closest: number | null;
  /** Roster rows that are near and that nothing but the scan found. */
  readonly added: number;
}
