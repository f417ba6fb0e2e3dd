/** What was measured of one edition, in a process of its own: milliseconds of CPU of the program, and of the clock. */
export interface Measured {
  readonly scheme: string;
  readonly edition: string;
  readonly nodes: number;
  readonly proved: number;
  readonly byConstruction: number;
  readonly refuted: number;
  readonly notProved: number;
  /** The first check of the process, nothing compiled by the runtime yet. */
  readonly cold: Span;
  /** The median of those that followed. */
  readonly warm: Span;
  /** Random students through the compiled plan, scaled to 100,000. */
  readonly evaluated: Span;
  /** Random students through `determine`, scaled to 100,000. */
  readonly determined: Span;
}

export interface Span {
  readonly cpu: number;
  readonly wall: number;
}

/** What a ratio is to. */
export const EVALUATIONS = 100_000;
