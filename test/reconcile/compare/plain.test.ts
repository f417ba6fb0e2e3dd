import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthsOf, type Comparison, type Side, sideOf } from '../../../src/reconcile/compare/comparison.js';
import { nameRelation } from '../../../src/reconcile/compare/name-relation.js';
import { evidenceFor } from '../../../src/reconcile/compare/score.js';
import { slipsBetween } from '../../../src/reconcile/compare/slips.js';
import { readIdentity } from '../../../src/reconcile/entry-reading.js';
import { indexRoster, type RosterIndex } from '../../../src/reconcile/search/roster-index.js';
import { MATCH_WEIGHTS } from '../../../src/reconcile/weights.js';
import { type NameForms, nameForms } from '../../../src/roster/index.js';
import { CHILD, entry, POLICY } from '../world.js';
import { NOTHING } from './nothing.js';

// How two cells stand to each other, beside the definition in words, asked without any shortcut.

/** Every sequence that one slip makes of one: a sign away, another in its place or one more, two neighbours exchanged. */
function isOneSlip(a: readonly string[], b: readonly string[]): boolean {
  const wanted = b.join('/');
  const is = (signs: readonly string[]): boolean => signs.join('/') === wanted && b.length === signs.length;
  if (a.join('/') === wanted) return false;
  for (let i = 0; i <= a.length; i += 1) {
    const [front, rest] = [a.slice(0, i), a.slice(i)];
    for (const sign of b)
      if (is([...front, sign, ...rest]) || is([...front, sign, ...rest.slice(1)])) return true;
    if (rest.length > 0 && is([...front, ...rest.slice(1)])) return true;
    if (rest.length > 1 && is([...front, rest[1]!, rest[0]!, ...rest.slice(2)])) return true;
  }
  return false;
}

/** Whether what is not known in one may stand for what is in the other; one character at least is known in both. */
function fitsIn(pattern: NameForms, other: NameForms): boolean {
  if (pattern.wildcards.length === 0) return false;
  const open = (forms: NameForms): string[] =>
    forms.codePoints.map((sign, i) => (forms.wildcards.includes(i) ? '□' : sign));
  const [p, o] = [open(pattern), open(other)];
  if (!p.some((sign) => sign !== '□' && o.includes(sign))) return false;
  const source = p.map((sign) => (sign === '□' ? '.' : `(?:${sign}|□)`)).join('');
  return new RegExp(`^${source.replaceAll(/\.+/g, '.+')}$`, 'u').test(o.join(''));
}

function plainRelation(a: NameForms, b: NameForms): string {
  if (!a.readable || !b.readable) return 'unknown';
  const certain = a.certain && b.certain;
  if (a.n2 === b.n2) return certain ? 'same' : 'wildcard';
  if (a.n3 === b.n3) return certain ? 'confusable' : 'wildcard';
  if (fitsIn(a, b) || fitsIn(b, a)) return 'wildcard';
  const [x, y] = [a.codePoints, b.codePoints];
  const sounds = a.readings.map((one, i) => one.some((r) => r !== '*' && b.readings[i]?.includes(r)));
  if (x.length === y.length && sounds.every(Boolean)) return 'sound';
  for (const s of [1, 2])
    for (const t of [1, 2]) {
      const [given, theirs] = [x.slice(s), y.slice(t)];
      if (given.join('') !== theirs.join('') || given.length === 0 || x[s - 1] === y[t - 1]) continue;
      if (x.length < s || y.length < t) continue;
      if (given.length > 1 || (s === 1 && t === 1)) return 'surnameDiffers';
    }
  if (x.length > 1 && y.length > 1 && isOneSlip(x, y)) return 'oneCharacter';
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  const ends = long.slice(-short.length).join('') === short.join('');
  const begins = long.slice(0, short.length).join('') === short.join('');
  return long.length - short.length > 1 && short.length > 1 && (ends || begins) ? 'part' : 'none';
}

describe('two names', () => {
  const sign = fc.constantFrom(...'王李小晓雨□');
  const name = fc.string({ unit: sign, minLength: 1, maxLength: 5 });
  /** A name and one made of it, as two names taken by chance have little in common. */
  const made = fc
    .tuple(name, fc.nat(5), fc.string({ unit: sign, maxLength: 3 }), fc.nat(3))
    .map(([a, at, put, out]): [string, string] => [a, a.slice(0, at) + put + a.slice(at + out)]);

  it('stand to each other as the words say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(made, fc.tuple(name, name)), { minLength: 6, maxLength: 12 }),
        (pairs) => {
          for (const [a, b] of pairs) {
            const [x, y] = [nameForms(a), nameForms(b)];
            expect(nameRelation(x, y), `${a} ${b}`).toBe(plainRelation(x, y));
            expect(nameRelation(y, x), `${b} ${a}`).toBe(plainRelation(x, y));
          }
        },
      ),
    );
  });

  it.each([
    ['王□', '□李', 'none'],
    ['王□□李', '王小雨李', 'wildcard'],
    ['王□□李', '王李', 'none'],
    ['□雨', '王小雨', 'wildcard'],
    ['王小□', '李□雨', 'none'],
    ['□', '王', 'unknown'],
    ['欧阳雨', '王雨', 'none'],
    ['欧阳小雨', '司马小雨', 'surnameDiffers'],
    ['王明', '王明王小', 'part'],
    ['小明', '王李小明', 'part'],
    ['小明', '王李雨小明', 'part'],
    ['明', '王李小明', 'none'],
    ['王', '李', 'none'],
    ['王', '王李', 'none'],
    ['wangxiao雨', '王小雨', 'sound'],
    ['王xiao', '王小雨', 'none'],
  ] as const)('%s and %s', (a, b, relation) => {
    expect(nameRelation(nameForms(a), nameForms(b))).toBe(relation);
    expect(nameRelation(nameForms(b), nameForms(a))).toBe(relation);
  });
});

describe('two birth dates', () => {
  const digits = (birth: number): string => String(birth).padStart(8, '0');
  function plain(a: number, b: number): string {
    const [x, y] = [digits(a), digits(b)];
    if (x === y) return 'same';
    if (x.slice(0, 4) + x.slice(6) + x.slice(4, 6) === y) return 'swapped';
    const differing = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
    const [i, j] = differing;
    if (differing.length === 1) return 'oneDigit';
    return differing.length === 2 && x[i!] === y[j!] && x[j!] === y[i!] ? 'oneDigit' : 'none';
  }
  const between = (own: readonly number[], theirs: readonly number[]): string =>
    birthsOf(
      { births: own } as unknown as Side,
      {
        births: { startOf: () => 0, endOf: () => theirs.length, at: (i: number) => theirs[i]! },
      } as unknown as RosterIndex,
      0,
    );

  it('are the same, changed over, or a digit apart', () => {
    const all = [20_140_305, 20_140_503, 20_121_211, 20_051_020, 20_000_102].flatMap((birth) => {
      const x = digits(birth);
      const one = [...x].map((digit, i) => x.slice(0, i) + ((Number(digit) + 3) % 10) + x.slice(i + 1));
      const two = one.map(
        (text, i) => text.slice(0, i + 1) + (x[i + 1] === '7' ? '8' : '7') + text.slice(i + 2),
      );
      const exchanged = [0, 1, 2, 3, 4, 5, 6].flatMap((i) =>
        [1, 2, 3].map((far) => {
          const signs = [...x];
          [signs[i], signs[(i + far) % 8]] = [signs[(i + far) % 8]!, signs[i]!];
          return signs.join('');
        }),
      );
      return [x, ...one, ...two.map((text) => text.slice(0, 8)), ...exchanged].map(Number);
    });
    const seen = new Map<string, number>();
    // A year that begins with a zero comes of a wrong digit.
    all.push(140_305, 20_305);
    for (const a of [20_140_305, 20_121_211, 20_051_020, 20_000_102, 20_141_225, 140_305])
      for (const b of all) {
        const wanted = plain(a, b);
        seen.set(wanted, (seen.get(wanted) ?? 0) + 1);
        expect(between([a], [b]), `${a} ${b}`).toBe(wanted);
      }
    expect([...seen.keys()].sort()).toEqual(['none', 'oneDigit', 'same', 'swapped']);
  });

  it('of several the closest counts', () => {
    const [own, swapped, oneDigit, far] = [20_140_305, 20_140_503, 20_140_306, 20_121_211];
    expect(between([own], [far, swapped])).toBe('swapped');
    expect(between([own], [swapped, oneDigit, far])).toBe('oneDigit');
    expect(between([far, own], [oneDigit, own, swapped])).toBe('same');
    expect(between([own], [])).toBe('none');
    expect(between([], [own])).toBe('none');
  });
});

it('a text too long to be compared is equal or far, whichever of the two it is', () => {
  const [fits, long, longer] = ['1'.repeat(62), '1'.repeat(63), '1'.repeat(64)];
  expect([slipsBetween(fits, long, 3), slipsBetween(long, fits, 3)]).toEqual([4, 4]);
  expect([slipsBetween(long, longer, 3), slipsBetween(long, long, 3)]).toEqual([4, 0]);
  expect(slipsBetween(fits, `2${fits.slice(1)}`, 3)).toBe(1);
  expect(slipsBetween(`2${fits.slice(2)}3`, fits, 3)).toBe(2);
});

describe('what speaks for a candidate', () => {
  const codes = (agreement: Partial<Comparison>, weights = MATCH_WEIGHTS): string[] =>
    evidenceFor({ ...NOTHING, name: 'unknown', ...agreement }, weights, 5_000).map(({ code }) => code);
  const PARTS = { birth: 'same', area: true, sequence: true } as const;

  it.each<[string, Partial<Comparison>, string[]]>([
    ['nothing', {}, []],
    ['the ID as a whole, and not its parts', { slips: 0, ...PARTS }, ['idSame']],
    ['a G number that holds it counts no more', { slips: 0, sameNumber: true }, ['idSame']],
    ['the student number', { sameNumber: true, ...PARTS }, ['numberSame']],
    [
      'the student number beside an ID a slip away',
      { sameNumber: true, slips: 1 },
      ['numberSame', 'idOneSlip'],
    ],
    ['one slip', { slips: 1, ...PARTS }, ['idOneSlip']],
    ['two', { slips: 2, ...PARTS }, ['idTwoSlips']],
    ['three', { slips: 3, ...PARTS }, ['idThreeSlips']],
    ['the beginning', { beginning: true, ...PARTS }, ['idBeginning']],
    ['the beginning, where it is worth more than the slips', { beginning: true, slips: 3 }, ['idBeginning']],
    ['the slips, where they are worth more', { beginning: true, slips: 2 }, ['idTwoSlips']],
    ['the ID, whatever its beginning', { beginning: true, slips: 0 }, ['idSame']],
    ['the parts of an ID far away', PARTS, ['birthSame', 'areaSame', 'sequenceSame']],
    ['a digit of the birth date', { birth: 'oneDigit' }, ['birthOneDigit']],
    ['month and day changed over', { birth: 'swapped' }, ['birthSwapped']],
    ['the hukou for the division', { hukou: true }, ['areaSame']],
    ['the division once', { hukou: true, area: true, place: 'in' }, ['areaSame']],
    ['the place of the row', { place: 'in' }, ['hukouSame']],
    ['the place, beside an ID', { place: 'in', slips: 1, area: true }, ['idOneSlip', 'hukouSame']],
    ['another place says nothing', { place: 'out' }, []],
    ['the school', { school: true }, ['schoolSame']],
    ['the same name', { name: 'same' }, ['nameSame']],
    ['confused signs', { name: 'confusable' }, ['nameAlike']],
    ['what is not known', { name: 'wildcard' }, ['nameAlike']],
    ['a name that sounds so', { name: 'sound' }, ['nameAlike']],
    ['a slip in the name', { name: 'oneCharacter' }, ['nameNear']],
    ['a part of it', { name: 'part' }, ['nameNear']],
    ['another surname', { name: 'surnameDiffers' }, ['surnameDiffers']],
    ['another name', { name: 'none' }, ['nameDiffers']],
    ['another ID', { otherId: true }, ['idDiffers']],
    ['a guardian', { guardian: true }, ['guardianId']],
    ['a sibling under the very name', { sibling: true, name: 'same' }, ['nameSame', 'siblingId']],
    ['a sibling under another says nothing', { sibling: true, name: 'sound' }, ['nameAlike']],
  ])('%s', (_, agreement, wanted) => {
    expect(codes(agreement)).toEqual(wanted);
  });

  it('weighs by the table; a name by how rare it is', () => {
    expect(evidenceFor({ ...NOTHING, name: 'same', birth: 'same' }, MATCH_WEIGHTS, 5_000)).toEqual([
      { code: 'birthSame', milliBits: MATCH_WEIGHTS.birthSame },
      { code: 'nameSame', milliBits: 5_000 },
    ]);
    const weights = { ...MATCH_WEIGHTS, idBeginning: MATCH_WEIGHTS.idThreeSlips };
    expect(codes({ beginning: true, slips: 3 }, weights)).toEqual(['idThreeSlips']);
    // An equal ID is one piece of evidence, whatever a beginning weighs.
    const heavy = { ...MATCH_WEIGHTS, idBeginning: MATCH_WEIGHTS.idSame + 1 };
    expect(codes({ beginning: true, slips: 0 }, heavy)).toEqual(['idSame']);
    expect(codes({ beginning: true, slips: 1 }, heavy)).toEqual(['idBeginning']);
  });
});

it('a text of 15 to 21 characters may be an ID with up to three slips, and no other', () => {
  const index = indexRoster([], POLICY.asOf);
  const mayBe = (id: string): boolean => {
    const row = entry({ id });
    const read = { entry: row, reading: readIdentity(row, POLICY.asOf) };
    return sideOf(read, index, new Set(), new Set()).ids.includes(id);
  };
  const long = `${CHILD.slice(0, 17)}${'1'.repeat(9)}`;
  // Of 15 and 18 characters a text is read as an ID of its own kind.
  expect([14, 16, 17, 19, 21, 22, 26].filter((length) => mayBe(long.slice(0, length)))).toEqual([
    16, 17, 19, 21,
  ]);
});
