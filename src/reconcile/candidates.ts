import { compareText } from '../roster/index.js';
import type { Candidate, Certificate } from './candidate.js';
import { milliBits } from './compare/bits.js';
import { type Comparison, compare, type Side, sideOf } from './compare/comparison.js';
import { evidenceFor } from './compare/score.js';
import type { MatchContext, ReadEntry } from './context.js';
import { gather } from './gather.js';
import { heldNamesakes, type Namesake } from './namesakes.js';
import { hasAnothersId, hasSchoolAgeId } from './school-age.js';
import type { Link } from './search/links.js';
import { isPackable } from './search/packed-id.js';
import { CANDIDATE_WHYS, type Strength, strengthOf } from './strength.js';

/** Everybody an entry may be about, ranked, and what a scan over all IDs of the roster proved. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly certificate?: Certificate;
  /** More students have the name than are held open by it. */
  readonly namesakesNotHeld?: boolean;
}

const NOBODY: ReadonlySet<number> = new Set();

interface Ranked extends Strength, Namesake {
  readonly evidence: Candidate['evidence'];
}

/**
 * Finds and ranks the candidates of one entry, from the entry, the roster and the policy alone. Every one is kept: by
 * score, the highest first, then by the student's key. Who has no student with an equal ID is looked for in the whole
 * roster as well, unless the policy says not to, so that it is proved who is not there.
 */
export function candidatesFor(
  read: ReadEntry,
  context: MatchContext,
  links: ReadonlyMap<number, readonly Link[]>,
): Found {
  const { roster, policy } = context;
  const sameId = new Set<number>();
  const sameNumber = new Set<number>();
  for (const ways of links.values())
    for (const { why, row } of ways) (why === 'sameId' ? sameId : sameNumber).add(row);
  const side = sideOf(read, roster, sameId, sameNumber, {
    anothersId: hasAnothersId(read, context),
    idSpeaks: hasSchoolAgeId(read, context),
    place: context.placeOf(read.entry),
  });
  const rows = gather(read, side, context);

  const certificate = sameId.size > 0 ? undefined : scanned(read, side, context, rows);

  const best = new Map<number, Ranked>();
  for (const row of rows) {
    const comparison = compare(read, side, roster, row);
    const evidence = evidenceFor(comparison, policy.weights, rarityOf(context, row, comparison));
    const score = evidence.reduce((sum, one) => sum + one.milliBits, 0);
    const student = roster.studentOf[row]!;
    const { why, strong, explains } = strengthOf(comparison);
    const ranked: Ranked = { student, score, evidence, comparison, why, strong, explains };
    const known = best.get(student);
    if (known === undefined || better(ranked, known) < 0) best.set(student, ranked);
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score || a.student - b.student);
  const named = ranked.some((one) => one.strong === 'yes' && one.why.startsWith('sameName'));
  const explained = ranked.some((one) => one.explains);
  const like = (strong: Strength['strong']): readonly Ranked[] =>
    ranked.filter((one) => one.strong === strong);
  const namesakes = like('namesake');
  const { held, tooMany } = explained
    ? { held: NOBODY, tooMany: false }
    : heldNamesakes(namesakes.length > 0 ? namesakes : like('neighbour'), read, context, links.size > 0);
  const candidates = ranked.map(
    ({ student, score, evidence, why, strong }): Candidate => ({
      student: roster.students.keyOf(student),
      strong: strong === 'yes' || (strong === 'ifNoOther' && !named) || held.has(student),
      why,
      score,
      evidence,
    }),
  );
  return {
    candidates,
    ...(certificate === undefined ? {} : { certificate }),
    ...(tooMany && namesakes.length > 0 ? { namesakesNotHeld: true } : {}),
  };
}

const STRENGTHS: readonly Strength['strong'][] = ['yes', 'ifNoOther', 'namesake', 'neighbour', 'no'];
const PLACES: readonly Comparison['place'][] = ['in', 'unknown', 'out'];

/**
 * Of several rows of one student the strongest speaks, then the one with the highest score, then the one that is nearer to
 * the place of the entry: never the one that happens to come first.
 */
const better = (a: Ranked, b: Ranked): number =>
  STRENGTHS.indexOf(a.strong) - STRENGTHS.indexOf(b.strong) ||
  b.score - a.score ||
  CANDIDATE_WHYS.indexOf(a.why) - CANDIDATE_WHYS.indexOf(b.why) ||
  PLACES.indexOf(a.comparison.place) - PLACES.indexOf(b.comparison.place) ||
  compareText(JSON.stringify(a.evidence), JSON.stringify(b.evidence));

/** What an equal name is worth: the rarer it is, the more. */
function rarityOf({ roster }: MatchContext, row: number, { name }: Comparison): number {
  if (name !== 'same') return 0;
  return milliBits(roster.students.size) - milliBits(roster.names.students[roster.names.nameOf[row]!]!);
}

/** Scans every ID of the roster, adds who is near to the rows, and says what was searched. */
function scanned(
  read: ReadEntry,
  side: Side,
  context: MatchContext,
  rows: Set<number>,
): Certificate | undefined {
  const { roster, policy } = context;
  const ids = side.ids.filter(isPackable);
  if (policy.certificate === null || ids.length === 0) return undefined;
  const { distance: most, namedDistance, strangerDistance } = policy.certificate;
  const scan = context.scan();
  const related = context.relatedTo(read.reading.name);
  const mayRelate = scan.mayRelate(read.reading.name);
  const before = rows.size;
  const within = new Set<number>();
  const strangers = new Set<number>();
  let closest: number | null = null;
  for (const id of ids)
    scan.each(id, namedDistance, (row, distance, place) => {
      // Most IDs that are farther than `most` stand under a name that has nothing in common.
      if (distance > most && !mayRelate(place)) return;
      const named = related(row);
      const unnamed = !read.reading.name.readable || roster.names.nameOf[row]! < 0;
      if (!named && distance > most) return;
      if (closest === null || distance < closest) closest = distance;
      (named || unnamed || distance <= strangerDistance ? within : strangers).add(row);
    });
  for (const row of within) {
    rows.add(row);
    strangers.delete(row);
  }
  return {
    ids: scan.size,
    distance: most,
    namedDistance,
    strangerDistance,
    within: within.size,
    strangers: strangers.size,
    closest,
    added: rows.size - before,
  };
}
