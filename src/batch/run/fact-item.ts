import type { Determination, Question } from '../../determine/index.js';
import { type Language, ORIGIN_LABELS, pieceOfFact, quantity, say, Titles } from '../../explain/index.js';
import type { Counted } from '../../record/index.js';
import type { LinkedFact, RuleSet } from '../../rules/index.js';
import { formatExact } from '../../value/index.js';
import { type ColumnId, type Form, type FormRow, formColumns } from '../form/index.js';
import type { OpenColumn } from '../source/index.js';
import { type WorklistInput, whoIs } from './item.js';

const YES_NO = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } } as const;

/** The words of a fact's values in both languages, as the drop-down offers them. */
function wordsOf(fact: LinkedFact, titles: Titles): readonly (readonly [word: string, means: string])[] {
  const { type, options } = fact;
  if (type.kind === 'flag')
    return [
      [YES_NO.true[titles.lang], 'true'],
      [YES_NO.false[titles.lang], 'false'],
    ];
  if (type.kind !== 'choice') return [];
  return options.map((option) => [titles.option(type.choice, option), option] as const);
}

/** How the cell of an answer about a fact is read: by the words that were offered, in either language. */
export function factColumn(fact: LinkedFact, rules: RuleSet): OpenColumn {
  const words = (['zh', 'en'] as const).flatMap((lang) => wordsOf(fact, new Titles(rules, lang)));
  const values = Object.fromEntries(words);
  return {
    index: 0,
    header: '',
    spec: { header: '', ...(words.length > 0 ? { values } : {}) },
    unknown: new Set(),
  };
}

/** Facts of which one cell can hold the value. */
const IN_ONE_CELL: ReadonlySet<string> = new Set(['flag', 'choice', 'number', 'date', 'code']);

/** A fact that somebody could find out about an undetermined student. */
export interface FactItem {
  readonly student: string;
  readonly row: FormRow;
}

/** A row for each fact of an undetermined student that a person can find out and write into one cell. */
export function factItems({ determination }: Counted, input: WorklistInput): readonly FactItem[] {
  const { rules, titles, questions } = input;
  const { student, school } = determination;
  const asked = new Set(factsAsked(determination));
  return rules.facts
    .filter((fact) => asked.has(fact.id) && answerable(fact))
    .map((fact) => {
      const words = wordsOf(fact, titles).map(([word]) => word);
      const cells = {
        ...whoIs(student, school, input),
        todo: `${titles.fact(fact.id)}${hintOf(fact, titles)}`,
        code: ORIGIN_LABELS[fact.document.origin][titles.lang],
        key: questions.factKey(student, fact.id),
      };
      return { student, row: { cells, values: words } };
    });
}

const answerable = (fact: LinkedFact): boolean =>
  IN_ONE_CELL.has(fact.type.kind) && fact.document.origin !== 'enrolment';

const factsAsked = ({ outcome, open }: Determination): readonly string[] =>
  outcome !== 'undetermined'
    ? []
    : (open?.questions ?? []).flatMap(({ kind, id }: Question) => {
        const piece = pieceOfFact(id);
        return kind === 'fact' && piece.piece === 'whole' ? [piece.fact] : [];
      });

/** What can be written: the words of a choice, which a file without drop-downs would not show, or the range of a number. */
function hintOf(fact: LinkedFact, titles: Titles): string {
  const { type, range } = fact;
  const { lang } = titles;
  const words = wordsOf(fact, titles).map(([word]) => word);
  if (words.length > 0) return say(lang, `（可填：${words.join('、')}）`, ` (one of: ${words.join(', ')})`);
  if (type.kind === 'date') return say(lang, '（写成 2025-10-10）', ' (written 2025-10-10)');
  if (type.kind !== 'number' || range === undefined) return '';
  const [least, most] = [
    quantity(formatExact(range.low), type.unit, lang),
    quantity(formatExact(range.high), type.unit, lang),
  ];
  return say(lang, `（${least} 至 ${most}，只写数字）`, ` (${least} to ${most}; the number alone)`);
}

/** Facts that are not known and that an outcome turns on, one row each, to be filled in by those who know the family. */
export function factsForm(items: readonly FactItem[], title: string, lang: Language): Form {
  return {
    sheet: say(lang, '待补信息', 'Facts'),
    lang,
    title,
    notes: [
      say(
        lang,
        '每行是一名待定学生的一项未知情况，只填黄色列：填写值，以及决定人、日期、理由（如走访、看过材料）。不清楚的请留空，不要估计。',
        'Each row is one thing not known of an undetermined student. Fill in the yellow columns only: the value, and who, when and why (a visit, a paper seen). Leave blank what is not clear; do not estimate.',
      ),
    ],
    columns: formColumns(FACT_COLUMNS).filter(
      (id) => id !== 'conclusion' && id !== 'chosen' && id !== 'where' && id !== 'paper',
    ),
    rows: items.map(({ row }, i) => ({ ...row, cells: { ...row.cells, number: String(i + 1) } })),
  };
}

const FACT_COLUMNS: readonly ColumnId[] = [
  ...([
    'number',
    'todo',
    'county',
    'school',
    'stage',
    'grade',
    'class',
    'name',
    'studentNumber',
    'code',
  ] as const),
];
