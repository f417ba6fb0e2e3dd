/** A number that a formula can read. */
export interface NumberName {
  readonly name: string;
  readonly unit: string;
  /** Values near which it is worth comparing: its grid, between its grid, its ends. */
  readonly near: readonly string[];
  /** It cannot be 0 or less, so that it may divide. */
  readonly positive: boolean;
  readonly fact?: boolean;
}

export interface ChoiceName {
  readonly name: string;
  /** The choice it is of; two names of one choice can be compared. */
  readonly choice: string;
  readonly options: readonly string[];
  readonly ordered: boolean;
}

export interface TableName {
  readonly name: string;
  readonly unit: string;
  /** A choice, or `flag`. */
  readonly keys: readonly string[];
}

/** The names that have a value where a formula stands. */
export interface Names {
  readonly numbers: readonly NumberName[];
  readonly flags: readonly string[];
  readonly choices: readonly ChoiceName[];
  readonly tables: readonly TableName[];
}

export const NO_NAMES: Names = { numbers: [], flags: [], choices: [], tables: [] };

export function together(...all: readonly Names[]): Names {
  return {
    numbers: all.flatMap((one) => one.numbers),
    flags: all.flatMap((one) => one.flags),
    choices: all.flatMap((one) => one.choices),
    tables: all.flatMap((one) => one.tables),
  };
}
