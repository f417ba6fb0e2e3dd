import { type CategoryInput, compareSources, compareText, type SourceRef } from '../roster/index.js';
import { Chains } from './chains.js';
import { coversHukou } from './covers.js';
import type { MatchPolicy } from './policy.js';
import type { Students } from './search/students.js';
import type { DepartmentList, EntryOutcome, ListEntry } from './types.js';

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
    const covering = files.filter((list) => coversHukou(list, hukou));
    if (covering.length === 0) return 'listMissing';
    if (covering.every((list) => list.stale)) base = 'listStale';
  }
  return base;
}

const withList = (source: SourceRef, list: string): SourceRef => ({ ...source, list: source.list ?? list });

/** Several persons of one row are one piece of evidence. */
const evidenceOf = (rows: readonly SourceRef[]): SourceRef[] =>
  rows.filter((row, i) => i === 0 || compareSources(row, rows[i - 1]!) !== 0);

/** How a row speaks for a student: it is matched, or in review with the student among the strong. */
interface Voice {
  readonly entry: ListEntry;
  readonly matched: boolean;
}

/** What the outcomes say of the students' categories, one outcome after the other. */
export interface CategoryVoices {
  /** Takes in an outcome, in the order of list, file, sheet, row, member. */
  readonly hear: (outcome: EntryOutcome) => void;
  /** The status of every category of a student, by number, who has these hukous, after all that was heard. */
  readonly statusOf: (student: number, hukous: readonly string[]) => readonly CategoryInput[];
}

/**
 * The status of every category for every student. In this order: a matched row gives it, `in`; a row in review
 * ranks the student strong, or a matched row leaves it open, `unknown`; a list is missing or stale, `unknown`;
 * else `out`. A duplicate speaks as the row that it repeats.
 */
export function categoryVoices(
  lists: readonly DepartmentList[],
  policy: MatchPolicy,
  students: Students,
): CategoryVoices {
  const categories = categoriesOf(lists, policy);
  const voices = new Chains(students.size);
  const voiceAt: Voice[] = [];
  const speak = (key: string, voice: Voice): void => {
    voices.add(students.find(key));
    voiceAt.push(voice);
  };

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

  return {
    hear: ({ entry, state, student, candidates, proof }) => {
      const acts = state === 'duplicate' ? proof?.state : state;
      if (acts === 'matched' && student !== undefined) speak(student, { entry, matched: true });
      if (acts !== 'review') return;
      const voice = { entry, matched: false };
      for (const candidate of candidates) if (candidate.strong) speak(candidate.student, voice);
    },
    statusOf: (student, hukous) => {
      const base = baseFor(hukous);
      if (voices.isEmpty(student)) return base;
      const said = voices.itemsOf(student).map((item) => voiceAt[item]!);
      return base.map((input) => heard(input, said));
    },
  };
}

function heard(base: CategoryInput, voices: readonly Voice[]): CategoryInput {
  const { category } = base;
  const rows = (matched: boolean, standing: (entry: ListEntry) => boolean): SourceRef[] =>
    voices
      .filter((voice) => voice.matched === matched && standing(voice.entry))
      .map(({ entry }) => withList(entry.source, entry.list));
  const current = ({ standing }: ListEntry): boolean => standing.in.includes(category);
  const open = ({ standing }: ListEntry): boolean => standing.unknown.includes(category);
  const sure = rows(true, current);
  if (sure.length > 0) return { category, status: 'in', evidence: evidenceOf(sure) };
  const inReview = rows(false, (entry) => current(entry) || open(entry));
  if (inReview.length > 0)
    return { category, status: 'unknown', doubt: 'openMatch', evidence: evidenceOf(inReview) };
  const unclear = rows(true, open);
  return unclear.length === 0
    ? base
    : { category, status: 'unknown', doubt: 'rowUnclear', evidence: evidenceOf(unclear) };
}
