import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntryOutcome,
  type ListEntry,
  type RosterPerson,
  reconcile,
} from '../../src/reconcile/index.js';
import { checkCharacter, nameForms, readIdentifier } from '../../src/roster/index.js';
import { bytes, decision, entry, idOf, listsOf, POLICY, person, plain } from './world.js';

/** A tiny world: two surnames, four dates of which two mirror each other, five sequences. Everything meets everything. */
const DATES = ['20140305', '20140503', '20141225', '20120811'];
const IDS = DATES.flatMap((date) => [1, 17, 100, 217, 219].map((n) => idOf(date, n)));
const ADULTS = [idOf('19860214', 118), idOf('19560101', 8)];
const NAMES = ['王一', '王二', '李一', '李二', '王一一', '王喆', '王哲', '李依'];

const spoilt = (id: string, n: number): string => {
  const i = n % 17;
  const digit = String((Number(id[i]) + 1 + (n % 9)) % 10);
  return [
    id.slice(0, i) + digit + id.slice(i + 1),
    id.slice(0, i) + id.slice(i + 1),
    id.slice(0, i) + digit + id.slice(i),
    `${id.slice(0, 15)}000`,
    id.slice(0, i) + (id[i + 1] ?? '') + id[i] + id.slice(i + 2),
    `G${id}`,
  ][n % 6]!;
};
const idCell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...IDS) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...IDS), fc.nat(999)).map(([id, n]) => spoilt(id, n)) },
  { weight: 1, arbitrary: fc.constantFrom('', ...ADULTS) },
);
const nameCell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom('', '王□', '李一（低保）') },
);
/** Name and ID of somebody in particular, so that rows and students meet; or of nobody. */
const who = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 5 }).map((n) => ({ name: NAMES[n]!, id: IDS[n * 3]! })) },
  { weight: 2, arbitrary: fc.record({ name: nameCell, id: idCell }) },
);
const roster = fc
  .array(
    fc.record({
      who,
      studentNumber: fc.constantFrom('', '', '', ...IDS.map((id) => `G${id}`)),
      guardians: fc.array(fc.record({ name: fc.constantFrom('王父', ''), id: fc.constantFrom(...ADULTS) }), {
        maxLength: 1,
      }),
    }),
    { maxLength: 7 },
  )
  .map((rows) =>
    rows.map(({ who: cells, ...row }, i): RosterPerson => person(`s${i}`, { ...cells, ...row })),
  );
const entries = fc
  .array(
    fc.record({
      who,
      relation: fc.constantFrom('', '', '户主', '之子'),
      list: fc.constantFrom('rural', 'orphans'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ who: cells, ...row }, i) =>
      entry({ ...cells, ...row, row: 2 + i, in: row.list === 'rural' ? ['dibao'] : ['orphan'] }),
    ),
  );

/** What every claim is about at least, whatever chance brings: a match, somebody near, an adult who is no student. */
const EVERYBODY = NAMES.slice(0, 6).map((name, n) => person(`s${n}`, { name, id: IDS[n * 3]! }));
const OF_EACH = [
  entry({ name: NAMES[0]!, id: IDS[0]!, row: 2 }),
  entry({ name: NAMES[3]!, id: IDS[6]!, row: 3 }),
  entry({ name: NAMES[4]!, id: '', row: 4 }),
  entry({ name: '赵云', id: ADULTS[0]!, relation: '户主', row: 5 }),
];

const policies = fc.constantFrom(
  POLICY,
  { ...POLICY, strictAdults: false },
  { ...POLICY, certificate: null },
);
const outcomesOf = (people: readonly RosterPerson[], rows: readonly ListEntry[], policy = POLICY) =>
  reconcile(people, listsOf(rows), [], policy).outcomes;

// A second reader, which knows the forms of cells but no index, no comparison and no decision.
const idsOf = (cell: string): string[] =>
  readIdentifier({ text: cell }, POLICY.asOf)
    .readings.map((r) => r.text)
    .filter((text) => /^[0-9]{17}[0-9X]$/.test(text));
const idsOfPerson = (p: RosterPerson): string[] => [...idsOf(p.id), ...idsOf(p.studentNumber)];
const apart = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((sign, i) => sign !== b[i]).length : 99;
const passes = (id: string): boolean => /^[0-9]{17}[0-9X]$/.test(id) && checkCharacter(id) === id[17];
const without = (text: string): string[] => [...text].map((_, i) => text.slice(0, i) + text.slice(i + 1));
const oneSlip = (a: string, b: string): boolean =>
  apart(a, b) === 1 ||
  without(a).includes(b) ||
  without(b).includes(a) ||
  [...a].some((_, i) => a.slice(0, i) + (a[i + 1] ?? '') + a[i] + a.slice(i + 2) === b);

/** Whom an entry must name at least, found by asking every student: no index, no block. */
function mustBeNamed(e: ListEntry, p: RosterPerson): boolean {
  const [x, y] = [nameForms(e.name), nameForms(p.name)];
  if (x.readable && y.readable && x.n3 === y.n3) return true;
  const [own, theirs] = [idsOf(e.id), idsOfPerson(p)];
  const cells = [e.id, ...own];
  if (own.some((id) => theirs.includes(id))) return true;
  if (cells.some((cell) => theirs.some((id) => oneSlip(cell, id) && (passes(id) || cell.length === 18))))
    return true;
  if (p.guardians.some((g) => own.includes(g.id))) return true;
  const sameBirth = own.some((id) => theirs.some((other) => other.slice(6, 14) === id.slice(6, 14)));
  return (
    sameBirth &&
    x.readable &&
    y.readable &&
    x.codePoints[0] === y.codePoints[0] &&
    x.codePoints.length === 2 &&
    y.codePoints.length === 2
  );
}

describe('candidates', () => {
  it('are at least those whom a search through every student finds', () => {
    const counted = { named: 0, review: 0 };
    fc.assert(
      fc.property(roster, entries, policies, (people, rows, policy) => {
        for (const o of outcomesOf(people, rows, policy)) {
          if (o.state !== 'review') continue;
          counted.review += 1;
          const named = new Set(o.candidates.map((c) => c.student));
          for (const p of people) {
            if (!mustBeNamed(o.entry, p)) continue;
            counted.named += 1;
            expect(named, `${o.entry.name} ${o.entry.id} / ${p.name} ${p.id}`).toContain(p.key);
          }
        }
      }),
      { numRuns: 600, examples: [[EVERYBODY, OF_EACH, POLICY]] },
    );
    expect(counted.named).toBeGreaterThan(0);
  });

  it('stand in one order: by score, then by key; and a score is the sum of its evidence', () => {
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        for (const { candidates } of outcomesOf(people, rows)) {
          const sorted = [...candidates].sort(
            (a, b) => b.score - a.score || (a.student < b.student ? -1 : 1),
          );
          expect(candidates).toEqual(sorted);
          expect(new Set(candidates.map((c) => c.student)).size).toBe(candidates.length);
          for (const c of candidates) {
            expect(Number.isSafeInteger(c.score)).toBe(true);
            expect(c.evidence.reduce((sum, one) => sum + one.milliBits, 0)).toBe(c.score);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nobody near: a scan over all IDs says so, and it is true', () => {
    let proved = 0;
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        for (const o of outcomesOf(people, rows)) {
          if (o.reason !== 'noCandidate') continue;
          expect(o.candidates).toEqual([]);
          const all = people.flatMap(idsOfPerson);
          expect(o.certificate?.within).toBe(0);
          const distances = idsOf(o.entry.id).flatMap((id) => all.map((other) => apart(id, other)));
          expect(Math.min(99, ...distances)).toBeGreaterThan(2);
          proved += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(proved).toBeGreaterThan(5);
  });
});

describe('decisions', () => {
  it('a match: a valid ID written as text, the same name, one holder', () => {
    let matched = 0;
    fc.assert(
      fc.property(roster, entries, policies, (people, rows, policy) => {
        for (const o of outcomesOf(people, rows, policy)) {
          if (o.state !== 'matched') continue;
          matched += 1;
          const own = idsOf(o.entry.id);
          const holders = people.filter((p) => idsOfPerson(p).some((id) => own.includes(id)));
          expect(holders.map((p) => p.key)).toEqual([o.student]);
          expect(own.every(passes)).toBe(true);
          expect(nameForms(o.entry.name).n2).toBe(nameForms(holders[0]!.name).n2);
          expect(nameForms(o.entry.name).certain).toBe(true);
        }
      }),
      { numRuns: 500, examples: [[EVERYBODY, OF_EACH, POLICY]] },
    );
    expect(matched).toBeGreaterThan(0);
  });

  it('no student: nobody has the ID, and every condition of the proof holds when asked again', () => {
    let left = 0;
    fc.assert(
      fc.property(roster, entries, policies, (people, rows, policy) => {
        for (const o of outcomesOf(people, rows, policy)) {
          if (o.state !== 'notAStudent') continue;
          left += 1;
          const [id] = idsOf(o.entry.id);
          expect(ADULTS).toContain(id);
          expect(people.some((p) => idsOfPerson(p).includes(id!))).toBe(false);
          expect(o.entry.relation).not.toBe('之子');
          expect(
            rows.some(
              (r) =>
                idsOf(r.id).includes(id!) &&
                nameForms(r.name).n2 !== nameForms(o.entry.name).n2 &&
                nameForms(r.name).readable,
            ),
          ).toBe(false);
          const namesakes = people.filter((p) => nameForms(p.name).n2 === nameForms(o.entry.name).n2);
          if (policy.strictAdults && o.entry.relation !== '户主') expect(namesakes).toEqual([]);
          expect(namesakes.some((p) => p.guardians.some((g) => g.id === id))).toBe(false);
          expect(namesakes.some((p) => idsOfPerson(p).some((other) => oneSlip(other, id!)))).toBe(false);
        }
      }),
      { numRuns: 600, examples: [[EVERYBODY, OF_EACH, POLICY]] },
    );
    expect(left).toBeGreaterThan(0);
  });

  it('what rows say together only ever sends a match to a person', () => {
    let downgraded = 0;
    fc.assert(
      fc.property(roster, entries, (people, rows) => {
        const together = outcomesOf(people, rows);
        for (const o of together) {
          const [alone] = outcomesOf(people, [o.entry]) as [EntryOutcome];
          if (o.state === 'duplicate') continue;
          if (o.state === alone.state && o.reason === alone.reason) {
            expect(o.candidates).toEqual(alone.candidates);
            continue;
          }
          downgraded += 1;
          // A match or a row left out by age, under an ID that stands beside another name.
          expect(['matched', 'notAStudent']).toContain(alone.state);
          expect(o.state).toBe('review');
          expect(['sharedId', 'studentOfTwoNames']).toContain(o.reason);
          const own = idsOf(o.entry.id);
          const [name] = [nameForms(o.entry.name).n2];
          expect(
            rows.some((r) => nameForms(r.name).n2 !== name && idsOf(r.id).some((id) => own.includes(id))),
          ).toBe(true);
        }
      }),
      {
        numRuns: 500,
        // One number under two names, whatever chance brings.
        examples: [
          [
            [person('s0', { id: IDS[0]!, name: NAMES[0]! })],
            NAMES.slice(0, 2).map((name, i) => entry({ row: 2 + i, id: IDS[0]!, name })),
          ],
        ],
      },
    );
    expect(downgraded).toBeGreaterThan(0);
  });

  it('treats twins alike: exchanging who is called what exchanges the results', () => {
    const [a, b] = [person('a', { id: IDS[3]!, name: '王一' }), person('b', { id: IDS[4]!, name: '王二' })];
    fc.assert(
      fc.property(nameCell, idCell, (name, id) => {
        const results = (first: string, second: string) =>
          outcomesOf(
            [
              { ...a, key: first },
              { ...b, key: second },
            ],
            [entry({ name, id })],
          ).map((o) => [
            o.state,
            o.reason,
            o.student === undefined ? null : o.student === first,
            new Map(o.candidates.map((c) => [c.student === first, [c.score, c.why, c.strong]])),
          ]);
        expect(results('a', 'b')).toEqual(results('b', 'a'));
      }),
      { numRuns: 500 },
    );
  });

  it('a decided row no longer puts the others in doubt', () => {
    const people = [person('a', { id: IDS[0]!, name: '王一' })];
    const rows = [entry({ id: IDS[0]!, name: '王一', row: 2 }), entry({ id: IDS[0]!, name: '李二', row: 3 })];
    expect(outcomesOf(people, rows).map((o) => o.state)).toEqual(['review', 'review']);
    const decided = reconcile(people, listsOf(rows), [decision({ row: 3 })], POLICY).outcomes;
    expect(decided.map((o) => o.state)).toEqual(['matched', 'notEnrolledHere']);
  });
});

describe('the whole result', () => {
  it('names the policy by its digest: equal for equal tables, another for another weight', () => {
    const digest = (policy: typeof POLICY): string => reconcile([], listsOf([]), [], policy).policy.digest;
    expect(digest(POLICY)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digest({ ...POLICY })).toBe(digest(POLICY));
    expect(digest({ ...POLICY, weights: { ...POLICY.weights, idOneSlip: 27_999 } })).not.toBe(digest(POLICY));
  });

  it('counts the scans apart', () => {
    const people = [person('a', { id: IDS[0]!, name: '王一' })];
    const far = idOf('20091130', 888);
    const rows = [entry({ id: IDS[0]!, name: '王一' }), entry({ id: far, name: '赵云', row: 3 })];
    expect(reconcile(people, listsOf(rows), [], POLICY).certificates).toEqual({ issued: 1, added: 0 });
    const without = { ...POLICY, certificate: null };
    expect(reconcile(people, listsOf(rows), [], without).certificates).toEqual({ issued: 0, added: 0 });
  });

  it('any text in any cell gives a result, and the same in any order', () => {
    const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 24 }), nameCell, idCell);
    const cells = { name: odd, id: odd, studentNumber: odd, idNotText: fc.boolean() };
    const guardian = fc.record({ name: nameCell, id: fc.constantFrom('', ...ADULTS) });
    const student = fc.record({ ...cells, guardians: fc.array(guardian, { maxLength: 2 }) });
    const row = fc.record({
      ...cells,
      id: fc.oneof(odd, fc.constantFrom(...ADULTS)),
      area: fc.oneof(odd, fc.constantFrom('9901', '990181')),
      school: odd,
      means: fc.constantFrom('person', 'person', 'household', 'children'),
      householdComplete: fc.boolean(),
      evidence: fc.constantFrom('list', 'list', 'comparison'),
    });
    fc.assert(
      fc.property(fc.array(student, { maxLength: 4 }), fc.array(row, { maxLength: 4 }), (people, rows) => {
        const all = people.map((p, i) => person(`s${i}`, p));
        const list = rows.map((r, i) => entry({ ...r, file: `${r.evidence}.xls`, row: i + 2 }));
        const once = reconcile(all, listsOf(list), [], POLICY);
        // Every entry comes back once, and more often only where it speaks for several students.
        const first = once.outcomes.filter(({ child = 1 }) => child === 1);
        expect(new Set(first.map((o) => o.entry))).toEqual(new Set(list));
        expect(first).toHaveLength(rows.length);
        expect(once.outcomes.every((o) => (o.child === undefined) === (o.entry.means === 'person'))).toBe(
          true,
        );
        expect(once.equations.every((e) => e.holds)).toBe(true);
        const again = reconcile(all.toReversed(), listsOf(list.toReversed()).toReversed(), [], POLICY);
        expect(JSON.stringify(plain(again))).toBe(JSON.stringify(plain(once)));
      }),
      { numRuns: 500 },
    );
  });

  it('is plain data that has one written form', () => {
    const people = [person('a', { id: IDS[0]!, name: '王一' })];
    expect(() =>
      bytes(reconcile(people, listsOf([entry({ id: IDS[1]!, name: '王一' })]), [], POLICY)),
    ).not.toThrow();
  });
});
