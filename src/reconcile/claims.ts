import { compareText } from '../roster/index.js';
import { Chains } from './chains.js';
import { coversHukou, evidenceOf } from './covers.js';
import { NumberList } from './search/number-list.js';
import type { Students } from './search/students.js';
import type {
  Agreement,
  Claim,
  ClaimStrength,
  ComparedCategory,
  DepartmentList,
  EntryOutcome,
  EvidenceKind,
  ListEntry,
  StudentClaims,
} from './types.js';
import type { Verdict } from './verdict.js';

const BY_REASON: Readonly<Record<string, ClaimStrength>> = {
  exactId: 'exactId',
  exactStudentNumber: 'exactStudentNumber',
  guardianIdAndName: 'household',
  decision: 'decision',
};

/** The students of whom a row speaks, and what ties it to them. `before`: where it ended before repeats were named. */
function spokenOf(
  outcome: EntryOutcome,
  before: Verdict,
): readonly { readonly student: string; readonly strength: ClaimStrength }[] {
  const { state, student, candidates, proof } = outcome;
  // A repeat of a row that a person decided has no student of its own.
  if (student !== undefined)
    return [{ student, strength: (before.student && BY_REASON[before.reason]) || 'decision' }];
  // Of a repeat, where the row ended that it repeats.
  if (state !== 'review' && proof?.state !== 'review') return [];
  return candidates
    .filter(({ strong }) => strong)
    .map((candidate) => ({ student: candidate.student, strength: 'candidate' as const }));
}

const STATES: readonly Claim['state'][] = ['matched', 'duplicate', 'review', 'lapsed'];
const STRENGTHS: readonly ClaimStrength[] = [
  'exactId',
  'exactStudentNumber',
  'household',
  'decision',
  'candidate',
];

/** What the outcomes claim of the students, one outcome after the other. */
export interface ClaimBook {
  /** Takes in an outcome with its verdict of before repeats were named, in the order of list, file, sheet, row, member. */
  readonly hear: (outcome: EntryOutcome, before: Verdict) => void;
  /** The claims on a student, by number, who has these hukous, after all that was heard; `undefined` where no row speaks of them. */
  readonly claimsOf: (student: number, hukous: readonly string[]) => StudentClaims | undefined;
}

/**
 * The roster's side of matching: for every student of whom a row speaks, which rows and how surely, and where raw lists
 * and comparison results can be held against each other, whether they agree.
 */
export function claimBook(lists: readonly DepartmentList[], students: Students): ClaimBook {
  const byStudent = new Chains(students.size);
  // Of each claim the entry, and its state and strength as one number.
  const entries: ListEntry[] = [];
  const codes = new NumberList();
  const datesOf = listDates(lists);
  const compared = comparing(lists);
  const claimAt = (item: number): Claim => {
    const entry = entries[item]!;
    const strength = codes.at(item) % STRENGTHS.length;
    return {
      list: entry.list,
      evidence: entry.evidence ?? 'list',
      source: entry.source,
      member: entry.member,
      state: STATES[(codes.at(item) - strength) / STRENGTHS.length]!,
      strength: STRENGTHS[strength]!,
      standing: entry.standing,
      ...datesOf(entry),
    };
  };
  return {
    hear: (outcome, before) => {
      const state = (STATES as readonly string[]).indexOf(outcome.state);
      if (state < 0) return;
      for (const { student, strength } of spokenOf(outcome, before)) {
        byStudent.add(students.find(student));
        entries.push(outcome.entry);
        codes.push(state * STRENGTHS.length + STRENGTHS.indexOf(strength));
      }
    },
    claimsOf: (student, hukous) => {
      if (byStudent.isEmpty(student)) return undefined;
      const claims = byStudent.itemsOf(student).map(claimAt);
      return { claims, compared: compared(claims, hukous) };
    },
  };
}

/** What a claim says of the list that its entry stands on. */
function listDates(
  lists: readonly DepartmentList[],
): (entry: ListEntry) => Pick<Claim, 'asOf' | 'validUntil' | 'stale'> {
  const byList = new Map<string, Map<string, Pick<Claim, 'asOf' | 'validUntil' | 'stale'>>>();
  for (const { list, file, asOf, validUntil, stale } of lists) {
    const files = byList.get(list) ?? new Map();
    byList.set(list, files);
    files.set(file, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(validUntil === undefined ? {} : { validUntil }),
      stale,
    });
  }
  return ({ list, source }) => byList.get(list)?.get(source.file) ?? { stale: false };
}

/** Holds the two kinds of evidence against each other, where lists of both kinds give a category and cover the student. */
function comparing(
  lists: readonly DepartmentList[],
): (claims: readonly Claim[], hukous: readonly string[]) => readonly ComparedCategory[] {
  const of = (kind: EvidenceKind): readonly DepartmentList[] =>
    lists.filter((list) => evidenceOf(list) === kind);
  const [raw, comparisons] = [of('list'), of('comparison')];
  const givenBy = (some: readonly DepartmentList[]): Set<string> =>
    new Set(some.flatMap(({ categories }) => categories));
  const inComparisons = givenBy(comparisons);
  const categories = [...givenBy(raw)].filter((one) => inComparisons.has(one)).sort(compareText);
  const speaksFor = (some: readonly DepartmentList[], category: string, hukous: readonly string[]): boolean =>
    some.some(
      (list) => list.categories.includes(category) && hukous.every((hukou) => coversHukou(list, hukou)),
    );

  return (claims, hukous) =>
    categories.flatMap((category): ComparedCategory[] => {
      const said = (kind: EvidenceKind): 'in' | 'open' | 'not' => saidBy(claims, kind, category);
      const [list, comparison] = [said('list'), said('comparison')];
      // What is still open is neither agreement nor its absence.
      if (list === 'open' || comparison === 'open' || (list === 'not' && comparison === 'not')) return [];
      if (!speaksFor(raw, category, hukous) || !speaksFor(comparisons, category, hukous)) return [];
      const agree: Agreement = list === comparison ? 'both' : list === 'in' ? 'onlyList' : 'onlyComparison';
      return [{ category, agree }];
    });
}

function saidBy(claims: readonly Claim[], kind: EvidenceKind, category: string): 'in' | 'open' | 'not' {
  let open = false;
  for (const { evidence, state, strength, standing } of claims) {
    if (evidence !== kind || state === 'lapsed') continue;
    const sure = strength !== 'candidate';
    if (sure && standing.in.includes(category)) return 'in';
    if (standing.unknown.includes(category) || (!sure && standing.in.includes(category))) open = true;
  }
  return open ? 'open' : 'not';
}
