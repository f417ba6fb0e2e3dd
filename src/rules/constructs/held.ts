import { larger, plus, type Quotient, quotient, smaller, ZERO } from '../../value/index.js';
import type { Builder, Handle } from './contract.js';
import { type Meant, NONE } from './contract.js';
import type { Take } from './section/document.js';

/** A value that counts where its condition holds; it is asked for only there. */
interface Case {
  holds(): boolean | undefined;
  is(): Quotient | typeof NONE | undefined;
}

/**
 * The sum, the greatest or the least of the values that hold; 0 where none does. A value that is none makes the whole
 * none, and what is not known comes before that. The cases have no order: every one is looked at.
 */
export function meantTogether(take: Take, cases: readonly Case[]): Meant {
  const values = cases.flatMap((one): readonly Meant[] => {
    const holds = one.holds();
    return holds === false ? [] : [holds === undefined ? undefined : one.is()];
  });
  if (values.includes(undefined)) return undefined;
  if (values.includes(NONE)) return NONE;
  const held = values as readonly Quotient[];
  return held.length === 0
    ? quotient('0')
    : held.reduce(take === 'sum' ? plus : take === 'best' ? larger : smaller);
}

/** The same in nodes of the core. */
export function lowerTogether(
  take: Take,
  cases: readonly { readonly when: Handle; readonly is: Handle }[],
  build: Builder,
): Handle {
  const zero = build.constant(ZERO);
  if (cases.length === 0) return zero;
  const sum = build.sum(cases.map(({ when, is }) => build.select(when, is, zero)));
  if (take === 'sum') return sum;
  // Where no case holds the value is 0, also when every case that could hold is below 0: so the cases are folded
  // from the last, each deciding between itself and the outermost of those after it.
  const further = (a: Handle, b: Handle): Handle =>
    take === 'best' ? build.greatest([a, b]) : build.least([a, b]);
  const folded = cases.reduceRight<{ any: Handle | null; of: Handle }>(
    (rest, { when, is }) => {
      if (rest.any === null) return { any: when, of: build.select(when, is, rest.of) };
      const both = build.select(rest.any, further(is, rest.of), is);
      return { any: build.either(when, rest.any), of: build.select(when, both, rest.of) };
    },
    { any: null, of: zero },
  );
  // The sum is known where every case is, whatever their order, and only there is the outermost of them.
  return build.select(build.compare('=', sum, sum), folded.of, folded.of);
}
