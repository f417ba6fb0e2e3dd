import { type EntryOutcome, entryContent, isAsked, type ListEntry } from '../../reconcile/index.js';
import { compareText, type Student } from '../../roster/index.js';
import type { Json } from '../../value/index.js';
import { type RowKey, rowKey, type Subject } from '../form/index.js';
import type { EnrolmentStudent } from './students.js';

/** Where an entry stands, as a text. */
export const entryPlace = ({ list, source, member }: ListEntry): string =>
  JSON.stringify([list, source.file, source.sheet ?? '', source.row, member]);

const placeKey = ({ entry, child }: EntryOutcome): string => `${entryPlace(entry)} ${child ?? 0}`;

const whoOf = ({ entry, child = 0 }: EntryOutcome): readonly [who: string, child: number] => [
  entryContent(entry),
  child,
];

/** The key of the question about an entry: of so many before it that say the same of whom. */
const keyOf = (outcome: EntryOutcome, before: number): RowKey =>
  rowKey('entry', [...whoOf(outcome), before], outcome.content ?? '');

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
    const asked = outcomes.filter(isAsked).map((outcome) => ({ outcome, content: outcome.content ?? '' }));
    // Of rows that say the same of whom, those that give the same stand together, so that the content tells them apart where
    // it can and their order only where nothing does.
    asked.sort((a, b) => compareText(a.content, b.content));
    const alike = new Map<string, number>();
    for (const { outcome } of asked) {
      const about = JSON.stringify(whoOf(outcome));
      const before = alike.get(about) ?? 0;
      alike.set(about, before + 1);
      this.entries.set(placeKey(outcome), keyOf(outcome, before));
    }
  }

  entry(outcome: EntryOutcome): RowKey {
    return this.entries.get(placeKey(outcome)) ?? keyOf(outcome, 0);
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
}
