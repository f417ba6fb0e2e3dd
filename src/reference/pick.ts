import type { Expression, Meant } from '../rules/index.js';
import type { Case, Place } from './case.js';
import { whole } from './meant.js';
import { firstThat } from './not-known.js';

/** Over the options of a choice in their listed order: how many meet it, whether any does, the first or last that does. */
export function pick(e: Expression & { readonly kind: 'pick' }, at: Case, place: Place): Meant {
  const options = at.rules.choices[e.choice]?.options ?? at.rules.tierIds;
  const meets = (option: number): boolean | undefined => {
    const here = {
      ...place,
      chosen: new Map(place.chosen).set(e.variable, option),
      suffix: `${place.suffix} #${options[option]}`,
    };
    return at.expression(e.where, here) as boolean | undefined;
  };
  const all = options.map((_, option) => option);
  switch (e.op) {
    case 'count': {
      const met = all.map(meets);
      return met.includes(undefined) ? undefined : whole(met.filter((one) => one === true).length);
    }
    case 'any': {
      const met = firstThat(
        all.map((option) => () => meets(option)),
        (is) => is === true,
      );
      return met.includes(true) ? true : met.includes(undefined) ? undefined : false;
    }
    case 'first':
    case 'last':
      for (const option of e.op === 'first' ? all : all.reverse()) {
        const is = meets(option);
        if (is !== false) return is === true ? option : undefined;
      }
      return 'none';
  }
}
