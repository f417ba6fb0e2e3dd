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

/**
 * Whom a row is about: the person; every student of the household whose head the person is; or the person's children,
 * and not the person (a list of disabled parents). The last two are found through the guardians of the roster.
 */
export type EntryMeans = 'person' | 'household' | 'children';

/** A department's raw list, or what the national or provincial system found when it compared its own lists by 学籍号. */
export type EvidenceKind = 'list' | 'comparison';

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
  /** Division code of the person's hukou or address, or its beginning, as the list has it. Supports candidates only. */
  readonly area?: string;
  /** School code, or what else the roster calls the school, as the list has it. Supports candidates only. */
  readonly school?: string;
  /** Whom the row is about. Default: the person. */
  readonly means?: EntryMeans;
  /** With `means` of a household or children: the entries of this physical row are all of the household. Default: unknown. */
  readonly householdComplete?: boolean;
  /** Default: a raw list. */
  readonly evidence?: EvidenceKind;
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
  /** The day of the list and the last day it is good for, `YYYY-MM-DD`, where known. They stand beside each claim. */
  readonly asOf?: string;
  readonly validUntil?: string;
  /** What its entries are evidence of; needed where it has none. Default: that of its entries. */
  readonly evidence?: EvidenceKind;
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
  /**
   * What the person was shown, as {@link EntryOutcome.content} gave it. With it the decision follows the entry wherever
   * its row has moved, and holds as long as the entry and the candidates are the same; without it, the place counts.
   * Of rows that say the same, each takes the decision of one row.
   */
  readonly content?: string;
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
  /** With `review`: how many of the candidates, from the first, a person is shown. All are kept. */
  readonly shown?: number;
  /** With `review`: more students have the row's name, with nothing else, than are held open by it. */
  readonly namesakesNotHeld?: boolean;
  /**
   * With `review` and `invalid`: digests of who the entry is about and of the candidates shown; of an entry to which others
   * of the list are alike, also of their number and of what it gives. Equal to an earlier run's: there is nothing new to
   * ask, see {@link EntryDecision.content}.
   */
  readonly content?: string;
  /**
   * With a row that speaks for a household or for children: which of its results this is, from 1. Each student found is
   * a result of its own.
   */
  readonly child?: number;
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

/**
 * What ties a row to a student: an exact key with the name, the guardian's ID and name, a person's decision; or the row
 * is still with a person and the student is one of the strong candidates.
 */
export type ClaimStrength = 'exactId' | 'exactStudentNumber' | 'household' | 'decision' | 'candidate';

/** One row of a list that is, or may be, about a student. */
export interface Claim {
  readonly list: string;
  readonly evidence: EvidenceKind;
  readonly source: SourceRef;
  readonly member: number;
  /** `duplicate`: of another row of the same list. `lapsed`: the row says that it is no longer current. */
  readonly state: 'matched' | 'duplicate' | 'review' | 'lapsed';
  readonly strength: ClaimStrength;
  /** Categories that the row makes current, or leaves open. */
  readonly standing: ListEntry['standing'];
  /** Of the list, where known. */
  readonly asOf?: string;
  readonly validUntil?: string;
  readonly stale: boolean;
}

/** Which kinds of evidence give a category to a student. */
export type Agreement = 'both' | 'onlyList' | 'onlyComparison';

/** A category that a list or a comparison gives to a student, where both cover the student. */
export interface ComparedCategory {
  readonly category: string;
  readonly agree: Agreement;
}

/** Everything that speaks of one student. */
export interface StudentClaims {
  /** In the order of list, file, sheet, row, member. */
  readonly claims: readonly Claim[];
  /** By category. One that is not `both` is for a person: one of the two is wrong or late. */
  readonly compared: readonly ComparedCategory[];
}

export interface Reconciliation {
  /** In the order of list, file, sheet, row, member. */
  readonly outcomes: readonly EntryOutcome[];
  /** For every student: the status of every category that some list gives. */
  readonly categories: ReadonlyMap<string, readonly CategoryInput[]>;
  /** For every student of whom some row speaks, by the order of their keys: which lists claim him or her, and by what. */
  readonly claims: ReadonlyMap<string, StudentClaims>;
  /** EQ0 and EQ1 in all (`EQ0`), per list (`EQ0:list`) and per file (`EQ0:list/file`); EQ2 in all and per list. */
  readonly equations: readonly Equation[];
  /** What it was decided by: the policy with its weights, hashed like a rule file. */
  readonly policy: { readonly id: string; readonly version: string; readonly digest: Digest };
  /** Scans over the whole roster: how many, and how many of them found somebody whom no index had found. */
  readonly certificates: { readonly issued: number; readonly added: number };
  readonly issues: readonly Issue[];
}
