/** Where something was found. */
export interface Spot {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
}

/** One thing that does not hold (`error`), or that a person should look at (`note`). Never anything about a person. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'note';
  readonly values: Readonly<Record<string, string | number>>;
  readonly place?: Spot;
}

/** `integrity`: the bytes are not those that were sealed. `books`: they are, and what they say does not hold. */
export type CheckKind = 'integrity' | 'books';

export const CHECKS = [
  'digests',
  'form',
  'rows',
  'roster',
  'entries',
  'matches',
  'repeats',
  'leftOut',
  'nearMisses',
  'categories',
  'floors',
  'summary',
] as const;
export type CheckId = (typeof CHECKS)[number];

/** One check: what was gone through, and what was found. It holds where no finding is an error. */
export interface Check {
  readonly id: CheckId;
  readonly kind: CheckKind;
  /** How many things were compared. */
  readonly compared: number;
  readonly findings: readonly Finding[];
  readonly holds: boolean;
}

export interface Report {
  readonly checks: readonly Check[];
  /** All checks hold. */
  readonly holds: boolean;
}

/** A check being made. */
export class Checking {
  compared = 0;
  readonly findings: Finding[] = [];
  private readonly id: CheckId;

  constructor(id: CheckId) {
    this.id = id;
  }

  error(code: string, values: Finding['values'] = {}, place?: Spot): void {
    this.findings.push({ code, severity: 'error', values, ...(place === undefined ? {} : { place }) });
  }

  note(code: string, values: Finding['values'] = {}, place?: Spot): void {
    this.findings.push({ code, severity: 'note', values, ...(place === undefined ? {} : { place }) });
  }

  /** Two counts of one thing. */
  same(what: string, stated: number | string, counted: number | string): void {
    this.compared += 1;
    if (stated !== counted) this.error('verify.count', { what, stated, counted });
  }

  end(): Check {
    const kind = this.id === 'digests' || this.id === 'form' ? 'integrity' : 'books';
    const holds = this.findings.every((finding) => finding.severity === 'note');
    return { id: this.id, kind, compared: this.compared, findings: this.findings, holds };
  }
}
