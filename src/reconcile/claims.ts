import { compareText, type SourceRef } from '../roster/index.js';
import { coversHukou, evidenceOf } from './covers.js';
import type { Students } from './search/students.js';
import type {
  Agreement,
  Claim,
  ClaimStrength,
  ComparedCategory,
  DepartmentList,
  EntryOutcome,
  EvidenceKind,
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
  if (state !== 'review' && !(state === 'duplicate' && proof?.state === 'review')) return [];
  return candidates
    .filter(({ strong }) => strong)
    .map((candidate) => ({ student: candidate.student, strength: 'candidate' as const }));
}

const STATES: ReadonlySet<string> = new Set([
  'matched',
  'duplicate',
  'review',
  'lapsed',
] satisfies Claim['state'][]);
const isClaim = (state: string): state is Claim['state'] => STATES.has(state);

const placeKey = (list: string, { file }: SourceRef): string => JSON.stringify([list, file]);

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
  const listAt = new Map(lists.map((list) => [JSON.stringify([list.list, list.file]), list] as const));
  const found = new Map<number, Claim[]>();
  // Most students are on no list.
  const isClaimed = new Uint8Array(students.size);
  const compared = comparing(lists);
  return {
    hear: (outcome, before) => {
      const { entry, state } = outcome;
      if (!isClaim(state)) return;
      const spoken = spokenOf(outcome, before);
      if (spoken.length === 0) return;
      const { asOf, validUntil, stale = false } = listAt.get(placeKey(entry.list, entry.source)) ?? {};
      for (const { student, strength } of spoken) {
        const claim: Claim = {
          list: entry.list,
          evidence: entry.evidence ?? 'list',
          source: entry.source,
          member: entry.member,
          state,
          strength,
          standing: entry.standing,
          ...(asOf === undefined ? {} : { asOf }),
          ...(validUntil === undefined ? {} : { validUntil }),
          stale,
        };
        const number = students.find(student);
        isClaimed[number] = 1;
        const known = found.get(number);
        if (known === undefined) found.set(number, [claim]);
        else known.push(claim);
      }
    },
    claimsOf: (student, hukous) => {
      const claims = isClaimed[student] === 0 ? undefined : found.get(student);
      return claims === undefined ? undefined : { claims, compared: compared(claims, hukous) };
    },
  };
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
  if (categories.length === 0) return () => [];
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
