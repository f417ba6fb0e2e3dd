import type { Type, ValueChecker, ValueDocument } from './rooms.js';
import {
  checkFormula,
  checkValue,
  type Expression,
  exact,
  type MaybeNumberFacts,
  type Meaning,
  type Names,
  narrow,
  only,
  parseExact,
  parseFormula,
  type Range,
  type Wanted,
  ZERO,
} from './rooms.js';

/**
 * A file small enough to see through: what each name can be. `q…` may be missing (it gives no points), `n…` may be none,
 * `m…` both.
 */
const whole = (low: number, high: number): Range => ({ low: exact(BigInt(low)), high: exact(BigInt(high)) });
const DAYS = whole(-40_000, 60_000);
type Named = MaybeNumberFacts & Pick<Meaning, 'type' | 'maybeNone'>;
const number = (unit: string, range: Range): Named => ({
  type: { kind: 'number', unit },
  range,
  places: 0,
  size: 0,
});

export const NAMES: Readonly<Record<string, Named>> = {
  a: { type: { kind: 'flag' } },
  b: { type: { kind: 'flag' } },
  qflag: { type: { kind: 'flag' } },
  nflag: { type: { kind: 'flag' }, maybeNone: true },
  x: number('point', whole(-5, 5)),
  qx: number('point', whole(-5, 5)),
  nx: { ...number('point', whole(-5, 5)), maybeNone: true },
  mx: { ...number('point', whole(-5, 5)), maybeNone: true },
  people: number('person', whole(0, 6)),
  qpeople: number('person', whole(0, 6)),
  npeople: { ...number('person', whole(0, 6)), maybeNone: true },
  level: { type: { kind: 'choice', choice: 'level' } },
  qlevel: { type: { kind: 'choice', choice: 'level' } },
  nlevel: { type: { kind: 'choice', choice: 'level' }, maybeNone: true },
  marks: { type: { kind: 'several', choice: 'mark' } },
  qmarks: { type: { kind: 'several', choice: 'mark' } },
  flood: { type: { kind: 'date' }, range: DAYS, places: 0, size: 0 },
  mflood: { type: { kind: 'date' }, range: DAYS, places: 0, size: 0, maybeNone: true },
};

export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  level: ['low', 'middle', 'high'],
  mark: ['dibao', 'ill', 'alone'],
  answer: ['yes', 'no'],
};
export const CATEGORIES = ['listed', 'orphan', 'rural'] as const;

export const FROM = { y: 2025, m: 9, d: 1 };

export interface Refusal {
  readonly code: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Checks constructs of the file above. `categories`: the points that they give. */
export function fileChecker(
  categories: Readonly<Record<string, string>> = {},
  dates: ValueChecker['dates'] = { month_end: 'last_day' },
): { readonly checker: ValueChecker; readonly refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const refuse = (code: string, path: readonly (string | number)[], values = {}): null => {
    refusals.push({ code, path: path.join('.'), values });
    return null;
  };
  const names: Names = {
    meaning: (id) => {
      const meaning = NAMES[id];
      return meaning === undefined ? 'unknown' : { ...meaning, of: { kind: 'fact', id } };
    },
    choice: (id) => ({ options: CHOICES[id] ?? [], ordered: false }),
    choiceNamed: (id) => (CHOICES[id] === undefined ? undefined : { options: CHOICES[id], ordered: false }),
    table: () => 'unknown',
    parameter: () => 'unknown',
    schedule: () => 'unknown',
    people: () => 'unknown',
    known: Object.keys(NAMES),
    tables: [],
    parameters: [],
    schedules: [],
    choices: Object.keys(CHOICES),
    units: [],
    dates,
    asOf: only(ZERO),
  };
  const checker: ValueChecker = {
    formula: (text, path, wanted, given): Expression | null => {
      const parsed = parseFormula(text);
      const checked = parsed.ok ? checkFormula(parsed.formula, wanted, names, given) : parsed;
      if (checked === null) return null;
      if ('expression' in checked) return checked.expression;
      return refuse(checked.issue.code, path, checked.issue.values);
    },
    narrowed: narrow,
    constant: (text) => {
      const [above = '', below = '1'] = text.split('/');
      const [n, d] = [parseExact(above), parseExact(below)];
      return n === null || d === null ? ZERO : exact(n.n * d.d, n.d * d.n);
    },
    options: (choice) => CHOICES[choice] ?? [],
    part: (document, path, wanted) => {
      const value = checkValue(document.value, [...path, 'value'], wanted, checker);
      return value === null ? null : { path: checker.partPath(path), value, extent: value.extent };
    },
    value: (document, path, wanted) => checkValue(document, path, wanted, checker),
    refuse,
    fact: (id, path): Type | null => NAMES[id]?.type ?? refuse('rules.unknownName', path, { name: id }),
    partPath: (path) => path.filter((_, i) => path[i - 1] === 'parts').join('.'),
    categoryPoints: (ids, path) => {
      const asked = ids ?? Object.keys(categories);
      const unknown = asked.find((id) => categories[id] === undefined);
      if (unknown !== undefined) return refuse('rules.unknownName', path, { name: unknown });
      return [...asked].sort().map((id) => [id, checker.constant(categories[id] ?? '', path)] as const);
    },
    dates,
    inForce: { from: FROM, until: { y: 2026, m: 8, d: 31 } },
  };
  return { checker, refusals };
}

const POINTS: Wanted = { kind: 'number', unit: 'point' };
export const PART = ['score', 'value', 'parts', 'p', 'value'];
export const FIGURE = ['figures', 'f', 'value'];

/** The checked form of a document that must be right. */
export function right(
  document: ValueDocument,
  { path = PART, wanted = POINTS, categories = {}, dates = { month_end: 'last_day' as const } } = {} as {
    readonly path?: readonly string[];
    readonly wanted?: Wanted;
    readonly categories?: Readonly<Record<string, string>>;
    readonly dates?: ValueChecker['dates'];
  },
) {
  const { checker, refusals } = fileChecker(categories, dates);
  const checked = checkValue(document, path, wanted, checker);
  if (checked === null || refusals.length > 0) throw new Error(JSON.stringify(refusals));
  return checked;
}

/** The findings in a document that must be wrong. */
export function findings(
  document: ValueDocument,
  { path = PART, wanted = POINTS, categories = {}, dates = { month_end: 'last_day' as const } } = {} as {
    readonly path?: readonly string[];
    readonly wanted?: Wanted;
    readonly categories?: Readonly<Record<string, string>>;
    readonly dates?: ValueChecker['dates'];
  },
): readonly Refusal[] {
  const { checker, refusals } = fileChecker(categories, dates);
  if (checkValue(document, path, wanted, checker) !== null) throw new Error('nothing was refused');
  return refusals;
}
