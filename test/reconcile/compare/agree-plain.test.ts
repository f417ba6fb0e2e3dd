import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, sideOf } from '../../../src/reconcile/compare/comparison.js';
import { nameRelation } from '../../../src/reconcile/compare/name-relation.js';
import { slipsBetween } from '../../../src/reconcile/compare/slips.js';
import { type IdentityReading, readIdentity } from '../../../src/reconcile/entry-reading.js';
import { indexRoster } from '../../../src/reconcile/search/roster-index.js';
import type { RosterPerson } from '../../../src/reconcile/types.js';
import { checkCharacter, nameForms } from '../../../src/roster/index.js';
import { entry, idOf, POLICY, person } from '../world.js';

// How a row of a list and a row of the roster agree, beside the meaning of each word, asked of their cells as they are read.

const inArea = (area: string, id: string): string => {
  const seventeen = area + id.slice(6, 17);
  return seventeen + checkCharacter(seventeen);
};
const ID = idOf('20140305', 217);
const WRONG = ID.slice(0, 17) + (ID.endsWith('1') ? '2' : '1');
/** A month that the calendar does not have: the 3 was typed as 13. */
const NO_DATE = `${ID.slice(0, 10)}13${ID.slice(12)}`;
const cells = [
  ID,
  WRONG,
  NO_DATE,
  idOf('20140503', 217),
  idOf('20140306', 719),
  inArea('990103', idOf('20120811', 217)),
  ...[13, 14, 15, 16, 17].map((length) => ID.slice(0, length)),
  // Fifteen digits that are left of an ID, and no beginning of it.
  ID.slice(3),
  idOf('20140306', 719).slice(0, 15),
  '9901',
  '0',
  `7${ID}`,
  `7${ID}42`,
  `${ID.slice(0, 6)}00${ID.slice(6)}1`,
  `${ID.slice(0, 15)}000`,
  `G${ID}`,
  'AB12345678',
  '无',
  '',
];
const idCell = fc.constantFrom(...cells);
const studentNumber = fc.constantFrom('', '', `G${ID}`, `L${idOf('20140306', 719)}`);
const name = fc.constantFrom('王小雨', '王小雪', '王晓宇', '李明', '王小雨(李明)', '□', '');

/** What of a reading is an ID: of the cell, or inside a G number. */
const idsOf = ({ keys }: IdentityReading): string[] =>
  keys.filter(({ kind }) => kind !== 'number').map(({ key }) => key);
const isWhole = (id: string): boolean => /^[0-9]{17}[0-9X]$/.test(id);
const couldBe = (text: string): boolean => text.length >= 15 && text.length <= 21;
const textsOf = ({ id }: IdentityReading): string[] =>
  id.readings.map(({ text }) => text).filter((text) => text !== '');
const dateOf = (digits: string): string => digits.replace(/^(....)(..)(..)$/, '$1-$2-$3');

function closeness(a: string, b: string): number {
  if (a === b) return 0;
  const [x, y] = [a.replaceAll('-', ''), b.replaceAll('-', '')];
  const differing = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  const [i, j] = differing;
  if (x.slice(0, 4) + x.slice(6) + x.slice(4, 6) === y) return 2;
  if (differing.length === 1) return 1;
  return differing.length === 2 && x[i!] === y[j!] && x[j!] === y[i!] ? 1 : 3;
}
const BIRTHS = ['same', 'oneDigit', 'swapped', 'none'];

interface Pair {
  readonly own: { readonly id: string; readonly studentNumber: string; readonly name: string };
  readonly theirs: Pair['own'] & { readonly hukou: string };
  readonly area: string;
  readonly guardians: RosterPerson['guardians'];
  readonly aside: { readonly anothersId: boolean; readonly idSpeaks: boolean };
}

const GUARDIANS: readonly Pair['guardians'][] = [[], [{ name: '', id: ID }]];
const pair: fc.Arbitrary<Pair> = fc.record({
  own: fc.record({ id: idCell, studentNumber, name }),
  theirs: fc.record({ id: idCell, studentNumber, name, hukou: fc.constantFrom('990102', '990103', '') }),
  area: fc.constantFrom('', '990102', '9901', '990200'),
  guardians: fc.constantFrom(...GUARDIANS),
  aside: fc.record({ anothersId: fc.boolean(), idSpeaks: fc.boolean() }),
});

/** Holds a comparison against the cells; gives each word with its value. */
function wordsOf({ own, theirs, area, guardians, aside }: Pair): string[] {
  const row = person('a', { ...theirs, guardians });
  const index = indexRoster([row, person('z', { name: '' })], POLICY.asOf);
  const read = { entry: entry(own), reading: readIdentity(entry(own), POLICY.asOf) };
  const there = readIdentity(row, POLICY.asOf);
  const nobody: ReadonlySet<number> = new Set();
  const place = { areas: area === '' ? [] : [area], school: '' };
  const side = sideOf(read, index, nobody, nobody, { ...aside, place });
  const said = compare(read, side, index, 0);
  const what = JSON.stringify({ own, theirs });

  const [ids, held] = [idsOf(read.reading).filter(couldBe), idsOf(there).filter(isWhole)];
  const odd = textsOf(there).filter((text) => !idsOf(there).includes(text) || !isWhole(text));
  const slips = ids.flatMap((id) =>
    [...held, ...odd.filter(couldBe)].map((text) => slipsBetween(id, text, 3)),
  );
  const least = slips.reduce((a, b) => (b < a ? b : a), 4);
  expect(said.slips, what).toBe(least > 3 ? null : least);

  const prefixes = (reading: IdentityReading): string[] =>
    reading.id.readings.filter(({ kind }) => kind === 'prefix').map(({ text }) => text);
  const begins = (starts: readonly string[], whole: readonly string[]): boolean =>
    starts.some((start) => start.length >= 15 && whole.some((id) => id.startsWith(start)));
  expect(said.beginning, what).toBe(
    begins(prefixes(read.reading), [...held, ...odd.filter(couldBe)]) ||
      begins(
        odd.filter((text) => text.length < 18),
        ids,
      ),
  );

  const births = [
    ...read.reading.births,
    ...idsOf(read.reading)
      .filter(isWhole)
      .map((id) => dateOf(id.slice(6, 14))),
  ];
  const close = births.flatMap((a) => there.births.map((b) => closeness(a, b)));
  expect(said.birth, what).toBe(BIRTHS[close.reduce((a, b) => (b < a ? b : a), 3)]);

  const divisions = read.reading.id.readings
    .filter(({ kind, text }) => kind !== 'studentNumber' && /^[0-9]{6}/.test(text))
    .map(({ text }) => text.slice(0, 6));
  expect(said.area, what).toBe(held.some((id) => divisions.includes(id.slice(0, 6))));
  const sequences = ids.filter((id) => id.length === 18).map((id) => id.slice(14, 17));
  expect(said.sequence, what).toBe(held.some((id) => sequences.includes(id.slice(14, 17))));
  expect(said.rowHasId, what).toBe(held.length > 0);
  const homes = [theirs.hukou, ...held.map((id) => id.slice(0, 6))];
  expect(said.hukou, what).toBe(divisions.some((one) => homes.includes(one)));
  expect(said.guardian, what).toBe(guardians.length > 0 && idsOf(read.reading).includes(ID));
  expect(said.otherId, what).toBe(
    aside.idSpeaks &&
      !aside.anothersId &&
      held.length > 0 &&
      said.slips === null &&
      !said.beginning &&
      !said.guardian,
  );
  const ownBlank =
    aside.anothersId || (read.reading.births.length === 0 && !idsOf(read.reading).some(isWhole));
  const theirsBlank = held.length === 0 && there.births.length === 0;
  expect(said.blank, what).toBe(ownBlank ? 'entry' : theirsBlank ? 'row' : 'none');

  const at = theirs.hukou !== '' ? [theirs.hukou] : held.map((id) => id.slice(0, 6));
  const inside = at.some((code) => code.startsWith(area.replace(/(00)+$/, '')));
  expect(said.place, what).toBe(area === '' || at.length === 0 ? 'unknown' : inside ? 'in' : 'out');

  // A remark in brackets may be the name; then it is no more than alike.
  const asMeant = nameRelation(read.reading.name, nameForms(theirs.name));
  if (theirs.name === '' || theirs.name === '□') expect(said.name, what).toBe('unknown');
  else if (own.name !== '王小雨(李明)') expect(said.name, what).toBe(asMeant);
  else if (theirs.name === '李明') expect(said.name, what).toBe('wildcard');
  else expect(said.name, what).toBe(theirs.name === '王小雨(李明)' ? 'same' : asMeant);
  return Object.entries(said).map(([word, value]) => `${word} ${value}`);
}

describe('each word of a comparison says what it means', () => {
  it('of any two rows', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 20 }), (pairs) => {
        for (const one of pairs) wordsOf(one);
      }),
      { numRuns: 25 },
    );
  });

  const far = `G${idOf('20120811', 33)}`;
  const besideAll = (id: string): string[] =>
    cells.flatMap((other, i) =>
      wordsOf({
        // Some have a second number, which is far from all.
        own: { id, studentNumber: (i + cells.indexOf(id)) % 3 === 1 ? far : '', name: '王小雨' },
        theirs: {
          id: other,
          studentNumber: (i + cells.indexOf(id)) % 3 === 2 ? far.replace('0033', '0044') : '',
          name: '李明',
          hukou: '',
        },
        area: '990102',
        guardians: [],
        aside: { anothersId: false, idSpeaks: true },
      }),
    );

  it.each(cells)('of %s beside every other cell', (id) => {
    expect(besideAll(id).length).toBeGreaterThan(0);
  });

  it('with every one of its values', () => {
    const seen = besideAll(ID);
    for (const slips of ['0', '1', '2', '3', 'null']) expect(seen).toContain(`slips ${slips}`);
    for (const birth of BIRTHS) expect(seen).toContain(`birth ${birth}`);
  });
});
