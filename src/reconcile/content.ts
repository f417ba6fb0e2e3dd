import { digestJson } from '../value/index.js';
import type { RosterIndex } from './search/roster-index.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

const LENGTH = 16;
const short = (value: Parameters<typeof digestJson>[0]): string => digestJson(value).slice(7, 7 + LENGTH);

const LONE_SURROGATE = /\p{Surrogate}/gu;
const wellFormed = (text: string): string =>
  text.replace(LONE_SURROGATE, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

/** What an entry says of who it is about, as a digest: its cells, and not where its row stands or what it gives. */
export const entryContent = (entry: ListEntry): string =>
  short(
    [
      entry.list,
      entry.evidence ?? 'list',
      entry.means ?? 'person',
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

/** {@link EntryOutcome.content}. A person who decided it once need not be asked again while it is the same. */
export const contentOf = (entry: ListEntry, verdict: Verdict, roster: RosterIndex): string =>
  `${entryContent(entry)}-${candidatesContent(verdict, roster)}`;

/** The part of a content that is the entry's alone. */
export const entryPart = (content: string): string => content.split('-', 1)[0] ?? '';
