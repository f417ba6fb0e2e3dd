import { type EntryDecision, type EntryOutcome, isAsked } from '../../reconcile/index.js';
import { type Issue, warning } from '../../value/index.js';
import { aboutText, keyText, type RowKey, sameStudent } from '../form/index.js';
import type { AnswerRow } from '../source/index.js';
import { at, type Bound, newer } from './bound.js';
import { shownOf } from './entry-item.js';
import { entryPlace, type QuestionKeys } from './questions.js';
import type { StudentNumbers } from './students.js';

/** Answers about entries, and to which county those belong who are not of this one, by the place of the entry. */
export interface BoundEntries extends Bound<EntryDecision> {
  readonly elsewhere: ReadonlyMap<string, string>;
}

/**
 * Brings answers about list entries to their entries, by content. An answer holds while the entry and the candidates shown
 * are as they were. Issues: `answer.changed` (asked again; a note), `answer.orphan` (no entry says this any more),
 * `answer.settled` (a note), `answer.overtaken`, `answer.chosen`.
 */
export function bindEntryAnswers(
  answers: readonly AnswerRow[],
  keys: QuestionKeys,
  numbers: StudentNumbers,
): BoundEntries {
  const mine = answers.filter((answer) => answer.key.subject === 'entry');
  const decisions: EntryDecision[] = [];
  const earlier = new Map<string, AnswerRow>();
  const elsewhere = new Map<string, string>();
  const issues: Issue[] = [];
  if (mine.length === 0) return { decisions, applied: 0, aside: 0, earlier, elsewhere, issues };
  const asked = new Map<string, EntryOutcome>();
  for (const outcome of keys.outcomes)
    if (isAsked(outcome)) asked.set(aboutText(keys.entry(outcome)), outcome);
  const gone = new Set(mine.map(({ key }) => aboutText(key)).filter((about) => !asked.has(about)));
  const settled = gone.size === 0 ? new Map<string, EntryOutcome>() : settledAmong(gone, keys);

  const fitting = new Set(
    mine.filter(({ key }) => fits(asked.get(aboutText(key)), key, keys)).map(({ key }) => aboutText(key)),
  );
  let aside = 0;
  for (const answer of mine) {
    const { conclusion, key } = answer;
    const about = aboutText(key);
    const outcome = asked.get(about);
    if (conclusion.kind !== 'entry') continue;
    if (outcome === undefined || !fits(outcome, key, keys)) {
      aside += 1;
      const now = settled.get(about);
      if (outcome !== undefined) {
        // A newer answer to the same question has been given: nobody has to look at this one again.
        if (fitting.has(about)) continue;
        earlier.set(about, newer(earlier.get(about), answer));
        issues.push({ ...warning('answer.changed', {}, at(answer)), severity: 'note' });
      } else if (now === undefined) issues.push(warning('answer.orphan', {}, at(answer)));
      else if (agrees(now, answer))
        issues.push({ ...warning('answer.settled', {}, at(answer)), severity: 'note' });
      else issues.push(warning('answer.overtaken', {}, at(answer)));
      continue;
    }
    const { entry } = outcome;
    const { by, on, because } = answer;
    const base = {
      list: entry.list,
      file: entry.source.file,
      ...(entry.source.sheet === undefined ? {} : { sheet: entry.source.sheet }),
      row: entry.source.row,
      member: entry.member,
      by,
      on,
      because,
    };
    if (conclusion.where !== '') elsewhere.set(entryPlace(entry), conclusion.where);
    if (conclusion.state !== 'matched') {
      decisions.push({ ...base, state: conclusion.state });
      continue;
    }
    const students = chosenStudents(conclusion.chosen, outcome, keys, numbers);
    if (students === null) {
      aside += 1;
      issues.push(warning('answer.chosen', {}, at(answer, 'chosen')));
    } else for (const student of students) decisions.push({ ...base, state: 'matched', student });
  }
  return { decisions, applied: mine.length - aside, aside, earlier, elsewhere, issues };
}

const fits = (outcome: EntryOutcome | undefined, key: RowKey, keys: QuestionKeys): boolean =>
  outcome !== undefined && keyText(keys.entry(outcome)) === keyText(key);

/** Entries of these keys about which nobody is asked any more. */
function settledAmong(abouts: ReadonlySet<string>, keys: QuestionKeys): ReadonlyMap<string, EntryOutcome> {
  const found = new Map<string, EntryOutcome>();
  for (const outcome of keys.outcomes) {
    if (isAsked(outcome)) continue;
    const about = aboutText(keys.entry(outcome));
    if (abouts.has(about)) found.set(about, outcome);
  }
  return found;
}

/** Whether an entry that nobody is asked about any more ended as the person said. */
function agrees({ state, student }: EntryOutcome, { conclusion }: AnswerRow): boolean {
  if (conclusion.kind !== 'entry') return false;
  if (state === 'lapsed' || state === 'duplicate') return true;
  if (state !== conclusion.state) return false;
  return state !== 'matched' || conclusion.chosen === '' || sameStudent(conclusion.chosen, student ?? '');
}

/** Between the students of a row that speaks for a household. */
const BETWEEN = /[、,，;；\n]+/;

/** The students whom a person chose; several only of a row that is about others than its person. `null`: not clear. */
function chosenStudents(
  chosen: string,
  outcome: EntryOutcome,
  keys: QuestionKeys,
  numbers: StudentNumbers,
): readonly string[] | null {
  const { candidates, entry } = outcome;
  if (chosen === '') {
    const [only] = candidates;
    return only !== undefined && candidates.length === 1 ? [only.student] : null;
  }
  const several = (entry.means ?? 'person') !== 'person';
  const texts = several ? chosen.split(BETWEEN).map((text) => text.trim()) : [chosen];
  const students = texts
    .filter((text) => text !== '')
    .map((text) => chosenStudent(text, outcome, keys, numbers));
  const found = students.filter((student) => student !== null);
  return found.length > 0 && found.length === students.length ? [...new Set(found)] : null;
}

/** The student of one number or key, perhaps masked as it was shown, or of one line of the candidates. */
function chosenStudent(
  chosen: string,
  outcome: EntryOutcome,
  keys: QuestionKeys,
  numbers: StudentNumbers,
): string | null {
  const sides = shownOf(outcome);
  if (/^[0-9]{1,2}\.?$/.test(chosen)) return sides[Number.parseInt(chosen, 10) - 1]?.student ?? null;
  const shown = sides.filter(({ student }) =>
    keys.numbersOf(student).some((number) => sameStudent(chosen, number)),
  );
  if (shown.length > 0) return shown.length === 1 ? (shown[0]?.student ?? null) : null;
  const found = numbers.find(chosen);
  return 'key' in found ? found.key : keys.given.has(chosen) ? chosen : null;
}
