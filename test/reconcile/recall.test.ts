import { describe, expect, it } from 'vitest';
import { matchContext } from '../../src/reconcile/context.js';
import { decideEntry } from '../../src/reconcile/decide-entry.js';
import { readIdentity } from '../../src/reconcile/entry-reading.js';
import type { RosterPerson } from '../../src/reconcile/index.js';
import { namesBeside } from '../../src/reconcile/names-beside.js';
import { indexRoster } from '../../src/reconcile/search/roster-index.js';
import type { Verdict } from '../../src/reconcile/verdict.js';
import { checkCharacter } from '../../src/roster/index.js';
import { CORRUPTIONS, type Corruption, type Person } from './corruptions.js';
import { entry, POLICY, person } from './world.js';

/**
 * A small town where names and birth dates meet all the time: three surnames, few given names, twins, namesakes,
 * sequences side by side. Numbers are drawn by a fixed rule, so that every run sees the same town.
 */
const SURNAMES = ['王', '李', '张'];
const GIVEN = ['小雨', '小明', '晓明', '伟', '明', '雨', '小伟', '子轩', '欣怡', '鑫'];
const DOTTED = ['阿依古丽·买买提', '古丽·买买提·阿不都', '买买提·小明'];
const draw = (seed: number, n: number): number => ((seed * 7919 + 104_729) % 1_000_003) % n;
const two = (n: number): string => String(n).padStart(2, '0');

const full = (seventeen: string): string => seventeen + checkCharacter(seventeen);

function idAt(i: number, sequence: number): string {
  const birth = `${2008 + draw(i, 12)}${two(1 + draw(i + 5, 12))}${two(1 + draw(i + 9, 27))}`;
  return full(`9901${two(1 + draw(i, 4))}${birth}${String(sequence).padStart(3, '0')}`);
}

function town(): { readonly people: readonly Person[]; readonly roster: readonly RosterPerson[] } {
  const people: Person[] = [];
  for (let i = 0; i < 150; i += 1) {
    const surname = SURNAMES[draw(i, 3)]!;
    const name = i % 12 === 0 ? DOTTED[draw(i, 3)]! : surname + GIVEN[draw(i + 2, GIVEN.length)]!;
    const id = idAt(i, 10 + draw(i + 3, 300));
    const guardian = {
      name: `${surname}建国`,
      id: full(`9901${two(1 + draw(i, 4))}19${70 + draw(i, 20)}0${1 + (i % 9)}1${i % 10}${String(100 + i)}`),
    };
    if (i % 5 !== 0) people.push({ name, id, guardian, twin: null });
    else {
      const twin = {
        name: surname + GIVEN[(draw(i + 2, GIVEN.length) + 1) % GIVEN.length]!,
        id: full(String(BigInt(id.slice(0, 17)) + 2n)),
      };
      people.push({ name, id, guardian, twin }, { ...twin, guardian, twin: { name, id } });
    }
  }
  const roster = people.map((p, i) =>
    person(`s${i}`, {
      name: p.name,
      id: p.id,
      guardians: [p.guardian],
      source: { file: 'roster.csv', row: i + 2 },
    }),
  );
  return { people, roster };
}

const { people, roster } = town();
const index = indexRoster(roster, POLICY.asOf);

/** What each student's row is decided to be after one accident each, by itself: what rows say together is another matter. */
function fates({ apply }: Corruption) {
  return people.flatMap((p, i) => {
    const clean = { name: p.name, id: p.id, idNotText: false, relation: '' };
    const cells = { ...clean, ...apply(p, i * 31 + 7) };
    if (JSON.stringify(cells) === JSON.stringify(clean)) return [];
    const row = entry({ ...cells, row: i + 2 });
    const read = { entry: row, reading: readIdentity(row, POLICY.asOf) };
    const verdict = decideEntry(read, matchContext(index, POLICY, namesBeside([read])), undefined);
    return [{ student: `s${i}`, row, verdict }];
  });
}

const found = (student: string, { state, student: hit, candidates }: Verdict): boolean =>
  state === 'matched' ? hit === student : state === 'review' && candidates.some((c) => c.student === student);

describe('one accident loses nobody and links nobody wrongly', () => {
  it('the town is as crowded as it should be', () => {
    expect(new Set(people.map((p) => p.id)).size).toBe(people.length);
    expect(new Set(people.map((p) => p.name)).size).toBeLessThan(people.length / 3);
  });

  it.each(CORRUPTIONS.map((one) => [one.what, one] as const))('%s', (_, corruption) => {
    const all = fates(corruption);
    const cells = (rows: typeof all) => rows.map(({ row, verdict }) => [row.name, row.id, verdict.state]);
    expect(all.length).toBeGreaterThan(5);
    expect(cells(all.filter(({ student, verdict }) => !found(student, verdict)))).toEqual([]);
    // A row that states another student's name and ID is that student's as far as anybody can see.
    const states = (row: { name: string; id: string }): string | undefined =>
      roster.find((p) => p.id === row.id && p.name === row.name)?.key;
    const wrong = all.filter(
      ({ student, row, verdict }) =>
        verdict.state === 'matched' && verdict.student !== student && verdict.student !== states(row),
    );
    expect(cells(wrong)).toEqual([]);
    const isOpen = (student: string, { state, candidates }: Verdict): boolean =>
      state === 'matched' || candidates.some((c) => c.student === student && c.strong);
    if (corruption.open === true)
      expect(cells(all.filter(({ student, verdict }) => !isOpen(student, verdict)))).toEqual([]);
    if (corruption.lossless === true)
      expect(cells(all.filter(({ verdict }) => verdict.state !== 'matched'))).toEqual([]);
  });
});
