import { describe, expect, it } from 'vitest';
import { type ListEntry, type MatchPolicy, type RosterPerson, reconcile } from '../../src/reconcile/index.js';
import { ADULT, CHILD, entry, idOf, listsOf, OTHER, only, POLICY, person } from './world.js';

// Whom a name that is only like the row's brings near, and whom it does not: where everybody with such a name were a candidate,
// nobody could look at them all.

const NO_SCAN: MatchPolicy = { ...POLICY, certificate: null };
const named = (people: readonly RosterPerson[], row: ListEntry): unknown[] =>
  only(reconcile(people, listsOf([row]), [], NO_SCAN)).candidates.map(({ student, strong, why }) => [
    student,
    strong,
    why,
  ]);
const stranger = (over: Partial<RosterPerson>): RosterPerson[] => [person('a', { name: '赵云', ...over })];

describe('a name like that of the row', () => {
  const alike = [person('a', { name: '王晓宇', id: OTHER })];

  it('is nobody’s child to an adult who heads a household', () => {
    const head = (id: string) => entry({ id, means: 'household' });
    expect(named(alike, head(ADULT))).toEqual([]);
    expect(named(alike, head(idOf('20120202', 771)))).toEqual([['a', false, 'likeName']]);
    // Where the row has its school the adult's ID still says that it is another's.
    expect(named([person('a', { name: '王晓宇', school: '甲' })], { ...head(ADULT), school: '甲' })).toEqual(
      [],
    );
  });

  it('of which a character is not known counts anywhere only where nothing says where', () => {
    const away = [person('a', { id: idOf('20090909', 5).replace('990102', '990199'), hukou: '990199' })];
    const row = (over: Parameters<typeof entry>[0]) => entry({ id: '', name: '王□雨', ...over });
    expect(named(away, row({}))).toEqual([['a', false, 'likeName']]);
    expect(named(away, row({ area: '990102' }))).toEqual([]);
    expect(named(away, row({ area: '990199' }))).toEqual([['a', true, 'likeNameInPlace']]);
    expect(named(away, row({ id: idOf('20120202', 771) }))).toEqual([]);
    expect(named([person('a', { id: OTHER })], row({ id: idOf('20120202', 771) }))).toEqual([
      ['a', false, 'likeName'],
    ]);
  });

  it('that cannot be read brings nobody near', () => {
    const row = (over: Parameters<typeof entry>[0]) => entry({ id: '', name: '□', ...over });
    const people = [person('a', { name: '王□', id: OTHER })];
    expect(named(people, row({ area: '990102' }))).toEqual([]);
    expect(named(people, row({ id: idOf('20120202', 771) }))).toEqual([]);
  });

  it('counts in the school or the place of a row only where the row has no ID of a child', () => {
    const id = idOf('20090909', 5).replace('990102', '990199');
    const pupil = [person('a', { name: '王晓宇', id, hukou: '990103', school: '甲' })];
    const row = (over: Parameters<typeof entry>[0]) => entry({ id: idOf('20120202', 771), ...over });
    expect(named(pupil, row({ school: '甲' }))).toEqual([]);
    expect(named(pupil, row({ area: '990103' }))).toEqual([]);
    expect(named(pupil, row({ id: '', school: '甲' }))).toEqual([['a', true, 'likeNameInPlace']]);
    expect(named(pupil, row({ id: '', area: '990103' }))).toEqual([['a', true, 'likeNameInPlace']]);
    expect(named(pupil, row({ id: '', area: '990104' }))).toEqual([]);
  });

  it('of somebody of whom no birth date is known counts in the division, whoever stands beside', () => {
    const bare = person('a', { name: '王晓宇', hukou: ' 990102 ' });
    const beside = person('b', { name: '赵云', id: idOf('20090909', 5).replace('990102', '990199') });
    const row = entry({ id: idOf('20120202', 771) });
    for (const people of [[bare], [bare, beside], [beside, bare]])
      expect(named(people, row)).toEqual([['a', false, 'likeName']]);
    expect(named([{ ...bare, hukou: '990199' }, beside], row)).toEqual([]);
    expect(named([{ ...bare, hukou: '' }, beside], row)).toEqual([]);
  });

  it('is looked for in every row that has it, and not in the first alone', () => {
    const far = person('a', { name: '王晓宇', id: idOf('20090909', 5), hukou: '990199' });
    const near = person('b', { name: '王晓宇', id: OTHER });
    const row = entry({ id: idOf('20120202', 771) });
    const also = person('c', { name: '王晓宇', id: idOf('20120303', 5) });
    // Those of the next name stand right behind them.
    const next = person('d', { name: '赵云', id: idOf('20120404', 5) });
    for (const people of [
      [far, near, also, next],
      [near, also, far, next],
    ])
      expect(named(people, row)).toEqual([
        ['b', false, 'likeName'],
        ['c', false, 'likeName'],
      ]);
  });

  it('of which a character is not known does not count anywhere where it lacks the character', () => {
    expect(named([person('a', { name: '王雨', id: OTHER })], entry({ id: '', name: '王□雨' }))).toEqual([]);
  });

  it('is no other name of somebody born on the day, short or long', () => {
    const born = (name: string, id = idOf('20140305', 864).replace('990102', '990199')) => [
      person('a', { name, id, hukou: '' }),
    ];
    for (const name of ['赵云', '赵小飞', '欧阳修文', '古丽·买买提'])
      expect(named(born(name), entry({ id: CHILD })), name).toEqual([]);
    expect(named(born('王晓宇'), entry({ id: CHILD }))).toEqual([['a', true, 'likeNameAndBirth']]);
    // Nor of somebody in the division, where that is all that is left of the ID.
    const row = entry({ id: '9.90102E+17', studentNumber: `L${idOf('20140305', 3)}` });
    expect(named(born('欧阳修文', idOf('20140305', 864)), row)).toEqual([]);
  });

  it('whose signs are the same and stand elsewhere is another name', () => {
    const row = entry({ id: idOf('20120202', 771) });
    expect(named([person('a', { name: '小雨王', id: OTHER })], row)).toEqual([]);
    expect(named([person('a', { name: '王雨小', id: OTHER })], row)).toEqual([['a', false, 'likeName']]);
  });

  it('in brackets behind a whole one may be the name, and is never the very name', () => {
    const row = entry({ id: '', name: '王小雨(李明)', area: '990102' });
    const other = person('a', { name: '李明', id: OTHER });
    expect(named([other], row)).toEqual([['a', true, 'likeNameInPlace']]);
    expect(named([other, person('b')], row)).toEqual([
      ['a', false, 'likeNameInPlace'],
      ['b', true, 'sameNameNoId'],
    ]);
    expect(named([person('a', { name: '赵云', school: '甲' })], { ...row, school: '甲' })).toEqual([]);
  });
});

describe('a beginning of an ID', () => {
  it('of the division and the birth date brings near whatever the name, on whichever side it stands', () => {
    const row = (id: string) => entry({ id, name: '李明' });
    const weak = [['a', false, 'nearId']];
    expect(named(stranger({ id: CHILD.slice(0, 14) }), row(CHILD))).toEqual(weak);
    expect(named(stranger({ id: CHILD.slice(0, 13) }), row(CHILD))).toEqual([]);
    expect(named(stranger({ id: CHILD }), row(CHILD.slice(0, 14)))).toEqual(weak);
    expect(named(stranger({ id: CHILD }), row(CHILD.slice(0, 13)))).toEqual([]);
    // A row may have two IDs, one of them in a G number.
    const two = { ...row(CHILD), studentNumber: `G${idOf('20110101', 9)}` };
    expect(named(stranger({ id: CHILD.slice(0, 14) }), two)).toEqual(weak);
    // Another's beginning is not, nor is that of a whole division.
    expect(named(stranger({ id: idOf('20140305', 864).slice(0, 15) }), row(CHILD))).toEqual([]);
    const studentNumber = `L${idOf('20140305', 864)}`;
    expect(named(stranger({ id: '9.90102E+17', studentNumber }), row(CHILD))).toEqual([]);
    // A number that was rounded may have begun in several ways, one of which is right.
    expect(named(stranger({ id: CHILD }), row(`${CHILD[0]}.${CHILD.slice(1, 15)}E+17`))).toEqual(weak);
    // Of two rows it is the one whose ID it is, not the one before it.
    const before = person('z', { name: '赵云', id: idOf('20140305', 864).replace('990102', '990199') });
    expect(named([before, ...stranger({ id: CHILD })], row(CHILD.slice(0, 15)))).toEqual(weak);
    // The number of a learner is no ID, whatever it begins with.
    expect(named(stranger({ studentNumber: `L${CHILD}` }), row(CHILD.slice(0, 15)))).toEqual([]);
  });

  it('says who only with a digit of the sequence', () => {
    const evidence = (own: string, theirs: string) =>
      only(reconcile([person('a', { id: theirs })], listsOf([entry({ id: own })]), [], NO_SCAN))
        .candidates[0]?.evidence.map(({ code }) => code)
        .filter((code) => code.startsWith('id'));
    expect(evidence(CHILD, CHILD.slice(0, 14))).toEqual([]);
    expect(evidence(CHILD, CHILD.slice(0, 15))).toEqual(['idBeginning']);
    expect(evidence(CHILD.slice(0, 14), CHILD)).toEqual([]);
  });
});

it('an adult’s ID in a row that says child says nothing of the child: as many are held open as without an ID', () => {
  const known = [1, 2].map((n) => ({ name: '', id: idOf('19800101', n) }));
  const people = ['a', 'b', 'c', 'd'].map((key, n) =>
    person(key, { id: idOf('20130101', n + 3), guardians: known }),
  );
  const few = { ...POLICY, namesakes: { withoutId: 4, withOtherId: 1 } };
  const held = (relation: string, id: string) =>
    only(reconcile(people, listsOf([entry({ id, relation })]), [], few)).candidates.filter(
      ({ strong }) => strong,
    ).length;
  expect(held('之子', ADULT)).toBe(4);
  expect(held('之子', '')).toBe(4);
  expect(held('来客', ADULT)).toBe(0);
});

it('a month that the calendar does not have is a digit away from the one that was meant', () => {
  const wrong = `${idOf('20140305', 864).slice(0, 10)}13${idOf('20140305', 864).slice(12)}`;
  const found = only(reconcile([person('a', { id: CHILD })], listsOf([entry({ id: wrong })]), [], NO_SCAN));
  expect(found.candidates.map(({ why, evidence }) => [why, evidence.map(({ code }) => code)])).toEqual([
    ['sameNameNearBirth', ['birthOneDigit', 'areaSame', 'nameSame']],
  ]);
});

it('that the ID of the roster is wrong is said where one of several is a slip away', () => {
  const wrong = CHILD.slice(0, 17) + (CHILD.endsWith('1') ? '2' : '1');
  const people = [person('b', { id: wrong }), person('c', { id: idOf('20090101', 4) })];
  const why = (some: readonly RosterPerson[]) =>
    only(reconcile(some, listsOf([entry({ id: CHILD })]), [], POLICY)).reason;
  expect(why(people)).toBe('rosterIdInvalid');
  expect(why(people.slice(1))).toBe('sameNameOtherId');
});

it('a name of which a character is not known makes no match, whoever else is in the roster', () => {
  const people = ['甲一', '王□雨', '乙二', '丙三'].map((name, i) =>
    person(`s${i}`, { name, id: idOf(`2014030${i + 1}`, 217) }),
  );
  for (const { id } of people) {
    const { state, reason } = only(
      reconcile(people, listsOf([entry({ id: id, name: '王□雨' })]), [], POLICY),
    );
    expect([state, reason]).toEqual(['review', 'nameUnreadable']);
  }
});

it('an ID that ends in zeros is damaged, unless a certificate’s digits behind it show that nothing was cut', () => {
  const zeros = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .flatMap((n) => ['20140305', '20140306', '20140307'].map((birth) => idOf(birth, n * 100)))
    .find((id) => id.endsWith('000'))!;
  const reason = (id: string) =>
    only(reconcile([], listsOf([entry({ id, name: '李明' })]), [], POLICY)).reason;
  expect(reason(zeros)).toBe('idDamaged');
  expect(reason(`${zeros}43`)).toBe('noCandidate');
});

it('a comparison without a name is matched only by a number that both sides may rest on', () => {
  // The ID ends as a spreadsheet would leave it, so that the cell of the roster cannot be relied on.
  const zeros = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .flatMap((n) => ['20140305', '20140306', '20140307'].map((birth) => idOf(birth, n * 100)))
    .find((id) => id.endsWith('000'))!;
  const row = entry({ name: '', studentNumber: `G${zeros}`, evidence: 'comparison' });
  const ends = (over: Partial<RosterPerson>) => {
    const { state, reason } = only(reconcile([person('a', over)], listsOf([row]), [], POLICY));
    return [state, reason];
  };
  expect(ends({ id: zeros })).toEqual(['review', 'nameUnreadable']);
  expect(ends({ studentNumber: `G${zeros}` })).toEqual(['matched', 'exactStudentNumber']);
  // Not by an ID beside it, however sure.
  const both = entry({ name: '', id: CHILD, studentNumber: `L${OTHER}`, evidence: 'comparison' });
  expect(only(reconcile([person('a', { id: CHILD })], listsOf([both]), [], POLICY)).reason).toBe(
    'nameUnreadable',
  );
});
