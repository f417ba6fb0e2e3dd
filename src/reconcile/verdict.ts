import type { Candidate, Certificate } from './candidate.js';
import type { EntryReason } from './reasons.js';
import type { ReviewKind } from './review-kind.js';
import type { EntryState } from './types.js';

/** Where one entry ends. */
export interface Verdict {
  readonly state: EntryState;
  readonly reason: EntryReason;
  readonly student?: string;
  readonly candidates: readonly Candidate[];
  readonly shown?: number;
  readonly kind?: ReviewKind;
  readonly namesakesNotHeld?: boolean;
  readonly certificate?: Certificate;
  readonly proof?: Readonly<Record<string, string>>;
}
