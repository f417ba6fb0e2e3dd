import type { Expression, Handle } from '../rules/index.js';
import { ONE, ZERO } from '../value/index.js';
import type { CoreBuilder } from './build.js';
import { byId } from './by-id.js';

type Of<K extends Expression['kind']> = Expression & { readonly kind: K };

interface Seat {
  /** There is such a person, and the condition holds of them. */
  readonly counts: Handle;
  readonly of: Handle | null;
}

/** A list of people unrolled: one seat for each that there can be. */
function seats(build: CoreBuilder, e: Of<'over'>): readonly Seat[] {
  const { people } = byId(build.rules.facts, e.people);
  return Array.from({ length: people?.most ?? 0 }, (_, i) => {
    const member = i + 1;
    const look = (inner: Expression): Handle =>
      build.within({ member, suffix: `${build.sight.suffix} #${member}` }, () => build.expression(inner));
    const there = build.input('fact', e.people, String(member));
    return {
      counts: e.where === undefined ? there : build.all([there, look(e.where)]),
      of: e.of === undefined ? null : look(e.of),
    };
  });
}

/** What goes over people: sums, and the least and greatest where there is somebody. */
export function lowerOver(build: CoreBuilder, e: Of<'over'>): Handle {
  const all = seats(build, e);
  const [one, nothing] = [build.constant(ONE), build.constant(ZERO)];
  switch (e.op) {
    case 'count':
      return build.sum([nothing, ...all.map(({ counts }) => build.select(counts, one, nothing))]);
    case 'any':
      return build.any([build.truth(false), ...all.map(({ counts }) => counts)]);
    case 'all':
      return build.all([
        build.truth(true),
        ...all.map(({ counts, of }) => build.any([build.not(counts), of as Handle])),
      ]);
    case 'sum':
      return build.sum([
        nothing,
        ...all.map(({ counts, of }) => build.select(counts, of as Handle, nothing)),
      ]);
    case 'lowest':
    case 'highest': {
      const pick = (of: readonly Handle[]): Handle =>
        e.op === 'lowest' ? build.least(of) : build.greatest(of);
      return all.reduce<Handle>((best, { counts, of }) => {
        const mine = of as Handle;
        return build.select(counts, build.select(build.isNone(best), mine, pick([best, mine])), best);
      }, build.none());
    }
  }
}

/** What goes over the options of a choice, in their listed order. */
export function lowerPick(build: CoreBuilder, e: Of<'pick'>): Handle {
  const options = build.rules.choices[e.choice]?.options as readonly string[];
  const holds = options.map((id, i) =>
    build.within(
      {
        options: new Map([...build.sight.options, [e.variable, i]]),
        suffix: `${build.sight.suffix} #${id}`,
      },
      () => build.expression(e.where),
    ),
  );
  switch (e.op) {
    case 'any':
      return build.any([build.truth(false), ...holds]);
    case 'count': {
      const [one, nothing] = [build.constant(ONE), build.constant(ZERO)];
      return build.sum([nothing, ...holds.map((held) => build.select(held, one, nothing))]);
    }
    case 'first':
      return holds.reduceRight<Handle>(
        (rest, held, i) => build.select(held, build.code(i), rest),
        build.none(),
      );
    case 'last':
      return holds.reduce<Handle>((rest, held, i) => build.select(held, build.code(i), rest), build.none());
  }
}
