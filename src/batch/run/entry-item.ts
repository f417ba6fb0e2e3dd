import { type EntryOutcome, RECONCILE_MESSAGES } from '../../reconcile/index.js';
import { type Item, placed, titleOf, type WorklistInput, whoIs } from './item.js';

/** The item of a list entry that a person has to look at, with the students it may be. */
export function entryItem(outcome: EntryOutcome, input: WorklistInput): Item {
  const { entry, reason, candidates } = outcome;
  const { rules } = input;
  const floors = [...entry.standing.in, ...entry.standing.unknown].map(
    (id) => rules.categories.find((c) => c.id === id)?.floor ?? 0,
  );
  const floor = floors.reduce((most, one) => (one > most ? one : most), 0);
  const strong = candidates.filter((candidate) => candidate.strong);
  const word = (key: string): string => RECONCILE_MESSAGES[key]?.zh ?? key;
  const shown = (strong.length > 0 ? strong : candidates).slice(0, 5);
  const named = shown.map(({ student, why }) => {
    const row = input.students.get(student)?.rows[0];
    return `${row?.name ?? ''} ${row?.studentNumber || student}（${word(`why.${why}`)}）`;
  });
  const more = candidates.length > shown.length ? `，共 ${candidates.length} 人` : '';
  const [first] = shown;
  const school = first === undefined ? undefined : input.students.get(first.student)?.rows[0].school;
  const who = first === undefined || school === undefined ? {} : whoIs(first.student, school, input);
  return {
    kind: 'entry',
    // An answer can lift somebody to the floor only where somebody of the roster is near.
    stake: strong.length > 0 ? (floor > 0 ? floor : 1) : candidates.length > 0 ? 1 : 0,
    open: 0n,
    cells: {
      ...who,
      姓名: entry.name.trim(),
      全国学籍号: entry.studentNumber.trim(),
      要做的事: [
        `核对名单上的这个人：${word(`reason.${reason}`)}`,
        ...(named.length === 0 ? [] : [`可能是 ${named.join('、')}${more}`]),
      ].join('；'),
      名单: titleOf(rules.document.lists[entry.list]?.title, entry.list),
      ...placed(entry.source),
      人序: String(entry.member),
      代码: reason,
    },
  };
}
