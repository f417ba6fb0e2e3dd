import type { NodeId } from '../../plan/index.js';
import { type CheckedValue, type Expression, partsOf } from '../../rules/index.js';
import { type Asking, finding } from '../asking.js';
import type { Ground } from '../ground.js';
import { type Path, partPath } from '../paths.js';
import type { CheckedProperty } from '../report.js';
import { occurs } from './occurs.js';

/** Of cases that are added up, one that is worth no less than another, with the flag that it holds and the other does not. */
interface Domination {
  readonly first: number;
  readonly second: number;
  readonly apart: NodeId;
}

/** A part that adds up the cases that hold. */
export interface AddedCases {
  readonly part: string;
  readonly path: Path;
  readonly pairs: readonly Domination[];
}

type Hits = CheckedValue & { readonly kind: 'hits' };

/** The parts that add up cases; built before anything is worked out. */
export function addedCases({ rules, build }: Ground): readonly AddedCases[] {
  return partsOf(rules.score).flatMap(({ path, value }) =>
    value.kind === 'hits' && value.take === 'sum'
      ? [{ part: path, path: [...partPath(path), 'value', 'cases'], pairs: pairsOf(value) }]
      : [],
  );

  function pairsOf({ cases }: Hits): readonly Domination[] {
    return cases.flatMap((one, first) =>
      cases.flatMap((other, second): readonly Domination[] => {
        if (first === second || !outweighs(one.is, other.is)) return [];
        const not = build.not(build.expression(other.when));
        return [{ first, second, apart: build.all([build.expression(one.when), not]) }];
      }),
    );
  }
}

/** Worth more than 0, and no less than the other, which is too. */
function outweighs(one: Expression, other: Expression): boolean {
  if (one.kind !== 'number' || other.kind !== 'number') return false;
  return other.value.n > 0n && one.value.n * other.value.d >= other.value.n * one.value.d;
}

/**
 * Of options one of which goes with another whenever it holds (both parents are ill, so one of them is) only the stronger
 * counts: where cases are added up, none always comes with one that is worth more.
 */
export function dominated(asking: Asking, added: readonly AddedCases[]): readonly CheckedProperty[] {
  return added.map(({ part, path, pairs }) => {
    const head = { id: `countedOnce score.${part}`, property: 'countedOnce', severity: 'warning' } as const;
    for (const { first, second, apart } of pairs) {
      const verdict = occurs(asking, apart, [], () => true);
      if (verdict.status === 'proved') continue;
      const values = { part, first: String(first + 1), second: String(second + 1) };
      return finding(
        { ...head, path: [...path, second] },
        verdict.status === 'refuted'
          ? { status: 'refuted', because: { code: 'check.addsDominated', values } }
          : verdict,
      );
    }
    return finding({ ...head, path }, { status: 'proved' });
  });
}
