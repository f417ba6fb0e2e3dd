/** The position of a value in a rule file, 1-based, in Unicode code points of its line. */
export interface Position {
  /** Left out: the file that is being read. An edition that amends another stands in several files. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

export const pathKey = (path: Path): string => JSON.stringify(path);

/**
 * A YAML text as plain data: mappings, lists and the *source text* of every scalar, with the place of each.
 * A quoted scalar that looks like a number is marked, because a quoted number is text.
 */
export interface TextTree {
  readonly root: unknown;
  /** Where a value, or where it is missing its nearest parent, stands. */
  value(path: Path): Position;
  /** Where the key of a mapping's member stands. */
  key(path: Path): Position;
  /** Just behind the end of a value, or of its nearest parent. */
  end(path: Path): Position;
  /** Where the character `at` of a formula stands. */
  inside(path: Path, at: number): Position;
}

/** Marks quoted text that looks like a number. A private-use character that the reader refuses in files. */
export const QUOTED_NUMBER = '\uE000';
export const unquoted = (text: string): string => (text.startsWith(QUOTED_NUMBER) ? text.slice(1) : text);
