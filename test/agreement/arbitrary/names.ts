/** A number that a formula can read. */
export interface NumberName {
  readonly name: string;
  readonly unit: string;
  /** Values near which it is worth comparing: its grid, between its grid, its ends. */
  readonly near: readonly string[];
  /** It cannot be 0 or less, so that it may divide. */
  readonly positive: boolean;
  readonly fact?: boolean;
  /** It may be a quotient that was never rounded. */
  readonly quotient?: boolean;
  /** It is a whole number between these. */
  readonly whole?: readonly [low: number, high: number];
}

export interface ChoiceName {
  readonly name: string;
  /** The choice it is of; two names of one choice can be compared. */
  readonly choice: string;
  readonly options: readonly string[];
  readonly ordered: boolean;
}

export interface DateName {
  readonly name: string;
  /** Days near which it is worth comparing, and what turns there, `x` being the date, as formulas. */
  readonly near: readonly string[];
  readonly moved: readonly string[];
  readonly holds: readonly string[];
}

export type KeyName =
  | { readonly kind: 'flag' | 'code' }
  | { readonly kind: 'choice'; readonly choice: string }
  /** Keys outside need `otherwise`, those above also `more`. */
  | {
      readonly kind: 'whole';
      readonly low: number;
      readonly high: number;
      readonly more: boolean;
      readonly otherwise: boolean;
    };

export interface TableName {
  readonly name: string;
  /** A unit, `flag`, or the name of a choice. */
  readonly gives: string;
  /** With columns: the one read. */
  readonly column: string | null;
  readonly keys: readonly KeyName[];
  readonly dated: boolean;
  /** The file does not know every cell: a look-up can be one more unknown. */
  readonly open: boolean;
}

/** A parameter with layers by date, which can be asked for another day. */
export interface DatedName {
  readonly name: string;
  readonly unit: string;
  readonly open: boolean;
}

export interface ScheduleName {
  readonly name: string;
  readonly unit: string;
  readonly keys: readonly string[];
  readonly dated: boolean;
}

export interface SeveralName {
  readonly name: string;
  readonly options: readonly string[];
}

/** What a formula can read by itself. */
export interface Values {
  readonly numbers: readonly NumberName[];
  readonly flags: readonly string[];
  readonly choices: readonly ChoiceName[];
  readonly dates: readonly DateName[];
  readonly codes: readonly string[];
}

export interface PeopleName {
  readonly name: string;
  readonly most: number;
  /** What can be read of each: attributes, and figures that there is one of for each. */
  readonly members: Values;
  readonly maybe: Values;
}

/** The names that have a value where a formula stands. */
export interface Names extends Values {
  readonly tables: readonly TableName[];
  readonly parameters: readonly DatedName[];
  readonly schedules: readonly ScheduleName[];
  readonly severals: readonly SeveralName[];
  readonly people: readonly PeopleName[];
  /** What may be known not to exist. */
  readonly maybe: Values;
}

export const NO_VALUES: Values = { numbers: [], flags: [], choices: [], dates: [], codes: [] };
export const NO_NAMES: Names = {
  ...NO_VALUES,
  tables: [],
  parameters: [],
  schedules: [],
  severals: [],
  people: [],
  maybe: NO_VALUES,
};

export function valuesTogether(...all: readonly Values[]): Values {
  return {
    numbers: all.flatMap((one) => one.numbers),
    flags: all.flatMap((one) => one.flags),
    choices: all.flatMap((one) => one.choices),
    dates: all.flatMap((one) => one.dates),
    codes: all.flatMap((one) => one.codes),
  };
}

export function together(...all: readonly Names[]): Names {
  return {
    ...valuesTogether(...all),
    tables: all.flatMap((one) => one.tables),
    parameters: all.flatMap((one) => one.parameters),
    schedules: all.flatMap((one) => one.schedules),
    severals: all.flatMap((one) => one.severals),
    people: mergedPeople(all.flatMap((one) => one.people)),
    maybe: valuesTogether(...all.map((one) => one.maybe)),
  };
}

/** Figures for members come in under the people they are for. */
function mergedPeople(all: readonly PeopleName[]): readonly PeopleName[] {
  const merged = new Map<string, PeopleName>();
  for (const one of all) {
    const before = merged.get(one.name);
    merged.set(one.name, {
      ...one,
      members: valuesTogether(before?.members ?? NO_VALUES, one.members),
      maybe: valuesTogether(before?.maybe ?? NO_VALUES, one.maybe),
    });
  }
  return [...merged.values()];
}

/** Names with some more values, such as those of a member or an option that is being looked at. */
export const withValues = (names: Names, more: Values, maybe: Values = NO_VALUES): Names => ({
  ...names,
  ...valuesTogether(names, more),
  maybe: valuesTogether(names.maybe, maybe),
});
