import type { EntryReason } from './reasons.js';
import type { Candidate, EntryState } from './types.js';

/** Where one entry ends. */
export interface Verdict {
  readonly state: EntryState;
  readonly reason: EntryReason;
  readonly student?: string;
  readonly candidates: readonly Candidate[];
  readonly proof?: Readonly<Record<string, string>>;
}
