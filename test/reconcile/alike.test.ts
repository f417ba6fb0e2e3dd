import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikeIn } from '../../src/reconcile/alike.js';
import { entryContent } from '../../src/reconcile/content.js';
import { entry } from './world.js';

it('counts the entries that say the same of who they are about', () => {
  const cell = fc.constantFrom('', 'a', 'b');
  const entries = fc.array(
    fc
      .record({
        name: cell,
        id: cell,
        relation: cell,
        school: cell,
        list: fc.constantFrom('rural', 'urban'),
        means: fc.constantFrom('person' as const, 'children' as const),
        area: fc.constantFrom(undefined, '', '9901'),
      })
      // A column that is not there says what a blank cell says.
      .map(({ area, ...cells }) => entry(area === undefined ? cells : { ...cells, area })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(entries, (all) => {
      const alike = alikeIn(all);
      const contents = all.map(entryContent);
      for (const place of all.keys())
        expect(alike(place)).toBe(contents.filter((content) => content === contents[place]).length);
    }),
  );
});
