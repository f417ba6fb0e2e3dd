import type { Expression, LinkedFact, Meant } from '../rules/index.js';
import { plus, type Quotient } from '../value/index.js';
import type { KnownPeople } from './assignment.js';
import type { Case, Place } from './case.js';
import { countedAs, fromKnown, NOTHING, type Present, side, strict, whole } from './meant.js';
import { attempt, firstThat, NotKnown } from './not-known.js';

type Over = Expression & { readonly kind: 'over' };

/** Whether a person who counts meets what is asked of all: true of one who does not count. */
function meets(counts: () => boolean | undefined, of: () => Meant): boolean | undefined {
  const counted = attempt(counts);
  if (counted === false) return true;
  const is = of() as boolean | undefined;
  if (is === true) return true;
  if (counted instanceof NotKnown) throw counted;
  return counted === true ? is : undefined;
}

/** One person that there is; of whom, in a list that gives no points, it may be missing whether there is one. */
interface Person {
  readonly number: number;
  readonly there: true | undefined;
}

function personsOf(at: Case, people: string): readonly Person[] {
  const fact = at.rules.facts.find(({ id }) => id === people) as LinkedFact;
  const { least, most } = fact.people as NonNullable<LinkedFact['people']>;
  const known = at.known.facts.get(people) as KnownPeople | undefined;
  const listed = known?.list.length ?? 0;
  const all = known?.complete === true ? listed : most;
  return Array.from({ length: all }, (_, i) => ({
    number: i + 1,
    there: i < listed || i < least ? true : undefined,
  }));
}

/** An attribute of the person that is being looked at. */
export function attributeOf(at: Case, place: Place, people: string, id: string): Meant {
  const fact = at.rules.facts.find((one) => one.id === people) as LinkedFact;
  const shape = fact.people?.attributes.find((one) => one.id === id);
  const known = at.known.facts.get(people) as KnownPeople | undefined;
  const value = known?.list[(place.persons.get(people) as number) - 1]?.get(id);
  return value === undefined ? at.unsaid() : countedAs(shape ?? {}, fromKnown(value));
}

function withPerson(place: Place, people: string, number: number): Place {
  return {
    ...place,
    persons: new Map(place.persons).set(people, number),
    suffix: `${place.suffix} #${number}`,
  };
}

/**
 * Over the persons for whom `where` holds: how many, whether any, whether all meet `of`, the sum, the lowest or highest
 * of `of`. Of nobody: 0, false, true, 0, none.
 */
export function overPeople(e: Over, at: Case, place: Place): Meant {
  const persons = personsOf(at, e.people);
  const looks = persons.map(({ number, there }) => {
    const here = withPerson(place, e.people, number);
    // Nobody for whom it surely does not hold counts, whether there is such a person or not.
    const counts = (): boolean | undefined => {
      const where = e.where === undefined ? true : (at.expression(e.where, here) as boolean | undefined);
      return where === false || there === true ? where : at.unsaid();
    };
    const of = (): Meant => (e.of === undefined ? undefined : at.expression(e.of, here));
    return { counts, of };
  });
  switch (e.op) {
    case 'count': {
      const counted = looks.map(({ counts }) => counts());
      return counted.includes(undefined) ? undefined : whole(counted.filter((is) => is === true).length);
    }
    case 'any': {
      const counted = firstThat(
        looks.map(({ counts }) => counts),
        (is) => is === true,
      );
      return counted.includes(true) ? true : counted.includes(undefined) ? undefined : false;
    }
    case 'all': {
      const met = firstThat(
        looks.map(
          ({ counts, of }) =>
            () =>
              meets(counts, of),
        ),
        (is) => is === false,
      );
      return met.includes(false) ? false : met.includes(undefined) ? undefined : true;
    }
    case 'sum':
    case 'lowest':
    case 'highest': {
      const counted = looks.map(({ counts }) => counts());
      if (counted.includes(undefined)) return undefined;
      const values = looks.filter((_, i) => counted[i]).map(({ of }) => of());
      if (e.op === 'sum') return strict(values, (all) => (all as readonly Quotient[]).reduce(plus, NOTHING));
      if (values.length === 0) return 'none';
      const wins = (a: Present, b: Present): boolean =>
        e.op === 'lowest' ? side(a, b) <= 0 : side(a, b) >= 0;
      return strict(values, (all) => all.reduce((a, b) => (wins(a, b) ? a : b)));
    }
  }
}
