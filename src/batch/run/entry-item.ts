import { say } from '../../explain/index.js';
import { type Candidate, type EntryOutcome, RECONCILE_MESSAGES } from '../../reconcile/index.js';
import { ENTRY_CONCLUSIONS } from '../form/index.js';
import { earlierText } from './earlier.js';
import { type Item, placed, type Side, type WorklistInput, whoIs } from './item.js';

/** Candidates shown side by side where matching does not say how many. */
const MOST_SHOWN = 10;

/** The candidates of an entry that a person is shown: the strong ones, else the nearest. */
export function shownOf({ candidates, shown }: EntryOutcome): readonly Candidate[] {
  if (shown !== undefined) return candidates.slice(0, shown);
  const strong = candidates.filter((candidate) => candidate.strong);
  return (strong.length > 0 ? strong : candidates).slice(0, MOST_SHOWN);
}

/** The item of a list entry that a person has to look at: what the list says beside each student it may be. */
export function entryItem(outcome: EntryOutcome, input: WorklistInput): Item {
  const { entry, reason, candidates } = outcome;
  const { rules, titles, questions } = input;
  const { lang } = titles;
  const floors = [...entry.standing.in, ...entry.standing.unknown].map(
    (id) => rules.categories.find((c) => c.id === id)?.floor ?? 0,
  );
  const floor = floors.reduce((most, one) => (one > most ? one : most), 0);
  const strong = candidates.some((candidate) => candidate.strong);
  const word = (key: string): string => RECONCILE_MESSAGES[key]?.[lang] ?? key;
  const shown = shownOf(outcome);
  const sides = shown.map(({ student, why }) => ({
    ...whoIs(student, input.students.get(student)?.rows[0].school ?? '', input),
    why: word(`why.${why}`),
  }));
  const list = input.lists.find((one) => one.list === entry.list && one.file === entry.source.file);
  const key = questions.entryKey(outcome);
  const more = candidates.length - shown.length;
  return {
    kind: 'entry',
    // An answer can lift somebody to the floor only where somebody of the roster is near.
    stake: strong ? (floor > 0 ? floor : 1) : candidates.length > 0 ? 1 : 0,
    open: 0n,
    source: entry.source,
    students: candidates.filter((one) => one.strong || !strong).map((one) => one.student),
    sides: shown.map(({ student, strong: isStrong }, i) => ({
      student,
      strong: isStrong,
      cells: sides[i] as Side,
    })),
    row: {
      cells: {
        ...sideBySide(sides),
        todo: [
          say(
            lang,
            `核对名单上的这个人：${word(`reason.${reason}`)}`,
            `Check this person of the list: ${word(`reason.${reason}`)}`,
          ),
          ...(more > 0
            ? [
                say(
                  lang,
                  `另有 ${more} 名不大像的学生，没有列出`,
                  `${more} less likely students are not shown`,
                ),
              ]
            : []),
        ].join(say(lang, '；', '; ')),
        list: titles.list(entry.list),
        ...placed(entry.source),
        member: String(entry.member),
        listName: entry.name.trim(),
        listId: entry.id.trim(),
        listNumber: entry.studentNumber.trim(),
        relation: entry.relation.trim(),
        covers: (list?.covers ?? []).join('、'),
        code: reason,
        earlier: earlierText(questions.earlier(key), input),
        key,
      },
      conclusions: (sides.length === 0
        ? (['notEnrolledHere', 'outOfArea', 'notAStudent', 'deceased', 'matched'] as const)
        : (['matched', 'notEnrolledHere', 'outOfArea', 'notAStudent', 'deceased'] as const)
      ).map((state) => ENTRY_CONCLUSIONS[state][lang]),
      chosen: sides.map((side) => side.studentNumber),
    },
  };
}

/** One line for each candidate in every column of the roster's side, so that the lines of one student stand level. */
export function sideBySide(sides: readonly Side[]): Readonly<Partial<Record<keyof Side, string>>> {
  const [first] = sides;
  if (first === undefined) return {};
  if (sides.length === 1) return first;
  const columns = Object.keys(first) as (keyof Side)[];
  return Object.fromEntries(
    columns.map((column) => [column, sides.map((side, i) => `${i + 1}. ${side[column]}`).join('\n')]),
  );
}
