import type { CategoryInput, SourceRef } from '../roster/index.js';
import type { Digest, Issue } from '../value/index.js';
import type { Candidate, Certificate } from './candidate.js';
import type { ReviewKind } from './review-kind.js';

export const ENTRY_STATES = [
  'matched',
  'review',
  'notEnrolledHere',
  'outOfArea',
  'notAStudent',
  'duplicate',
  'lapsed',
  'deceased',
  'invalid',
] as const;
/** Each entry of a department list ends in exactly one of these. */
export type EntryState = (typeof ENTRY_STATES)[number];

/** One person of a department list: a physical row gives zero, one or several of them. */
export interface ListEntry {
  /** Id of the list in the rule file. */
  readonly list: string;
  readonly source: SourceRef;
  /** 1-based position of the person within the row. */
  readonly member: number;
  /** Cells as they were read, trimmed of nothing; empty where the list has no such column. */
  readonly name: string;
  readonly id: string;
  readonly studentNumber: string;
  /** Relation to the holder as the list says it; empty where it says nothing. */
  readonly relation: string;
  /** The identity cell was a number or a formula in the workbook, so that its digits cannot be trusted. */
  readonly idNotText: boolean;
  /** Categories of the rule file that this row makes current (`in`) or that its cells leave open (`unknown`). Both empty: lapsed. */
  readonly standing: { readonly in: readonly string[]; readonly unknown: readonly string[] };
  /** The list names nobody else of this person's household: the row speaks for the children as well. Default: it does not. */
  readonly headOnly?: boolean;
}

/**
 * One student of the roster as matching sees them. A student with several roster rows (two schools, say) is
 * handed in once per row under the same key; each row's identifiers then count.
 */
export interface RosterPerson {
  readonly key: string;
  readonly source: SourceRef;
  readonly name: string;
  readonly id: string;
  /** The identity cell was a number or a formula in the workbook. Default: it was text. */
  readonly idNotText?: boolean;
  readonly studentNumber: string;
  readonly school: string;
  /** Division code of the hukou; empty where not known. */
  readonly hukou: string;
  readonly guardians: readonly { readonly name: string; readonly id: string }[];
}

/** A department list as handed over: its entries and what the rows were. */
export interface DepartmentList {
  readonly list: string;
  readonly file: string;
  /** Every category of the rule file that this list can give. */
  readonly categories: readonly string[];
  /** Division-code prefixes of the hukou that the list covers; empty: everybody. */
  readonly covers: readonly string[];
  /** The list is older than the job allows. */
  readonly stale: boolean;
  readonly entries: readonly ListEntry[];
  /** Physical rows that gave at least one entry, and rows that are no person (title, header, blank, total, remark). */
  readonly rowsWithEntries: number;
  readonly rowsOfNoPerson: number;
  readonly physicalRows: number;
}

/** What a person decided about one entry. */
export interface EntryDecision {
  readonly list: string;
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly member: number;
  readonly state: 'matched' | 'notEnrolledHere' | 'outOfArea' | 'notAStudent' | 'deceased';
  /** With `matched`: the student's key. */
  readonly student?: string;
  readonly by: string;
  readonly on: string;
  readonly because: string;
}

/** Where one entry ended, and why. */
export interface EntryOutcome {
  readonly entry: ListEntry;
  readonly state: EntryState;
  /** A code such as `exactId`, `decision`, `adultByBirthDate`, `nameDiffers`, `sharedId`, `noCandidate`, `idUnreadable`. */
  readonly reason: string;
  /** With `matched`; with `duplicate` of a matched entry; with `lapsed`, where the row would have matched. */
  readonly student?: string;
  /**
   * By score, the highest first, then by the student's key. All of them, with `review`, `duplicate` of such a one, and
   * `lapsed`.
   */
  readonly candidates: readonly Candidate[];
  /** With `review`: what kind of work it is. */
  readonly kind?: ReviewKind;
  /** Where the whole roster was searched for the entry's ID. */
  readonly certificate?: Certificate;
  /** What reading the identifiers found, as codes such as `id.lowerX`; left out where nothing. */
  readonly findings?: readonly string[];
  /** The person's decision, or the facts that prove the state, as plain text values without personal data. */
  readonly proof?: Readonly<Record<string, string>>;
}

export interface Equation {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

export interface Reconciliation {
  /** In the order of list, file, sheet, row, member. */
  readonly outcomes: readonly EntryOutcome[];
  /** For every student: the status of every category that some list gives. */
  readonly categories: ReadonlyMap<string, readonly CategoryInput[]>;
  /** EQ0 and EQ1 in all (`EQ0`), per list (`EQ0:list`) and per file (`EQ0:list/file`); EQ2 in all and per list. */
  readonly equations: readonly Equation[];
  /** What it was decided by: the policy with its weights, hashed like a rule file. */
  readonly policy: { readonly id: string; readonly version: string; readonly digest: Digest };
  /** Scans over the whole roster: how many, and how many of them found somebody whom no index had found. */
  readonly certificates: { readonly issued: number; readonly added: number };
  readonly issues: readonly Issue[];
}
