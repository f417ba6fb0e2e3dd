/** Where in the formula's text a node begins, in UTF-16 units from its start. */
interface At {
  readonly at: number;
}

export const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A formula as it was written, before names, types and units are known. */
export type Formula =
  | (At & {
      readonly kind: 'number';
      readonly text: string;
      readonly percent: boolean;
      readonly unit: string | null;
    })
  | (At & { readonly kind: 'flag'; readonly value: boolean })
  | (At & { readonly kind: 'name'; readonly id: string })
  | (At & { readonly kind: 'lookup'; readonly table: string; readonly keys: readonly Formula[] })
  | (At & { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] })
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
};
