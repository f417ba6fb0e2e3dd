/**
 * Something a plan has to be told: a fact, whether a list holds the student, what a person says of a veto, and
 * whether a person decided the tier (`decided`) and which (`tier`). The last two are always known.
 */
export interface PlanInput {
  readonly kind: 'fact' | 'category' | 'veto' | 'decision';
  readonly id: string;
}
