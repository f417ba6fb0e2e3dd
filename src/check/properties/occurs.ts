import type { NodeId } from '../../plan/index.js';
import { ZERO } from '../../value/index.js';
import type { Asking } from '../asking.js';
import { canHold } from '../aspects.js';
import { canBe, scoreByScore } from '../narrowing.js';
import type { Verdict } from '../prove.js';
import { type Found, search } from '../search.js';
import type { View } from '../view.js';

/** A student for whom a flag is true proves it; that there is none is what refutes it. */
export function occurs(
  asking: Asking,
  node: NodeId,
  forks: readonly NodeId[],
  accept: (view: View) => boolean,
): Verdict {
  const { most, steps } = asking;
  const may = (view: View): boolean => canBe(view, forks, (at) => canHold(at, node), [node]);
  let refused = false;
  const question = (view: View) => (may(view) ? { roots: [node], rank: ZERO } : null);
  const look = (backwards: boolean): Found<true> =>
    search(
      asking.all(),
      question,
      most,
      steps,
      (view) => {
        const accepted = accept(view);
        refused ||= !accepted;
        return accepted ? true : null;
      },
      backwards,
    );
  const forwards = look(false);
  const found = forwards.kind === 'gaveUp' ? look(true) : forwards;
  if (found.kind === 'here') return { status: 'proved' };
  if (found.kind === 'nowhere' && !refused)
    return { status: 'refuted', because: { code: 'check.never', values: {} } };
  if (!scoreByScore(asking.all(true), node).some(may))
    return { status: 'refuted', because: { code: 'check.never', values: {} } };
  return {
    status: 'notProved',
    because: refused
      ? { code: 'check.restsOnUnknown', values: { cell: '' } }
      : { code: 'check.tooManyCases', values: { node: '', most } },
  };
}
