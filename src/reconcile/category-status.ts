import { type CategoryInput, compareSources, compareText, type SourceRef } from '../roster/index.js';
import type { MatchPolicy } from './policy.js';
import type { RosterIndex } from './search/roster-index.js';
import type { DepartmentList, EntryOutcome } from './types.js';

type Base = 'listMissing' | 'listStale' | 'out';
const WORST: readonly Base[] = ['listMissing', 'listStale', 'out'];

/** Every category that an expected list or a list at hand can give, by code point. */
function categoriesOf(lists: readonly DepartmentList[], policy: MatchPolicy): string[] {
  const all = new Set<string>();
  for (const { categories } of policy.expected) for (const category of categories) all.add(category);
  for (const list of lists) {
    for (const category of list.categories) all.add(category);
    for (const { standing } of list.entries)
      for (const category of [...standing.in, ...standing.unknown]) all.add(category);
  }
  return [...all].sort(compareText);
}

/**
 * What not being on any list means for someone of this hukou. Each expected list of the category must be there
 * and cover the hukou, else nobody can say `out`: a hukou not known is covered only by a list for everybody.
 */
function withoutEntry(
  category: string,
  hukou: string,
  lists: readonly DepartmentList[],
  policy: MatchPolicy,
): Base {
  const giving = lists.filter((list) => list.categories.includes(category));
  const expected = policy.expected.filter((e) => e.categories.includes(category)).map((e) => e.list);
  const needed =
    expected.length === 0 ? [giving] : expected.map((id) => giving.filter((list) => list.list === id));
  let base: Base = 'out';
  for (const files of needed) {
    const covering = files.filter(
      ({ covers }) =>
        covers.length === 0 || covers.some((prefix) => prefix !== '' && hukou.startsWith(prefix)),
    );
    if (covering.length === 0) return 'listMissing';
    if (covering.every((list) => list.stale)) base = 'listStale';
  }
  return base;
}

const withList = (source: SourceRef, list: string): SourceRef => ({ ...source, list: source.list ?? list });

function evidenceOf(rows: readonly SourceRef[]): SourceRef[] {
  const sorted = [...rows].sort(compareSources);
  return sorted.filter((row, i) => i === 0 || compareSources(row, sorted[i - 1]!) !== 0);
}

/** Rows that speak for a category of a student, by how much they say. */
interface Voices {
  readonly sure: SourceRef[];
  readonly open: SourceRef[];
  readonly unclear: SourceRef[];
}

/**
 * The status of every category for every student. In this order: a matched row gives it, `in`; a row in review
 * ranks the student strong, or a matched row leaves it open, `unknown`; a list is missing or stale, `unknown`;
 * else `out`. A duplicate speaks as the row that it repeats.
 */
export function categoryStatus(
  outcomes: readonly EntryOutcome[],
  roster: RosterIndex,
  lists: readonly DepartmentList[],
  policy: MatchPolicy,
): ReadonlyMap<string, readonly CategoryInput[]> {
  const categories = categoriesOf(lists, policy);
  const voices = new Map<string, Map<string, Voices>>();
  const speak = (student: string, category: string, kind: keyof Voices, source: SourceRef): void => {
    const ofStudent = voices.get(student) ?? new Map<string, Voices>();
    const said = ofStudent.get(category) ?? { sure: [], open: [], unclear: [] };
    said[kind].push(source);
    voices.set(student, ofStudent.set(category, said));
  };

  for (const { entry, state, student, candidates, proof } of outcomes) {
    const acts = state === 'duplicate' ? proof?.state : state;
    const source = withList(entry.source, entry.list);
    if (acts === 'matched' && student !== undefined) {
      for (const category of entry.standing.in) speak(student, category, 'sure', source);
      for (const category of entry.standing.unknown) speak(student, category, 'unclear', source);
    }
    if (acts !== 'review') continue;
    for (const candidate of candidates) {
      if (!candidate.strong) continue;
      for (const category of [...entry.standing.in, ...entry.standing.unknown])
        speak(candidate.student, category, 'open', source);
    }
  }

  const bases = new Map<string, readonly CategoryInput[]>();
  const baseFor = (hukous: readonly string[]): readonly CategoryInput[] => {
    const key = JSON.stringify(hukous);
    const known = bases.get(key);
    if (known !== undefined) return known;
    const statuses = categories.map((category): CategoryInput => {
      const found = hukous.map((hukou) => withoutEntry(category, hukou, lists, policy));
      const worst = WORST.find((base) => found.includes(base)) ?? 'listMissing';
      return worst === 'out' ? { category, status: 'out' } : { category, status: 'unknown', doubt: worst };
    });
    bases.set(key, statuses);
    return statuses;
  };

  const result = new Map<string, readonly CategoryInput[]>();
  for (const [number, student] of roster.studentKeys.entries()) {
    const rows = roster.rowsOfStudent(number);
    const hukous =
      rows.length === 1
        ? [rows[0]!.hukou.trim()]
        : [...new Set(rows.map((person) => person.hukou.trim()))].sort(compareText);
    const base = baseFor(hukous);
    const said = voices.get(student);
    result.set(
      student,
      said === undefined ? base : base.map((input) => heard(input, said.get(input.category))),
    );
  }
  return result;
}

function heard(base: CategoryInput, said: Voices | undefined): CategoryInput {
  const { category } = base;
  if (said === undefined) return base;
  if (said.sure.length > 0) return { category, status: 'in', evidence: evidenceOf(said.sure) };
  return said.open.length > 0
    ? { category, status: 'unknown', doubt: 'openMatch', evidence: evidenceOf(said.open) }
    : { category, status: 'unknown', doubt: 'rowUnclear', evidence: evidenceOf(said.unclear) };
}
