import type { Range } from '../../value/index.js';
import type { DateRules } from '../document.js';
import type { MaybeNumberFacts, Reading, Type } from './expression.js';

/** What a name of the rule file stands for. */
export type Meaning = MaybeNumberFacts & {
  readonly of: Reading;
  readonly type: Type;
  readonly maybeNone?: true;
  /** A figure of which there is one for each member of these people: it has a value only inside what goes over them. */
  readonly people?: string;
};

/** What a formula may ask of an attribute of a person. */
export type AttributeMeaning = MaybeNumberFacts & {
  readonly type: Type;
  readonly maybeNone?: true;
};

export interface ChoiceType {
  readonly options: readonly string[];
  readonly ordered: boolean;
}

/** What may stand in the brackets of a look-up. `whole`: any whole number, inside `low` to `high` unless `open` above or `else`. */
export type KeyType =
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'flag' }
  | { readonly kind: 'code' }
  | {
      readonly kind: 'whole';
      readonly low: number;
      readonly high: number;
      /** `high` stands for more too, or `each_more` is added. */
      readonly open: boolean;
      /** Keys without a row have `otherwise`. */
      readonly otherwise: boolean;
    };

/** Of numbers: of all cells, and what an unknown one can be. */
export type ColumnType = MaybeNumberFacts & { readonly type: Type };

export interface TableType {
  readonly keys: readonly KeyType[];
  /** By name; the empty name for a table without columns. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** It has layers by date; only then `at` may follow. */
  readonly dated: boolean;
  /** Earliest day that can be asked, in days since 1970-01-01; left out where `before` is given or there are no dates. */
  readonly earliest?: number;
  /** What `each_more` adds at most for a key of this value: the range of cells is widened by it. */
  readonly eachMore?: Range;
}

export interface ParameterType {
  readonly unit: string;
  readonly range: Range;
  readonly places: number | null;
  readonly size: number;
  readonly dated: boolean;
  readonly earliest?: number;
}

export interface ScheduleType {
  readonly unit: string;
  readonly keys: readonly { readonly choice: string }[];
  readonly dated: boolean;
  readonly earliest?: number;
  /** Decimal places of its rates and of `at_least`. */
  readonly places: number;
  /** All that the sum can come to for numbers in a range. */
  over(range: Range): Range;
}

/** What a formula may refer to. Asking for a figure checks it first; a circle is found there. `broken`: it is there, and what is wrong with it has been reported. */
export interface Names {
  meaning(id: string): Meaning | 'unknown' | 'broken';
  choice(id: string): ChoiceType;
  choiceNamed(id: string): ChoiceType | undefined;
  table(id: string): TableType | 'unknown' | 'broken';
  parameter(id: string): ParameterType | 'unknown' | 'broken';
  schedule(id: string): ScheduleType | 'unknown' | 'broken';
  /** How many people there can be and what may be known of each. */
  people(id: string):
    | {
        readonly least: number;
        readonly most: number;
        attribute(id: string): AttributeMeaning | 'unknown';
        readonly attributes: readonly string[];
      }
    | 'unknown'
    | 'broken';
  /** Inside a figure `for` people: those people; their attributes are then names. */
  readonly member?: string;
  readonly known: readonly string[];
  /** Nothing but `known` can ever be named here: the row of a list. */
  readonly closed?: true;
  readonly tables: readonly string[];
  readonly parameters: readonly string[];
  readonly schedules: readonly string[];
  readonly choices: readonly string[];
  readonly units: readonly string[];
  readonly dates: DateRules;
  /** Days on which the edition can be asked, since 1970-01-01. */
  readonly asOf: Range;
}
