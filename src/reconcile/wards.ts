import { compareText } from '../roster/index.js';
import type { Candidate } from './candidate.js';
import { standsIn } from './compare/place.js';
import { slipsBetween } from './compare/slips.js';
import type { MatchContext, ReadEntry } from './context.js';
import type { CandidateWhy } from './strength.js';
import type { MatchWeights } from './weights.js';

/** The students whose guardian the person of a row is, or may be. */
export interface Wards {
  /** The guardian's ID and name are the row's, both beyond doubt: keys of the students, by code point. */
  readonly certain: readonly string[];
  /** All others. */
  readonly possible: readonly Candidate[];
}

interface Found {
  readonly why: CandidateWhy;
  readonly strong: boolean;
  readonly codes: readonly (keyof MatchWeights)[];
}

/** An ID of a guardian that far from the row's is a slip of it. */
const NEAR = 2;

/**
 * Looks for the children of a row's person by the roster's guardians: by the ID, and by the name where the guardian has no
 * ID in the roster, the row has none, or the two are a slip or two apart. A guardian of the name with an ID that is far
 * away is somebody else. Names alone hold nobody open beyond what the policy allows for namesakes, and nobody of another
 * place.
 */
export function wardsOf(read: ReadEntry, context: MatchContext): Wards {
  const { roster, policy } = context;
  const { own, keys, name } = read.reading;
  const certain = new Set<number>();
  const possible = new Map<number, Found>();
  const offer = (row: number, found: Found): void => {
    const student = roster.studentOf[row]!;
    const known = possible.get(student);
    if (known === undefined || rank(found) < rank(known)) possible.set(student, found);
  };

  for (const { key, kind } of keys) {
    if (kind === 'number') continue;
    for (const { row, guardianName } of roster.guardians.wardsOf(key)) {
      const named = name.certain && guardianName === name.n2;
      if (named && own?.text === key) certain.add(roster.studentOf[row]!);
      else if (named)
        offer(row, { why: 'guardianIdAndName', strong: true, codes: ['guardianId', 'guardianName'] });
      else offer(row, { why: 'guardianId', strong: true, codes: ['guardianId'] });
    }
  }
  if (name.readable) {
    const ids = keys.filter(({ kind }) => kind !== 'number').map(({ key }) => key);
    const place = context.placeOf(read.entry);
    const byName: { readonly row: number; readonly found: Found; readonly farId: boolean }[] = [];
    let anyNear = false;
    for (const { row, ids: theirs } of roster.guardians.named(name.n2)) {
      const near = ids.some((id) => theirs.some((text) => slipsBetween(id, text, NEAR) <= NEAR));
      anyNear ||= near;
      if (near)
        offer(row, { why: 'guardianNameNearId', strong: true, codes: ['guardianNearId', 'guardianName'] });
      else if (own === null || theirs.length === 0) {
        const inside = standsIn(place, roster, row);
        const codes: Found['codes'] = inside === 'in' ? ['hukouSame', 'guardianName'] : ['guardianName'];
        byName.push({
          row,
          found: { why: 'guardianName', strong: inside !== 'out', codes },
          farId: theirs.length > 0,
        });
      }
    }
    // Where an ID that is a slip away explains the row's, a guardian with one that is far from it is somebody else.
    const meant = byName.filter(({ found, farId }) => found.strong && !(farId && anyNear));
    const few = new Set(meant.map(({ row }) => roster.studentOf[row]!)).size <= policy.namesakes.withoutId;
    const strong = new Set(few ? meant : []);
    for (const one of byName) offer(one.row, { ...one.found, strong: strong.has(one) });
  }

  const keyOf = (student: number): string => roster.students.keyOf(student);
  const others = [...possible].filter(([student]) => !certain.has(student));
  return {
    certain: [...certain].map(keyOf).sort(compareText),
    possible: others.map(([student, { why, strong, codes }]): Candidate => {
      const evidence = codes.map((code) => ({ code, milliBits: policy.weights[code] }));
      const score = evidence.reduce((sum, one) => sum + one.milliBits, 0);
      return { student: keyOf(student), strong, why, score, evidence };
    }),
  };
}

const ORDER: readonly CandidateWhy[] = [
  'guardianIdAndName',
  'guardianNameNearId',
  'guardianId',
  'guardianName',
];

/** Of several guardians of one student the one that says most speaks, and of two alike the one in the place of the row. */
const rank = ({ why, strong, codes }: Found): number =>
  ORDER.indexOf(why) * 4 + (strong ? 0 : 2) + (codes.includes('hukouSame') ? 0 : 1);
