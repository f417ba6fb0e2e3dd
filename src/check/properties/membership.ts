import { type Asking, finding, proved } from '../asking.js';
import type { CheckedProperty } from '../report.js';
import { neverLess, reaches } from './worse-off.js';

/** Being on one more list never hurts: neither the tier nor the money falls. */
export function membership(asking: Asking): readonly CheckedProperty[] {
  const { ground, aspects } = asking;
  return ground.rules.categories.flatMap(({ id }) => {
    // A category that no list gives is no input, and reaches nothing.
    const input = ground.inputOf('category', id);
    return aspects
      .filter((aspect) => reaches(asking, input, aspect))
      .flatMap((aspect) =>
        proved(
          asking,
          {
            id: `membership ${id} ${aspect.id}`,
            property: 'membership',
            severity: 'error',
            path: ['categories', id],
          },
          neverLess(asking, aspect, {
            differs: id,
            input,
            held: [{ kind: 'pairs', pairs: [[0n, 1n]] }],
            given: [],
          }),
        ),
      );
  });
}

/** All lists together give no less than any of them: that follows where each by itself never hurts. */
export function union(asking: Asking, each: readonly CheckedProperty[]): readonly CheckedProperty[] {
  if (each.length === 0) return [];
  const head = {
    id: 'union',
    property: 'union',
    severity: 'error',
    path: ['categories'],
  } as const;
  const refuted = each.find(({ status }) => status === 'refuted');
  // Who is on one more list is on the union of this list and the others.
  if (refuted?.witness !== undefined) {
    const { id, witness } = refuted;
    return [finding(head, { status: 'refuted', because: because(id), witness })];
  }
  const open = each.find(({ status }) => status === 'notProved');
  if (open !== undefined) return [finding(head, { status: 'notProved', because: because(open.id) })];
  asking.steps.taken += 1;
  return [finding(head, { status: 'proved', because: { code: 'check.byMembership', values: {} } })];
}

const because = (of: string) => ({ code: 'check.followsFrom', values: { finding: of } });
