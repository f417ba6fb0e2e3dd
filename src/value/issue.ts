/**
 * Where something was found. Every field is optional because a rule file has lines and columns, a workbook
 * has sheets and rows, and a value handed in by a caller has only a path.
 */
export interface Place {
  /** File name as the user gave it. */
  readonly file?: string;
  /** 1-based line and column, in Unicode code points, of a text file. */
  readonly line?: number;
  readonly column?: number;
  /** Where it ends: the place just behind it. */
  readonly end?: { readonly line: number; readonly column: number };
  /** Sheet name of a workbook. */
  readonly sheet?: string;
  /** 1-based physical row of a table. */
  readonly row?: number;
  /** Column header, or the spreadsheet letter where there is no header. */
  readonly header?: string;
  /** Dotted path inside a document or a value, such as `score.parts.rural.points`. */
  readonly path?: string;
}

export type Severity = 'error' | 'warning' | 'note';

/**
 * A finding as plain data: what (`code`), where (`place`) and the values a sentence needs. Words are rendered
 * at the edge by `explain`, in the reader's language. `values` never holds a person's data.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly place?: Place;
  readonly values: Readonly<Record<string, string | number>>;
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** Whether a list has at least one element, told to the type checker. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

/**
 * What a function gives that can fail on data. Nothing throws for bad data: the failing side carries at least
 * one issue, the good side may carry warnings and notes.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: NonEmpty<Issue> };

/** The good side of a {@link Result}. */
export function success<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues };
}

/** The failing side of a {@link Result}. */
export function failure(
  first: Issue,
  ...rest: Issue[]
): { readonly ok: false; readonly issues: NonEmpty<Issue> } {
  return { ok: false, issues: [first, ...rest] };
}

/** An issue that stops the thing it is about. */
export function error(code: string, values: Issue['values'] = {}, place?: Place): Issue {
  return place === undefined
    ? { code, severity: 'error', values }
    : { code, severity: 'error', place, values };
}

/** An issue a person should see, with the work going on. */
export function warning(code: string, values: Issue['values'] = {}, place?: Place): Issue {
  return place === undefined
    ? { code, severity: 'warning', values }
    : { code, severity: 'warning', place, values };
}
