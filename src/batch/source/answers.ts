import { Titles } from '../../explain/index.js';
import type { Plan } from '../../plan/index.js';
import type { EntryDecision } from '../../reconcile/index.js';
import type { SourceRef } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import {
  type CivilDate,
  civilDate,
  compareDates,
  error,
  formatCivilDate,
  type Issue,
  type Place,
  parseCivilDate,
  type Result,
  success,
  warning,
} from '../../value/index.js';
import {
  ANSWER_COLUMNS,
  type AnswerColumn,
  type ColumnId,
  ENTRY_CONCLUSIONS,
  FORM_FORMAT,
  KIND_WORDS,
  type RowKey,
  readKey,
  WAIVER,
  WITHOUT_ANSWER,
} from '../form/index.js';
import type { Job, JobPath } from '../job/index.js';
import type { Cell, TableFile } from '../table.js';
import { formatOf, type OpenForm, openForm } from './open-form.js';
import type { RowOfNoPerson } from './rows.js';
import { headerKey, tokenOf } from './sheet.js';

/** What a person concluded, by the kind of question. */
export type Conclusion =
  | {
      readonly kind: 'entry';
      readonly state: EntryDecision['state'];
      /** As written; may be blank. */
      readonly chosen: string;
      /** With somebody who belongs elsewhere: to which county; may be blank. */
      readonly where: string;
    }
  | { readonly kind: 'tier'; readonly tier: string }
  | { readonly kind: 'waiver'; readonly paper: string }
  /** Read once it is known which fact is meant. */
  | { readonly kind: 'fact'; readonly value: Cell };

/** One question that a person answered, with who, when and why. */
export interface AnswerRow {
  readonly key: RowKey;
  readonly conclusion: Conclusion;
  readonly by: string;
  readonly on: string;
  readonly because: string;
  readonly source: SourceRef;
}

/** A sheet of a filled form: where it was read, and what its rows were. */
export interface AnswerSheet {
  readonly sheet: string;
  readonly data: number;
  readonly noPerson: readonly RowOfNoPerson[];
}

export interface ReadAnswers {
  readonly answers: readonly AnswerRow[];
  /** Questions that nobody answered yet. */
  readonly unanswered: number;
  /** Rows that say something and could not be used; each has an issue. */
  readonly refused: readonly SourceRef[];
  readonly sheets: readonly AnswerSheet[];
  readonly issues: readonly Issue[];
}

/** A row with one of these says something; a name and a date alone may have been filled down the whole column. */
const SAYING: readonly AnswerColumn[] = ['conclusion', 'chosen', 'where', 'value', 'because', 'paper'];

const ROWS_WITHOUT_ANSWER = WITHOUT_ANSWER.map((kind) => [KIND_WORDS[kind].zh, KIND_WORDS[kind].en]);

const BLANK: Cell = { kind: 'blank', text: '' };

/**
 * Reads a filled form of ours, known by the line of its format; its columns may have been moved. Errors, which refuse the
 * job: `answer.noForm` (no sheet is one), `answer.format` (of another version), `answer.noColumn`. Warnings, and the row is
 * no answer: `answer.noKey`, `answer.conclusion`, `row.decisionIncomplete` (who, when or why is missing), `row.decisionLate`,
 * `cell.date`, `cell.formula`, `cell.error`. A note: `answer.dataRow`.
 */
export function readAnswers(table: TableFile, path: JobPath, plan: Plan, job: Job): Result<ReadAnswers> {
  const forms = table.sheets.filter((sheet) => formatOf(sheet) !== null);
  const place = job.place(path);
  if (forms.length === 0) return { ok: false, issues: [error('answer.noForm', { file: table.file }, place)] };
  const read: OpenForm[] = [];
  for (const sheet of forms) {
    if (formatOf(sheet) !== FORM_FORMAT)
      return {
        ok: false,
        issues: [error('answer.format', { file: table.file, format: FORM_FORMAT }, place)],
      };
    const opened = openForm(table.file, sheet);
    if ('missing' in opened) {
      const values = { file: table.file, sheet: sheet.name, column: opened.missing };
      return { ok: false, issues: [error('answer.noColumn', values, place)] };
    }
    read.push(opened);
  }
  const knownAt = parseCivilDate(plan.context.knownAt);
  const found = read.map((form) => answersOf(form, plan.rules, knownAt));
  return success({
    answers: found.flatMap((one) => one.answers),
    unanswered: found.reduce((sum, one) => sum + one.unanswered, 0),
    refused: found.flatMap((one) => one.refused),
    sheets: read.map(({ sheet, rows, noPerson }) => ({ sheet: sheet.name, data: rows.length, noPerson })),
    issues: found.flatMap((one) => one.issues),
  });
}

function answersOf(
  { file, sheet, at, rows }: OpenForm,
  rules: RuleSet,
  knownAt: CivilDate | null,
): Pick<ReadAnswers, 'answers' | 'unanswered' | 'refused' | 'issues'> {
  const issues: Issue[] = [];
  const answers: AnswerRow[] = [];
  const refused: SourceRef[] = [];
  let unanswered = 0;
  for (const { row, cells } of rows) {
    const source: SourceRef = { file, ...(sheet.name === '' ? {} : { sheet: sheet.name }), row };
    const cell = (id: ColumnId): Cell => cells[at.get(id)?.index ?? -1] ?? BLANK;
    // An apostrophe in front is how the file for spreadsheets guards a text; nobody means it.
    const text = (id: ColumnId): string => tokenOf(cell(id)).replace(/^'/, '');
    if (SAYING.every((id) => text(id) === '')) {
      unanswered += 1;
      continue;
    }
    if (text('key') === '' && ROWS_WITHOUT_ANSWER.some((words) => sameWords(text('kind'), words))) {
      unanswered += 1;
      issues.push({ ...warning('answer.dataRow', {}, source), severity: 'note' });
      continue;
    }
    const found = answerOf({ cell, text, rules, knownAt, key: readKey(text('key')) });
    if ('code' in found) {
      const header = at.get(found.column)?.header;
      const place: Place = { ...source, ...(header === undefined ? {} : { header }) };
      issues.push(warning(found.code, found.values ?? {}, place));
      refused.push(source);
    } else answers.push({ ...found, source });
  }
  return { answers, unanswered, refused, issues };
}

interface Fault {
  readonly code: string;
  readonly column: ColumnId;
  readonly values?: Issue['values'];
}

function answerOf({
  cell,
  text,
  rules,
  knownAt,
  key,
}: {
  readonly cell: (id: ColumnId) => Cell;
  readonly text: (id: ColumnId) => string;
  readonly rules: RuleSet;
  readonly knownAt: CivilDate | null;
  readonly key: RowKey | null;
}): Omit<AnswerRow, 'source'> | Fault {
  if (key === null) return { code: 'answer.noKey', column: 'key' };
  for (const id of ANSWER_COLUMNS) {
    const { kind } = cell(id);
    if (kind === 'formula' || kind === 'error') return { code: `cell.${kind}`, column: id };
  }
  const incomplete = (column: ColumnId): Fault => ({ code: 'row.decisionIncomplete', column });
  const said = text('conclusion');
  let conclusion: Conclusion;
  switch (key.subject) {
    case 'entry': {
      const state = entryState(said);
      if (said === '') return incomplete('conclusion');
      if (state === undefined) return { code: 'answer.conclusion', column: 'conclusion' };
      conclusion = { kind: 'entry', state, chosen: text('chosen'), where: text('where') };
      break;
    }
    case 'student': {
      if (said === '') return incomplete('conclusion');
      const tier = tierOf(said, rules);
      if (sameWords(said, [WAIVER.zh, WAIVER.en, 'waiver'])) {
        if (text('paper') === '') return incomplete('paper');
        conclusion = { kind: 'waiver', paper: text('paper') };
      } else if (tier !== undefined) conclusion = { kind: 'tier', tier };
      else return { code: 'answer.conclusion', column: 'conclusion' };
      break;
    }
    case 'fact': {
      if (text('value') === '') return incomplete('value');
      conclusion = { kind: 'fact', value: cell('value') };
      break;
    }
  }
  for (const id of ['by', 'on', 'because'] as const) if (text(id) === '') return incomplete(id);
  const day = readDay(text('on'));
  if (day === null) return { code: 'cell.date', column: 'on' };
  if (knownAt !== null && compareDates(day, knownAt) > 0)
    return { code: 'row.decisionLate', column: 'on', values: { knownAt: formatCivilDate(knownAt) } };
  // A decision of this kind has no place of its own for the paper that it rests on.
  const paper = conclusion.kind === 'waiver' ? '' : text('paper');
  const because = paper === '' ? text('because') : `${text('because')}（${paper}）`;
  return { key, conclusion, by: text('by'), on: formatCivilDate(day), because };
}

const sameWords = (said: string, words: readonly string[]): boolean =>
  words.some((word) => headerKey(word) === headerKey(said));

function entryState(said: string): EntryDecision['state'] | undefined {
  const states = Object.keys(ENTRY_CONCLUSIONS) as EntryDecision['state'][];
  return states.find((state) =>
    sameWords(said, [ENTRY_CONCLUSIONS[state].zh, ENTRY_CONCLUSIONS[state].en, state]),
  );
}

/** A tier by its title in either language or its id. Two tiers of one title are neither. */
function tierOf(said: string, rules: RuleSet): string | undefined {
  const titles = [new Titles(rules, 'zh'), new Titles(rules, 'en')];
  const found = rules.tierIds.filter((id) => sameWords(said, [...titles.map((one) => one.tier(id)), id]));
  return found.length === 1 ? found[0] : undefined;
}

const YEAR_FIRST = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/;

/** A day with the year in front, as people and spreadsheets write it. Every other order would be a guess. */
function readDay(text: string): CivilDate | null {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  return year === undefined ? null : civilDate(Number(year), Number(month), Number(day));
}
