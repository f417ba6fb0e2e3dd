import * as z from 'zod';
import { SETTINGS, STAGES } from '../../roster/index.js';
import { datePattern, monthPattern } from './date-pattern.js';

/**
 * The shape of a job file. Every slot reads the source text of its scalar, so that `0123` stays `0123` and `否` is no
 * flag of YAML. A key that is not named here is an error: a job file that is read differently than it was meant
 * loses people.
 */

const TEXT = 200;
const text = () => z.string().min(1).max(TEXT);
const id = () => z.string().regex(/^[a-z][a-z0-9_]{0,47}$/, 'rules.id');
const date = () => z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'rules.date');
const whole = () =>
  z
    .string()
    .regex(/^[0-9]{1,6}$/, 'rules.number')
    .transform(Number);
const row = () =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,6}$/, 'rules.number')
    .transform(Number);
/** A plain decimal; `_` may stand between digits, as in rule files. */
const decimal = () =>
  z
    .string()
    .regex(/^[0-9](?:_?[0-9])*(?:\.[0-9]+)?$/, 'rules.number')
    .transform((digits) => digits.replaceAll('_', ''));
const factor = () =>
  z
    .string()
    .regex(/^[1-9](?:_?[0-9]){0,7}$/, 'rules.number')
    .transform((digits) => Number(digits.replaceAll('_', '')));
const flag = () => z.enum(['true', 'false']).transform((word) => word === 'true');
const oneOrMore = <T extends z.ZodType>(of: T) => z.union([of.transform((one) => [one]), z.array(of).min(1)]);

/** Between people or options of one cell: a text, or `line` for a line break. */
const separator = () => text().transform((word) => (word === 'line' ? '\n' : word));

/** A header as it stands in the file (several header rows are joined by `/`), or a letter: `@C`. */
const header = text;

/** One column of a source. */
export interface ColumnSpec {
  readonly header: string;
  /** What each text of the cells means: a flag, an option of the rule file, a number. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** Texts that mean: not known. Beside those of the source; a blank cell always is. */
  readonly unknown?: readonly string[] | undefined;
  /** Numbers may carry this sign between groups of three digits. */
  readonly thousands?: ',' | undefined;
  /** Take the stored result of a formula; otherwise a formula is bad data. */
  readonly formulas?: 'cached' | undefined;
  /** How dates are written, such as `YYYY/M/D` or `YYYY年M月D日`; default `YYYY-MM-DD`. Date cells of a workbook need none. */
  readonly date?: string | undefined;
  /** Texts between the options of one cell, for a fact that can have several. */
  readonly separator?: readonly string[] | undefined;
  /** Texts that mean: known not to exist; for a fact that can have several: none of its options. */
  readonly none?: readonly string[] | undefined;
  /** What a number of this column is multiplied by to be in the unit of the fact: `10_000` where the column is in 万元. */
  readonly times?: number | undefined;
  /** The values of the whole column lie about here, in the unit of the fact: half of them or more, zeros apart. */
  readonly plausible?: readonly [low: string, high: string] | undefined;
}

export const valuesOf = (column: ColumnSpec | undefined): Readonly<Record<string, string>> =>
  column?.values ?? {};

const column = (): z.ZodType<ColumnSpec> =>
  z.union([
    header().transform((name) => ({ header: name })),
    z.strictObject({
      header: header(),
      values: z.record(text(), text()).optional(),
      unknown: z.array(text()).optional(),
      thousands: z.literal(',').optional(),
      formulas: z.literal('cached').optional(),
      date: text()
        .refine((pattern) => datePattern(pattern) !== null, 'rules.datePattern')
        .optional(),
      separator: oneOrMore(text()).optional(),
      none: oneOrMore(text()).optional(),
      times: factor().optional(),
      plausible: z
        .array(decimal())
        .length(2)
        .transform(([low, high]) => [low, high] as [string, string])
        .optional(),
    }),
  ]);

/** A column of dates, of days (`YYYY/M/D`) or of months alone (`YYYY-MM`). */
const dayOrMonth = (): z.ZodType<ColumnSpec> =>
  z.union([
    header().transform((name) => ({ header: name })),
    z.strictObject({
      header: header(),
      date: text()
        .refine(
          (pattern) => datePattern(pattern) !== null || monthPattern(pattern) !== null,
          'rules.datePattern',
        )
        .optional(),
      /** Texts that mean: no such day, such as 长期. */
      none: oneOrMore(text()).optional(),
      unknown: z.array(text()).optional(),
    }),
  ]);

/** How a table is laid out. Given for a source, it holds for each of its files that does not say otherwise. */
const layout = () => ({
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']).optional(),
  delimiter: z.enum([',', ';', 'tab']).optional(),
  /** Names of the sheets to read. Left out: the only one there is. */
  sheet: oneOrMore(text()).optional(),
  /** Sheets that hold nothing for this job, such as a cover: nobody has to look at them again. */
  other_sheets: z.array(text()).optional(),
  /** Physical rows that hold the column names, from 1. Default 1. */
  header: oneOrMore(row()).optional(),
  /** First row of data. Default: the one below the header. */
  from_row: row().optional(),
  /** Rows that are no person: the first cell that is not blank is, or begins with, one of these. */
  skip: z
    .strictObject({ is: z.array(text()).optional(), starts_with: z.array(text()).optional() })
    .optional(),
  unknown: z.array(text()).optional(),
  /** Columns whose blank cells repeat the cell above, as a printed table leaves them out. */
  fill_down: z.array(header()).optional(),
  /** A text row that is shorter than its header lacks blank cells at its end, and nothing else. */
  short_rows: z.literal('blank').optional(),
});

/** The digest that whoever handed the file over stated: it is that file, and whole. */
const stated = () => ({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'rules.sha256')
    .optional(),
});

const files = () => ({
  file: text().optional(),
  files: z
    .array(
      z.union([
        text().transform((name) => ({ file: name })),
        z.strictObject({
          file: text(),
          ...layout(),
          ...stated(),
          list_date: date().optional(),
          covers: z.array(text()).optional(),
        }),
      ]),
    )
    .min(1)
    .optional(),
  ...layout(),
  ...stated(),
});

const facts = () => z.record(id(), column());
const named = <S extends z.ZodRawShape>(columns: S) => z.strictObject(columns);

const rosterSource = () =>
  z.strictObject({
    ...files(),
    columns: named({
      school: column(),
      name: column(),
      student_number: column().optional(),
      id: column().optional(),
      stage: column().optional(),
      setting: column().optional(),
      grade: column().optional(),
      boarder: column().optional(),
      hukou: column().optional(),
      class: column().optional(),
    }),
    /** Family members in repeated columns. */
    guardians: z.array(named({ name: column(), id: column() })).optional(),
    facts: facts().optional(),
    /** What the whole file says: a roster of kindergartens has no column for the stage. */
    fixed: z
      .strictObject({
        stage: z.enum(STAGES).optional(),
        setting: z.enum(SETTINGS).optional(),
        boarder: flag().optional(),
      })
      .optional(),
  });

const schoolSource = () =>
  z.strictObject({
    ...files(),
    columns: named({
      school: column(),
      name: column().optional(),
      /** The county, district or zone that the school belongs to, by name. */
      area: column(),
      area_code: column().optional(),
    }),
    facts: facts().optional(),
  });

const factSource = () =>
  z.strictObject({
    ...files(),
    /** A row means that an application or a survey form was handed in. */
    application: flag().optional(),
    /** With `name`, a row whose name is another than the roster's is not used, and named for a person. */
    columns: named({ student_number: column(), name: column().optional() }),
    facts: facts(),
  });

const listSource = () =>
  z.strictObject({
    ...files(),
    /** The day whose state the list shows. */
    list_date: date(),
    /** Division-code prefixes of the hukou that the list covers, or `everybody`. */
    covers: z.union([z.literal('everybody').transform((): string[] => []), z.array(text()).min(1)]),
    /** One person per row. */
    columns: named({
      name: column().optional(),
      id: column().optional(),
      student_number: column().optional(),
      relation: column().optional(),
      /** Where the person lives and where a child goes to school, as the department writes it: to tell namesakes apart. */
      area: column().optional(),
      school: column().optional(),
    }).optional(),
    /** One household per row: its holder, and its members in repeated columns or packed into one cell. */
    holder: named({ name: column(), id: column(), area: column().optional() }).optional(),
    members: z.array(named({ name: column(), id: column(), relation: column().optional() })).optional(),
    packed: z
      .union([
        z.strictObject({ names: column(), ids: column(), separator: oneOrMore(separator()) }),
        z.strictObject({ people: column(), separator: oneOrMore(separator()) }),
      ])
      .optional(),
    /**
     * Whom a row speaks for: the `person` it names (default); everybody of the household whose head it names; or the
     * children of the person, who is no student.
     */
    means: z.enum(['person', 'household_of_head', 'children_of_person']).optional(),
    /** How many people the row says the household has: a row that names fewer has lost somebody. */
    size: column().optional(),
    /** Every person of the household stands in its row, so that nobody else of it is meant. */
    household: z.literal('complete').optional(),
    /** First and last day on which the row holds. */
    valid: z
      .strictObject({ from: dayOrMonth().optional(), until: dayOrMonth().optional() })
      .refine(({ from, until }) => from !== undefined || until !== undefined, 'rules.validity')
      .optional(),
    /** Columns of people whom the list does not mean: carers, guardians, contacts. They never become entries. */
    exclude: z.array(header()).optional(),
    /** Columns that say how the row stands, by attribute of the rule file's list. */
    attributes: z.record(id(), column()).optional(),
    /** Attributes that the whole file says. */
    fixed: z.record(id(), text()).optional(),
  });

/** What another system found by comparing registers: rows are by student number, and say what it holds the student to be. */
const comparisonSource = () =>
  z.strictObject({
    ...files(),
    /** The day whose state the comparison shows, and the system that made it. */
    result_date: date(),
    system: text(),
    covers: z
      .union([z.literal('everybody').transform((): string[] => []), z.array(text()).min(1)])
      .optional(),
    columns: named({
      student_number: column(),
      /** As a check: a row whose name is another than the roster's goes to a person. */
      name: column().optional(),
      /** Finds the student where the student number has changed since; one that is another person's goes to a person. */
      id: column().optional(),
      /** Which category the row says, by `values`; left out where all rows are of the one that the block names. */
      category: column().optional(),
    }),
  });

const keySource = () => z.strictObject({ ...files(), columns: named({ student_number: column() }) });

const decisionSource = () =>
  z.strictObject({
    ...files(),
    columns: named({
      kind: column(),
      student_number: column(),
      /** The fact, veto, part or figure that a decision is about, and what it says. */
      about: column().optional(),
      value: column().optional(),
      list_file: column().optional(),
      list_sheet: column().optional(),
      list_row: column().optional(),
      list_member: column().optional(),
      conclusion: column(),
      by: column(),
      on: column(),
      because: column(),
      paper: column().optional(),
    }),
  });

export const jobSchema = () =>
  z.strictObject({
    format: z.literal('1'),
    title: z
      .union([text().transform((zh) => ({ zh })), z.strictObject({ zh: text(), en: text().optional() })])
      .optional(),
    rules: text(),
    period: z.string().regex(/^[0-9]{4}-(spring|autumn)$/, 'rules.period'),
    as_of: date(),
    known_at: date(),
    /** First day of the period, where the rules ask for it. */
    period_start: date().optional(),
    out: text().optional(),
    /** Refuted properties of the rules (`bulou check`) that somebody has answered for; without it they refuse the run. */
    exceptions: z
      .array(z.strictObject({ finding: text(), reason: text(), by: text(), on: date() }))
      .min(1)
      .optional(),
    /** What every source takes that does not say otherwise. */
    defaults: z.strictObject({ skip: layout().skip, unknown: z.array(text()).optional() }).optional(),
    roster: z.array(rosterSource()).min(1),
    schools: z.array(schoolSource()).optional(),
    facts: z.array(factSource()).optional(),
    lists: z.record(id(), z.array(listSource()).min(1)).optional(),
    comparisons: z.record(id(), z.array(comparisonSource()).min(1)).optional(),
    aided_before: z.array(keySource()).optional(),
    decisions: z.array(decisionSource()).optional(),
    /** Worklists and slices that people filled in. The form is ours, so nothing has to be said of its columns. */
    answers: z.array(text()).min(1).optional(),
    /** Language of the worklist. Default: Chinese. */
    language: z.enum(['zh', 'en']).optional(),
    policy: z
      .strictObject({
        /** Youngest and oldest age of a student, in whole years. */
        school_ages: z
          .array(whole())
          .length(2)
          .transform((ages) => ages as [number, number])
          .optional(),
        /** Years beyond these ages that still count as possible. */
        margin: whole().optional(),
        /** Days after which a list is stale on `as_of`. Left out: no list is. */
        lists_at_most_days: whole().optional(),
      })
      .optional(),
  });

export type JobDocument = z.output<ReturnType<typeof jobSchema>>;
export type FactColumns = Readonly<Record<string, ColumnSpec>>;
export type RosterSource = JobDocument['roster'][number];
export type SchoolSource = NonNullable<JobDocument['schools']>[number];
export type FactSource = NonNullable<JobDocument['facts']>[number];
export type ListSource = NonNullable<JobDocument['lists']>[string][number];
export type ComparisonSource = NonNullable<JobDocument['comparisons']>[string][number];
export type KeySource = NonNullable<JobDocument['aided_before']>[number];
export type DecisionSource = NonNullable<JobDocument['decisions']>[number];
/** A filled form of ours: its name says all. */
export type AnswerSource = Omit<KeySource, 'columns'>;
export type Source =
  | RosterSource
  | SchoolSource
  | FactSource
  | ListSource
  | ComparisonSource
  | KeySource
  | DecisionSource
  | AnswerSource;
export type Skip = NonNullable<RosterSource['skip']>;
