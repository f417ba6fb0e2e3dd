import { digestJson } from '../value/index.js';
import type { RosterIndex } from './search/roster-index.js';
import type { EntryState, ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

const LENGTH = 16;
const short = (value: Parameters<typeof digestJson>[0], length = LENGTH): string =>
  digestJson(value).slice(7, 7 + length);

const LONE_SURROGATE = /\p{Surrogate}/gu;
const wellFormed = (text: string): string =>
  text.replace(LONE_SURROGATE, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

/** Whether a person is asked about an entry that ended so. */
export const isAsked = ({ state }: { readonly state: EntryState }): boolean =>
  state === 'review' || state === 'invalid';

/**
 * What an entry says of who it is about, as a digest: its cells, and not where its row stands or what it gives. Two rows
 * of a list with the same are about one person, or about two whom nothing tells apart.
 */
export const entryContent = (entry: ListEntry): string =>
  short(
    [
      entry.list,
      entry.evidence ?? 'list',
      entry.means ?? 'person',
      entry.householdComplete === true ? 'complete' : '',
      entry.name,
      entry.id,
      String(entry.idNotText),
      entry.studentNumber,
      entry.relation,
      entry.area ?? '',
      entry.school ?? '',
    ].map(wellFormed),
  );

/** The candidates a person is shown, as a digest: who they are, by what the roster says, and why each is one. */
function candidatesContent({ candidates, shown = candidates.length }: Verdict, roster: RosterIndex): string {
  const { students, names, keys } = roster;
  return short(
    candidates.slice(0, shown).map(({ student, why }) => {
      const cells = new Set<string>();
      for (const row of students.rowsOf(students.find(student))) {
        const name = names.nameOf[row]!;
        if (name >= 0) cells.add(names.n2Of(name));
        for (let at = keys.startOf(row); at < keys.endOf(row); at += 1) cells.add(keys.textAt(at));
      }
      return [student, why, ...[...cells].sort()].map(wellFormed);
    }),
  );
}

/**
 * {@link EntryOutcome.content}: who the entry is about, and whom a person is shown. Where several rows of the list say the
 * same of who (`alike`), also how many, and what this one gives: nobody knows which of them is left when one goes.
 */
export function contentOf(
  entry: ListEntry,
  verdict: Verdict,
  roster: RosterIndex,
  alike: number,
  who: string = entryContent(entry),
): string {
  const content = `${who}-${candidatesContent(verdict, roster)}`;
  if (alike < 2) return content;
  const { standing } = entry;
  return `${content}-${short([alike, [...standing.in].sort(), [...standing.unknown].sort()], LENGTH / 2)}`;
}

/** The part of a content that says who the entry is about: {@link entryContent}. */
export const entryPart = (content: string): string => content.split('-', 1)[0] ?? '';
