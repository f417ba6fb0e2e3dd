/** Where in the formula's text a node begins, in UTF-16 units from its start. */
interface At {
  readonly at: number;
}

/**
 * Where the names inside a node stand, as `at`, in the order of its text: the column of a look-up, the schedule, a fact
 * and its options, the people, a variable and its choice.
 */
interface Places {
  readonly places?: readonly number[];
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const SPANS = ['day', 'week', 'month', 'year'] as const;
/** Units of time that a date moves by. `2 years` and `1 year` are one span. */
export type SpanUnit = (typeof SPANS)[number];

/** How members of a list of people, or options of a choice, are counted or looked through. */
export type PeopleOp = 'count' | 'any' | 'all' | 'sum' | 'lowest' | 'highest';
export type ChoiceOp = 'count' | 'any' | 'first' | 'last';

/** A formula as it was written, before names, types and units are known. */
export type Formula =
  | (At & {
      readonly kind: 'number';
      readonly text: string;
      readonly percent: boolean;
      readonly unit: string | null;
    })
  /** `2 years`: stands only behind `+` or `-` of a date. */
  | (At & { readonly kind: 'span'; readonly count: string; readonly unit: SpanUnit })
  | (At & { readonly kind: 'flag'; readonly value: boolean })
  | (At & { readonly kind: 'none' })
  /** A name, or a path such as `score.family.rural`. `dated`: the date behind `at`. */
  | (At & { readonly kind: 'name'; readonly id: string; readonly dated?: Formula })
  | (At & {
      readonly kind: 'lookup';
      readonly table: string;
      readonly keys: readonly Formula[];
      readonly column?: string;
      readonly dated?: Formula;
    } & Places)
  | (At & { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] })
  | (At & {
      readonly kind: 'marginal';
      readonly schedule: string;
      readonly keys: readonly Formula[];
      readonly dated?: Formula;
      readonly of: Formula;
    } & Places)
  | (At & {
      readonly kind: 'has';
      readonly op: 'has_any' | 'has_all';
      readonly fact: string;
      readonly options: readonly string[];
    } & Places)
  /** `count(family where c)`, `sum(wages of earners where c)`, `all(c of family)`. `count(s)` of a `several` fact too. */
  | (At & {
      readonly kind: 'people';
      readonly op: PeopleOp;
      readonly people: string;
      readonly of?: Formula;
      readonly where?: Formula;
    } & Places)
  /** `last(t in level where c)`: over the options of a choice, in their listed order. */
  | (At & {
      readonly kind: 'pick';
      readonly op: ChoiceOp;
      readonly variable: string;
      readonly choice: string;
      readonly where: Formula;
    } & Places)
  | (At & { readonly kind: 'negate'; readonly of: Formula })
  | (At & {
      readonly kind: 'arithmetic';
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    })
  | (At & {
      readonly kind: 'compare';
      readonly op: Comparison;
      readonly left: Formula;
      readonly right: Formula;
    })
  | (At & {
      readonly kind: 'in';
      readonly negated: boolean;
      readonly left: Formula;
      readonly options: readonly Formula[];
    })
  | (At & { readonly kind: 'isNone'; readonly negated: boolean; readonly of: Formula })
  | (At & { readonly kind: 'ifNone'; readonly of: Formula; readonly otherwise: Formula })
  | (At & { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] })
  | (At & { readonly kind: 'not'; readonly of: Formula })
  | (At & {
      readonly kind: 'if';
      readonly when: Formula;
      readonly then: Formula;
      readonly otherwise: Formula;
    });

/** Words of the grammar and functions: they cannot name a fact, a figure or an option. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'if then else and or not in is none if_none at of where count any sum lowest highest all first last has_any has_all ' +
    'true false day days week weeks month months year years round min max abs clamp marginal date age months_between ' +
    'days_between cohort_median half_up half_away half_even up down toward_zero ' +
    'as_of period_start score score_tier tier not_recognised'
  ).split(' '),
);

/** Functions of this edition of the language and how many arguments each takes. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  round: [3, 3],
  min: [2, 16],
  max: [2, 16],
  abs: [1, 1],
  clamp: [3, 3],
  date: [3, 3],
  year: [1, 1],
  month: [1, 1],
  age: [2, 2],
  months_between: [2, 2],
  days_between: [2, 2],
};
