import fc from 'fast-check';
import type { ListEntry, RosterPerson } from '../../src/reconcile/index.js';
import { entry, idOf, person } from './world.js';

/* A tiny world in which everything meets: few IDs and few names, in the roster and on the lists. */

const IDS = ['20140305', '20141225', '20120811'].flatMap((birth) =>
  [17, 217, 219].map((n) => idOf(birth, n)),
);
const ADULT = idOf('19860214', 118);
const NAMES = ['王一', '王二', '李一', '王一一', '王喆', '王□'];

/** Students whose rows come apart: a key may be on any row. */
export const roster = fc
  .array(
    fc.record({
      key: fc.constantFrom('s3', 's1', 's2', 't'),
      id: fc.constantFrom(...IDS, ''),
      name: fc.constantFrom(...NAMES),
      hukou: fc.constantFrom('990102', '990103', ''),
      guardians: fc.constantFrom([], [{ name: '王父', id: ADULT }]),
    }),
    { maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ key, ...row }, i): RosterPerson => person(key, { ...row, source: { file: 'r', row: i } })),
  );
export const entries = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS, ADULT, IDS[0]!.slice(1), ''),
      name: fc.constantFrom(...NAMES, '王父'),
      list: fc.constantFrom('rural', 'orphans'),
      relation: fc.constantFrom('', '之子', '户主'),
      means: fc.constantFrom('person' as const, 'person' as const, 'household' as const, 'children' as const),
      current: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((rows) =>
    rows.map(
      ({ current, ...row }, i): ListEntry => entry({ ...row, row: 2 + i, in: current ? ['dibao'] : [] }),
    ),
  );
