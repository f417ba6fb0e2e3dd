import type { Issue, Place } from '../../value/index.js';
import type { ReadCode } from './codes.js';
import { READ_LIMITS, type ReadLimit } from './limits.js';

/** Ends the reading of a file. It never leaves this folder: the door turns it into the failing side of a result. */
export class Refused extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

type Values = Issue['values'];

/** The findings of one file, in the order they were made, each with the file's name in its place. */
export class Findings {
  readonly issues: Issue[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  private issue(severity: Issue['severity'], code: ReadCode, values: Values, place: Place): Issue {
    return { code, severity, place: { file: this.file, ...place }, values };
  }

  refuse(code: ReadCode, values: Values = {}, place: Place = {}): never {
    throw new Refused(this.issue('error', code, values, place));
  }

  limit(what: ReadLimit, place: Place = {}): never {
    return this.refuse('read.limit', { what, most: READ_LIMITS[what] }, place);
  }

  warn(code: ReadCode, values: Values = {}, place: Place = {}): void {
    this.issues.push(this.issue('warning', code, values, place));
  }

  note(code: ReadCode, values: Values = {}, place: Place = {}): void {
    this.issues.push(this.issue('note', code, values, place));
  }
}
