/** What became of one slip. */
export interface Measured {
  readonly scheme: string;
  /** What stood in the file, and what stands there now. */
  readonly slip: string;
  readonly finding: string;
  /** Whether the prover refuted the finding, and the CPU milliseconds of the whole check of that file. */
  readonly found: boolean;
  readonly milliseconds: number;
  readonly random: Seen;
  readonly kit: Seen;
}

/** What students showed. */
export interface Seen {
  readonly students: number;
  /**
   * `shown`: so many show that something is wrong. `occurs`: something should occur and does not; how often it does, here and
   * without the slip. `rows`: it is about rows of lists, of which so many show it. `never`: no student could.
   */
  readonly how: 'shown' | 'occurs' | 'rows' | 'never';
  readonly count: number;
  readonly without: number;
  readonly seconds: number;
}

/** Whether somebody who looks at these students would know: that something has happened before and does not any more. */
export const wouldKnow = ({ how, count, without }: Seen): boolean =>
  how === 'never' ? false : how === 'occurs' ? count === 0 && without > 0 : count > 0;
