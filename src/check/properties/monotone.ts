import { type Asking, proved } from '../asking.js';
import { movesOf } from '../moves.js';
import type { CheckedProperty } from '../report.js';
import { neverLess, reaches } from './worse-off.js';

/**
 * More hardship never gives a lower tier or less money: for each step in the direction that a fact declares, all else
 * being equal.
 */
export function monotone(asking: Asking): readonly CheckedProperty[] {
  const { ground, aspects } = asking;
  return ground.rules.facts.flatMap((fact) =>
    movesOf(ground, fact).flatMap((move) =>
      aspects
        .filter((aspect) => reaches(asking, move.input, aspect))
        .flatMap((aspect) =>
          proved(
            asking,
            {
              id: `monotone ${move.subject} ${aspect.id}`,
              property: 'monotone',
              severity: 'error',
              path: ['facts', fact.id],
            },
            neverLess(asking, aspect, { ...move, differs: move.subject }),
          ),
        ),
    ),
  );
}
