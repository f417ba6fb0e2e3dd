import type { Alone } from './alone.js';
import type { EntryReason } from './reasons.js';
import { speaksForOthers } from './results.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** Current before unclear before lapsed: of several rows about one student the best one counts. */
const standingRank = ({ standing }: ListEntry): number =>
  standing.in.length > 0 ? 0 : standing.unknown.length > 0 ? 1 : 2;

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): T[][] {
  // Most stand alone, and need no group.
  const firsts = new Map<string, T>();
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    if (k === null) continue;
    const first = firsts.get(k);
    const group = groups.get(k);
    if (first === undefined) firsts.set(k, item);
    else if (group === undefined) groups.set(k, [first, item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/**
 * Names the repeats within one list (over all its files; a comparison result is evidence of its own beside the raw list). Two kinds: further entries that hit the same student,
 * and further entries with the same valid ID and the same name as one that ended alike or that a person decided.
 * The row whose standing is best counts, the first of these where several are alike; what the others say is not
 * lost: they keep their candidates, and the categories of a repeat count as those of the row it repeats.
 * `decided` is in the order of list, file, sheet, row, member; `ended` says where each of them ended.
 */
export function nameDuplicates(decided: readonly Alone[], ended: readonly Verdict[]): readonly Verdict[] {
  const at = decided.map((_, i) => i);
  const verdicts = [...ended];
  const rank = (i: number): number => standingRank(decided[i]!.entry);
  const first = (group: readonly number[]): number => group.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const listOf = (i: number): string => {
    const { list, evidence = 'list' } = decided[i]!.entry;
    // The length keeps apart what stands behind it.
    return `${evidence} ${list.length} ${list}`;
  };

  const repeats = (i: number, of: number, reason: EntryReason): void => {
    const own = verdicts[i]!;
    const { source, member } = decided[of]!.entry;
    const student = verdicts[of]!.student;
    verdicts[i] = {
      state: 'duplicate',
      reason,
      ...(student === undefined ? {} : { student }),
      candidates: own.candidates,
      proof: {
        file: source.file,
        sheet: source.sheet ?? '',
        row: String(source.row),
        member: String(member),
        state: verdicts[of]!.state,
      },
    };
  };

  // One person, written twice.
  const persons = groupBy(at, (i) => {
    const { own, name, certain } = decided[i]!;
    const verdict = verdicts[i]!;
    const open = verdict.state === 'review' || verdict.state === 'notAStudent';
    if (!open && verdict.reason !== 'decision') return null;
    // Results of a row that speaks for others are about different students.
    if (speaksForOthers(decided[i]!.entry)) return null;
    if (verdict.reason === 'decisionUnclear' || own < 0 || !certain) return null;
    return `${listOf(i)} ${own} ${name}`;
  });
  for (const group of persons) {
    const byPerson = group.filter((i) => verdicts[i]!.reason === 'decision');
    const open = group.filter((i) => verdicts[i]!.reason !== 'decision');
    const said = new Set(
      byPerson.map((i) => JSON.stringify([verdicts[i]!.state, verdicts[i]!.student ?? null])),
    );
    // People who said different things of the same name and number meant different persons.
    if (said.size > 1) continue;
    if (said.size === 1) {
      for (const i of open) repeats(i, first(byPerson), 'samePerson');
      continue;
    }
    for (const state of ['review', 'notAStudent']) {
      const alike = open.filter((i) => verdicts[i]!.state === state);
      if (alike.length < 2) continue;
      const kept = first(alike);
      for (const i of alike) if (i !== kept) repeats(i, kept, 'samePerson');
    }
  }

  // One student, hit twice: by now also through a repeat of a decided row.
  const students = groupBy(at, (i) => {
    const { state, student } = verdicts[i]!;
    return student !== undefined && (state === 'matched' || state === 'duplicate')
      ? `${listOf(i)} ${student}`
      : null;
  });
  for (const group of students) {
    const kept = first(group.filter((i) => verdicts[i]!.state === 'matched'));
    for (const i of group)
      if (i !== kept)
        repeats(
          i,
          kept,
          verdicts[i]!.state === 'duplicate' ? (verdicts[i]!.reason as EntryReason) : 'sameStudent',
        );
  }
  return verdicts;
}
