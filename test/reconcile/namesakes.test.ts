import { describe, expect, it } from 'vitest';
import { matchContext } from '../../src/reconcile/context.js';
import { readIdentity } from '../../src/reconcile/entry-reading.js';
import { namesBeside } from '../../src/reconcile/names-beside.js';
import { heldNamesakes, type Namesake } from '../../src/reconcile/namesakes.js';
import { relatedNames } from '../../src/reconcile/related-names.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import { nameForms } from '../../src/roster/index.js';
import { entry, POLICY, person } from './world.js';

// Of students of the row's name, and of none else, the nearest are held open.

describe('of more namesakes than can be held', () => {
  const row = entry();
  const read = { entry: row, reading: readIdentity(row, POLICY.asOf) };
  const roster = indexRoster([person('a'), person('b'), person('c')], POLICY.asOf);
  const heldOf = (withoutId: number, namesakes: readonly (readonly [score: number, place: string])[]) => {
    const policy = { ...POLICY, namesakes: { withoutId, withOtherId: 0 } };
    const found = heldNamesakes(
      namesakes.map(
        ([score, place], student) =>
          ({ student, score, comparison: { place, school: false, otherId: false } }) as Namesake,
      ),
      read,
      matchContext(roster, policy, namesBeside([read])),
      false,
    );
    return [[...found.held], found.tooMany];
  };

  it('those of the place come first, and of these who speaks for more', () => {
    const three = [
      [900, 'out'],
      [300, 'in'],
      [500, 'in'],
    ] as const;
    expect(heldOf(1, three)).toEqual([[2], true]);
    expect(heldOf(2, three)).toEqual([[2, 1], true]);
    expect(heldOf(3, three)).toEqual([[2, 1, 0], false]);
  });

  it('who stand alike are held together or not at all', () =>
    expect(
      heldOf(1, [
        [300, 'in'],
        [300, 'in'],
      ]),
    ).toEqual([[], true]));
});

it('a name that cannot be read has nothing in common with any', () => {
  const roster = indexRoster(
    [person('a', { name: '' }), person('b'), person('c', { name: '李明' })],
    POLICY.asOf,
  );
  const related = relatedNames(roster)(nameForms('王小雨'));
  for (const again of [1, 2]) expect([again, [0, 1, 2].map(related)]).toEqual([again, [false, true, false]]);
});
