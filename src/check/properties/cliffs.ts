import type { Determination } from '../../determine/index.js';
import {
  compare,
  type Exact,
  exact,
  multiply,
  negate,
  parseExact,
  subtract,
  ZERO,
} from '../../value/index.js';
import type { Asking } from '../asking.js';
import type { Aspect } from '../aspects.js';
import { smallestStudents } from '../confirm.js';
import { moneyAspect, pursesOf } from '../money.js';
import type { Held } from '../pairs/held.js';
import type { Because, Cliff } from '../report.js';
import { search } from '../search.js';
import type { View } from '../view.js';
import { positionsOf, scalarAt } from '../witness.js';
import { reaches } from './worse-off.js';

/** No more steps of one fact than these are looked for in one programme, and none is looked for a greater one more often. */
const MOST_CLIFFS = 12;
const MOST_RAISED = 24;

export interface Cliffs {
  readonly found: readonly Cliff[];
  /** Where there may be more of them. */
  readonly open: readonly Because[];
}

/** What is paid, by itself and together: each programme, and where several can be had at once their sum; loans apart. */
function pursesAndProgrammes({
  ground,
  standing,
}: Asking): readonly (Aspect & { readonly currency: string })[] {
  const { programmes } = ground.rules;
  const of = (id: string, currency: string, which: readonly number[]) => ({
    ...moneyAspect(ground, standing, { id, currency, programmes: which }),
    currency,
  });
  const alone = programmes.flatMap(({ id, amount, currency }, i) =>
    amount === null || currency === null ? [] : [of(`programme ${id}`, currency, [i])],
  );
  const together = pursesOf(ground).filter((purse) => purse.programmes.length > 1);
  return [...alone, ...together.map(({ id, currency, programmes: which }) => of(id, currency, which))];
}

/** Where one unit of a number, or one day, changes money by more than so many major units; the greatest first. */
export function cliffs(asking: Asking, above: Exact): Cliffs {
  const { ground } = asking;
  const aspects = pursesAndProgrammes(asking);
  const each = ground.rules.facts
    .filter(({ type }) => type.kind === 'number' || type.kind === 'date')
    .flatMap((fact) => {
      const input = ground.inputOf('fact', fact.id);
      return aspects
        .filter((aspect) => reaches(asking, input, aspect))
        .map((aspect) => cliffsOf(asking, fact.id, input, aspect, above));
    });
  const found = each.flatMap((one) => one.found).sort((x, y) => compare(sizeOf(y), sizeOf(x)));
  return { found, open: each.flatMap((one) => one.open) };
}

const size = (x: Exact): Exact => (x.n < 0n ? negate(x) : x);
const minor = (text: string): Exact => parseExact(text) ?? ZERO;
const sizeOf = ({ before, after }: Cliff): Exact => size(subtract(minor(after), minor(before)));

function cliffsOf(
  asking: Asking,
  fact: string,
  input: number,
  aspect: Aspect & { readonly currency: string },
  above: Exact,
): Cliffs {
  const { ground } = asking;
  const units = ground.rules.programmes.find(({ currency }) => currency === aspect.currency)?.minor ?? 1n;
  const limit = multiply(above, exact(units));
  const more = (code: string): Because => ({ code, values: { fact, of: aspect.id, most: MOST_CLIFFS } });
  const whole = ground.whole[input];
  const found: Cliff[] = [];
  let open: Because | null = null;
  const left: (readonly [bigint, bigint])[] =
    whole?.kind === 'same'
      ? whole.segments.flatMap(({ low, high }): [bigint, bigint][] => {
          const last = ground.domain(input).grid?.last ?? high;
          const end = high < last ? high : last;
          return low < end ? [[low, end - 1n]] : [];
        })
      : [];
  while (left.length > 0) {
    const [low, high] = left.shift() as [bigint, bigint];
    let step = stepAbove(asking, fact, input, aspect, [low, high], limit);
    if (step === 'gaveUp') open = more('check.cliffsOpen');
    if (step === 'gaveUp' || step === null) continue;
    if (found.length === MOST_CLIFFS) {
      open = more('check.moreCliffs');
      break;
    }
    // The greatest of these steps, and of what it changes for one student and another.
    for (let raised = 0; raised <= MOST_RAISED; raised += 1) {
      const greater = stepAbove(asking, fact, input, aspect, [low, high], sizeOf(step.cliff));
      if (greater === null) break;
      if (greater === 'gaveUp' || raised === MOST_RAISED) {
        open = more('check.cliffsOpen');
        break;
      }
      step = greater;
    }
    const { at } = step;
    found.push(step.cliff);
    if (low < at) left.push([low, at - 1n]);
    if (at < high) left.push([at + 1n, high]);
  }
  return { found, open: open === null ? [] : [open] };
}

interface Step {
  readonly at: bigint;
  readonly cliff: Cliff;
}

/** A step between two positions beside each other that changes more than a limit, in minor units. */
function stepAbove(
  asking: Asking,
  fact: string,
  input: number,
  aspect: Aspect & { readonly currency: string },
  [low, high]: readonly [bigint, bigint],
  limit: Exact,
): Step | 'gaveUp' | null {
  const { most, steps } = asking;
  const jump = (view: View): Exact =>
    aspect.pieces(view).reduce<Exact>((greatest, { d }) => {
      if (d === null) return greatest;
      const one = compare(size(d.low), size(d.high)) > 0 ? size(d.low) : size(d.high);
      return compare(one, greatest) > 0 ? one : greatest;
    }, ZERO);
  const held: Held = { kind: 'steps', low, high, by: 1n };
  const question = (view: View) => {
    const greatest = jump(view);
    return compare(greatest, limit) > 0 ? { roots: aspect.roots, rank: negate(greatest) } : null;
  };
  const found = search(asking.all().with(input, held), question, most, steps, (view) =>
    confirmed(asking, view, fact, input, aspect, limit),
  );
  return found.kind === 'here' ? found.what : found.kind === 'gaveUp' ? 'gaveUp' : null;
}

function confirmed(
  { ground, standing }: Asking,
  view: View,
  fact: string,
  input: number,
  aspect: Aspect & { readonly currency: string },
  limit: Exact,
): Step | null {
  let shown: readonly [string, string] = ['', ''];
  const shows = ([first, second]: readonly Determination[]): boolean => {
    if (first === undefined || second === undefined) return false;
    const [x, y] = [aspect.measure(first), aspect.measure(second)];
    if (x === null || y === null) return false;
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
      of: aspect.id,
      fact,
      from: text(a[input] as bigint),
      to: text(b[input] as bigint),
      currency: aspect.currency,
      before: shown[0],
      after: shown[1],
      witness: { students: [before, after], shows: shown, differs: fact },
    },
  };
}
