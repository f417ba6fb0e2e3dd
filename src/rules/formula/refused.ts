import type { Issue } from '../../value/index.js';

/** A problem in a formula and where in its text it stands. */
export interface FormulaIssue {
  readonly issue: Issue;
  readonly at: number;
}

/** Leaves a formula at its first problem. Caught where the formula was taken up: no caller sees it thrown. */
export class Refused extends Error implements FormulaIssue {
  readonly issue: Issue;
  readonly at: number;

  constructor(issue: Issue, at: number) {
    super(issue.code);
    this.issue = issue;
    this.at = at;
  }
}
