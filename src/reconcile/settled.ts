import type { ReadEntry } from './context.js';
import type { DecidedBy } from './decide-entry.js';
import type { ListEntry } from './types.js';
import type { Verdict } from './verdict.js';

/** What of an entry's reading counts beyond the entry itself. The reading is not kept: a city has too many of them. */
export interface Identified {
  readonly entry: ListEntry;
  /** The one ID that everything may rest on; `null` where there is none or more than one. */
  readonly own: string | null;
  /** N2 form of the name, and whether equality of two such names means something. */
  readonly name: string;
  readonly certain: boolean;
  /** What reading the identifiers found. */
  readonly findings: readonly string[];
}

/** An entry with where it ends by itself; in review without its candidates. */
export interface Alone extends Identified {
  readonly decided: DecidedBy | undefined;
  /** Which of the entry's results this is, from 0. */
  readonly part: number;
  readonly verdict: Verdict;
}

/** Takes readings in and gives back what is to be kept of them. Equal findings are kept once. */
export function identifier(): (read: ReadEntry) => Identified {
  const known = new Map<string, readonly string[]>();
  return ({ entry, reading: { own, name, id, number } }) => {
    const codes = [...id.findings, ...number.findings];
    const key = codes.join(' ');
    const findings = known.get(key) ?? codes;
    known.set(key, findings);
    return { entry, own: own?.text ?? null, name: name.n2, certain: name.certain, findings };
  };
}
