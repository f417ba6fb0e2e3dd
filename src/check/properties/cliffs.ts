import type { Determination } from '../../determine/index.js';
import { compare, type Exact, exact, multiply, negate, subtract, ZERO } from '../../value/index.js';
import type { Asking } from '../asking.js';
import type { Aspect } from '../aspects.js';
import { smallestStudents } from '../confirm.js';
import type { Held } from '../pairs/held.js';
import type { Cliff } from '../report.js';
import { search } from '../search.js';
import type { View } from '../view.js';
import { positionsOf, scalarAt } from '../witness.js';
import { reaches } from './worse-off.js';

/** No more than this many are shown for one fact. */
const MOST_CLIFFS = 12;

/** Where one unit of a number, or one day, changes money by more than so many major units. */
export function cliffs(asking: Asking, above: Exact): readonly Cliff[] {
  const { ground, aspects } = asking;
  return ground.rules.facts
    .filter(({ type }) => type.kind === 'number' || type.kind === 'date')
    .flatMap((fact) => {
      const input = ground.inputOf('fact', fact.id);
      return aspects
        .filter(({ id }) => id.startsWith('money '))
        .filter((aspect) => reaches(asking, input, aspect))
        .flatMap((aspect) => cliffsOf(asking, fact.id, input, aspect, above));
    });
}

const size = (x: Exact): Exact => (x.n < 0n ? negate(x) : x);

function cliffsOf(
  asking: Asking,
  fact: string,
  input: number,
  aspect: Aspect,
  above: Exact,
): readonly Cliff[] {
  const { ground, most, steps } = asking;
  const currency = aspect.id.replace('money ', '').replace(/\/.*$/, '');
  const minor = ground.rules.programmes.find((one) => one.currency === currency)?.minor ?? 1n;
  const limit = multiply(above, exact(minor));
  const whole = ground.whole[input];
  const jump = (view: View): Exact =>
    aspect.pieces(view).reduce<Exact>((greatest, { d }) => {
      if (d === null) return greatest;
      const one = compare(size(d.low), size(d.high)) > 0 ? size(d.low) : size(d.high);
      return compare(one, greatest) > 0 ? one : greatest;
    }, ZERO);
  const found: Cliff[] = [];
  const left: (readonly [bigint, bigint])[] =
    whole?.kind === 'same'
      ? whole.segments.flatMap(({ low, high }): [bigint, bigint][] => {
          const last = ground.domain(input).grid?.last ?? high;
          const end = high < last ? high : last;
          return low < end ? [[low, end - 1n]] : [];
        })
      : [];
  while (left.length > 0 && found.length < MOST_CLIFFS) {
    const [low, high] = left.shift() as [bigint, bigint];
    const held: Held = { kind: 'steps', low, high, by: 1n };
    const question = (view: View) => {
      const greatest = jump(view);
      return compare(greatest, limit) > 0 ? { roots: aspect.roots, rank: negate(greatest) } : null;
    };
    const cliff = search(asking.all().with(input, held), question, most, steps, (view) =>
      confirmed(asking, view, fact, input, aspect, limit),
    );
    if (cliff.kind !== 'here') continue;
    found.push({ ...cliff.what.cliff, currency });
    const { at } = cliff.what;
    if (low < at) left.push([low, at - 1n]);
    if (at < high) left.push([at + 1n, high]);
  }
  return found;
}

function confirmed(
  { ground, standing }: Asking,
  view: View,
  fact: string,
  input: number,
  aspect: Aspect,
  limit: Exact,
): { readonly cliff: Omit<Cliff, 'currency'>; readonly at: bigint } | null {
  let shown: readonly [string, string] = ['', ''];
  const shows = ([first, second]: readonly Determination[]): boolean => {
    const [x, y] = [first, second].map((of) => (of === undefined ? null : aspect.measure(of)));
    if (x === null || y === null || x === undefined || y === undefined) return false;
    shown = [String(x.n), String(y.n)];
    return compare(size(subtract(y, x)), limit) > 0;
  };
  const students = smallestStudents(ground, standing, view, shows);
  const [before, after] = students ?? [];
  const shape = ground.rules.facts.find(({ id }) => id === fact);
  if (before === undefined || after === undefined || shape === undefined) return null;
  const [a, b] = positionsOf(view);
  const text = (at: bigint): string => String(scalarAt(ground, input, shape, at));
  return {
    at: a[input] as bigint,
    cliff: {
      fact,
      from: text(a[input] as bigint),
      to: text(b[input] as bigint),
      before: shown[0],
      after: shown[1],
      witness: { students: [before, after], shows: shown, differs: fact },
    },
  };
}
