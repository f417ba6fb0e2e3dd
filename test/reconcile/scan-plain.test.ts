import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameRelation } from '../../src/reconcile/compare/name-relation.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { reconcile } from '../../src/reconcile/index.js';
import { checkCharacter, nameForms } from '../../src/roster/index.js';
import { entry, idOf, listsOf, only, POLICY, person } from './world.js';

// What a record of a scan over all IDs says, beside the same counted by hand: whoever relies on it that nobody is near
// relies on these numbers.

const apart = (a: string, b: string): number => [...a].filter((sign, i) => sign !== b[i]).length;
/** An ID with its check character, some of its digits changed. */
const changed = (id: string, ...places: number[]): string => {
  const digits = [...id.slice(0, 17)].map((digit, i) =>
    places.includes(i) ? String((Number(digit) + 1) % 10) : digit,
  );
  const seventeen = digits.join('');
  return seventeen + checkCharacter(seventeen);
};
const OWN = idOf('20140305', 217);
const IDS = [
  changed(OWN, 16),
  changed(OWN, 9),
  changed(OWN, 3, 9, 16),
  changed(OWN, 2, 9, 16),
  changed(OWN, 3, 7, 11, 14),
  changed(OWN, 2, 7, 11, 14, 16),
  changed(OWN, 1, 2, 7, 11, 14, 16),
  changed(OWN, 0, 1, 2, 7, 11, 14, 16),
];
const { distance, namedDistance, strangerDistance } = POLICY.certificate!;

const people: fc.Arbitrary<RosterPerson[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom(...IDS),
      name: fc.constantFrom('王小雨', '王小雪', '王大雨', '李明', '□', ''),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => rows.map((row, i) => person(`s${i}`, { ...row, hukou: '', source: { file: 'r', row: i } })));

describe('the record of a scan', () => {
  it('counts who is near, who is a stranger, and how far the nearest is', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('王小雨', '王大雪', '赵云', '□'), (roster, name) => {
        const row = entry({ id: OWN, name });
        const own = nameForms(name);
        const outcome = only(reconcile(roster, listsOf([row]), [], POLICY));
        const bare = only(reconcile(roster, listsOf([row]), [], { ...POLICY, certificate: null }));
        const far = roster.map((one) => {
          const theirs = nameForms(one.name);
          const readable = own.readable && theirs.readable;
          const named = readable && nameRelation(own, theirs) !== 'none';
          const most = named ? namedDistance : readable ? strangerDistance : distance;
          return { key: one.key, far: apart(one.id, OWN), most };
        });
        const near = far.filter(({ far, most }) => far <= most);
        const strangers = far.filter(({ far, most }) => far > most && far <= distance);
        const found = new Set(outcome.candidates.map(({ student }) => student));
        const without = new Set(bare.candidates.map(({ student }) => student));
        expect(outcome.certificate).toEqual({
          ids: roster.length,
          distance,
          namedDistance,
          strangerDistance,
          within: near.length,
          strangers: strangers.length,
          closest: [...near, ...strangers].reduce<number | null>(
            (least, one) => (least === null || one.far < least ? one.far : least),
            null,
          ),
          added: near.filter(({ key }) => !without.has(key)).length,
        });
        expect(found).toEqual(new Set([...without, ...near.map(({ key }) => key)]));
      }),
      { numRuns: 60 },
    );
  });

  it('that no index brings near is a candidate, six characters away, under a name that is near', () => {
    const far = changed(OWN, 1, 7, 11, 14, 16);
    expect(apart(far, OWN)).toBeGreaterThan(distance);
    expect(apart(far, OWN)).toBeLessThanOrEqual(namedDistance);
    const of = (name: string) => {
      const roster = [person('a', { id: far, name, hukou: '' })];
      const { certificate, candidates } = only(
        reconcile(roster, listsOf([entry({ id: OWN, name: '王小雨' })]), [], POLICY),
      );
      return [candidates.map(({ student }) => student), certificate?.within, certificate?.added];
    };
    expect(of('王小雪')).toEqual([['a'], 1, 1]);
    expect(of('李明')).toEqual([[], 0, 0]);
  });
});
