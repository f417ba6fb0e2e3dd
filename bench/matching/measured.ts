/** CPU seconds of the program and wall seconds. */
export interface Span {
  readonly cpu: number;
  readonly wall: number;
}

/** What was measured of one size. */
export interface Measured {
  readonly students: number;
  readonly entries: number;
  /** Making the roster's rows, which is taken off the others. */
  readonly generator: Span;
  /** Reading and indexing the roster. */
  readonly build: Span;
  /** From the index to the last outcome. */
  readonly decide: Span;
  /** From the first row of the roster to the last student. */
  readonly all: Span;
  readonly states: Readonly<Record<string, number>>;
  readonly candidates: number;
  readonly certificates: number;
  /** Resident memory when the lists were made and matching had not begun. */
  readonly listsMegabytes: number;
  /** Greatest resident memory of the process, the lists and the runtime among it. */
  readonly peakMegabytes: number;
  /** Typed arrays at the end: the index, as far as it was not given back. */
  readonly arraysMegabytes: number;
}

/** The same entries without and with certificates. */
export interface Certified {
  readonly plain: Measured;
  readonly scanned: Measured;
  /** Packing the IDs for the scans, once. */
  readonly packing: Span;
}
