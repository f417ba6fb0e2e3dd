/**
 * Something a plan has to be told. `fact`: a fact, or a piece of one (`sub`): an option of a `several` fact, whether
 * there is a k-th person of a list (`3`), an attribute of that person (`3.birth`). `category`: whether a list holds the
 * student. `veto`: what a person says of a veto against a floor. `points`: what a person gives for a part. `evidence`:
 * whether a paper was shown for a part. `cell`: what a look-up gives of which the rule file has no value. `given`: a
 * figure, part, score or tier that is given and not computed; absent where it is not. `decision`: whether a person decided
 * the tier (`decided`) and which (`tier`); always known.
 */
export interface PlanInput {
  readonly kind: 'fact' | 'category' | 'veto' | 'points' | 'evidence' | 'cell' | 'given' | 'decision';
  readonly id: string;
  readonly sub?: string;
}
