import type { LinkedFigure, Meant } from '../rules/index.js';
import type { Case, Place } from './case.js';
import { countedAs, fromKnown } from './meant.js';

/** A figure as it was given, else as it is defined; one for each member of people is asked of the member looked at. */
export function figureValue(at: Case, id: string, place: Place): Meant {
  const figure = at.rules.figures.find((one) => one.id === id) as LinkedFigure;
  const given = at.known.given.get(id);
  if (given !== undefined) return countedAs(figure, fromKnown(given));
  if (figure.onlyIf !== undefined && at.expression(figure.onlyIf, place) === false)
    return countedAs(figure, 'none');
  return countedAs(figure, at.value(figure.value, place));
}

/** Of a place only the member that a figure is for: nothing else of where it is read can change it. */
export function placeOf(at: Case, id: string, place: Place, outside: Place): Place {
  const people = at.rules.figures.find((one) => one.id === id)?.people;
  const person = people === undefined ? undefined : place.persons.get(people);
  if (people === undefined || person === undefined) return outside;
  return { persons: new Map([[people, person]]), chosen: new Map(), suffix: ` #${person}` };
}
