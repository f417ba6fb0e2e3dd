/** The physical place a value came from, so that an auditor can open the row. */
export interface SourceRef {
  readonly file: string;
  readonly sheet?: string;
  /** 1-based physical row. */
  readonly row: number;
  /** Id of the department list in the rule file, where the row belongs to one. */
  readonly list?: string;
  /** The row is of a comparison result, and not of the department's own list. */
  readonly comparison?: true;
}
