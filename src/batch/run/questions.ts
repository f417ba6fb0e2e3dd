import type { EntryOutcome, ListEntry } from '../../reconcile/index.js';
import { compareText, type Student } from '../../roster/index.js';
import type { Json } from '../../value/index.js';
import { type RowKey, rowKey, type Subject } from '../form/index.js';
import { shownOf } from './entry-item.js';
import type { EnrolmentStudent } from './students.js';

/** Whether people are asked about an entry. */
export const isAsked = ({ state }: EntryOutcome): boolean => state === 'review' || state === 'invalid';

/** Where an entry stands, as a text. */
export const entryPlace = ({ list, source, member }: ListEntry): string =>
  JSON.stringify([list, source.file, source.sheet ?? '', source.row, member]);

const placeKey = ({ entry, child }: EntryOutcome): string => `${entryPlace(entry)} ${child ?? 0}`;

/** What the list says of an entry, wherever its row stands. */
const contentOf = ({ entry, child }: EntryOutcome) => {
  const { list, name, id, studentNumber, relation, standing } = entry;
  return [list, name, id, studentNumber, relation, [...standing.in], [...standing.unknown], child ?? 0];
};

/**
 * The keys of the questions of a run, made from what lists and roster say before any answer is heard, so that an answer
 * to one question never changes the key of another.
 */
export class QuestionKeys {
  private readonly entries = new Map<string, RowKey>();
  readonly outcomes: readonly EntryOutcome[];
  readonly given: ReadonlyMap<string, Student>;
  private readonly students: ReadonlyMap<string, EnrolmentStudent>;
  private readonly period: string;

  /** `outcomes`: as they are without answers. `given`: students as they are without answers. */
  constructor(
    outcomes: readonly EntryOutcome[],
    students: ReadonlyMap<string, EnrolmentStudent>,
    given: ReadonlyMap<string, Student>,
    period: string,
  ) {
    this.outcomes = outcomes;
    this.given = given;
    this.students = students;
    this.period = period;
    const alike = new Map<string, EntryOutcome[]>();
    for (const outcome of outcomes) {
      if (!isAsked(outcome)) continue;
      const content = JSON.stringify(contentOf(outcome));
      const group = alike.get(content);
      if (group === undefined) alike.set(content, [outcome]);
      else group.push(outcome);
    }
    // Rows that say the same of two persons are told apart by their order, and asked again when one of them goes.
    for (const group of alike.values())
      for (const [i, outcome] of group.entries())
        this.entries.set(
          placeKey(outcome),
          this.keyOf(outcome, group.length > 1 ? [i + 1, group.length] : []),
        );
  }

  entry(outcome: EntryOutcome): RowKey {
    return this.entries.get(placeKey(outcome)) ?? this.keyOf(outcome, []);
  }

  /** Any change in what is known of the student asks again, apart from what people answered. */
  student(student: string): RowKey {
    const given = this.given.get(student);
    const {
      facts = {},
      enrolments = [],
      applied = false,
      aidedBefore = false,
      categories = [],
    } = given ?? {};
    const shown = [
      Object.entries(facts).sort(([a], [b]) => compareText(a, b)),
      enrolments.map(({ school, stage, setting, grade, boarder }) => [
        school,
        stage,
        setting,
        grade,
        boarder,
      ]),
      applied,
      aidedBefore,
      categories.map(({ category, status }) => [category, status]),
      (given?.decisions ?? []).map(({ source: _, ...decision }) => Object.entries(decision).sort()),
    ];
    return this.about('student', student, shown);
  }

  /** What stands for a student in every key, whatever is asked. */
  aboutStudent(student: string): string {
    return this.about('student', student, null).about;
  }

  fact(student: string, fact: string): RowKey {
    return this.about('fact', student, fact);
  }

  /** The numbers by which a person may name a student. */
  numbersOf(student: string): readonly string[] {
    const rows = this.students.get(student)?.rows ?? [];
    return [student, ...rows.map((row) => row.studentNumber.trim())].filter((number) => number !== '');
  }

  private about(subject: Subject, student: string, shown: unknown): RowKey {
    return rowKey(subject, [this.period, student], shown as Json);
  }

  private keyOf(outcome: EntryOutcome, twin: readonly number[]): RowKey {
    const candidates = shownOf(outcome).map(({ student }) => {
      const rows = this.students.get(student)?.rows ?? [];
      return [student, ...rows.map(({ name, id, studentNumber }) => [name, id, studentNumber])];
    });
    return rowKey('entry', [...contentOf(outcome), ...twin], candidates);
  }
}
