import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryChanges, type LedgerRow, studentChanges } from '../../../src/batch/diff/index.js';
import type { RunEnd } from '../../../src/batch/index.js';
import { textOf } from '../run/form.js';
import { PEOPLE, type Row, row, runOf, text } from '../run/small-world.js';
import { FILES, runWorld } from '../run/world.js';

/** A list, and a newer one: rows changed where they stand, and rows that came at the end. */
const lists = fc.record({
  old: fc.array(row, { minLength: 1, maxLength: 4 }),
  changes: fc.array(fc.tuple(fc.nat(3), row), { maxLength: 1 }),
  more: fc.array(row, { maxLength: 1 }),
});

const linesOf = (end: RunEnd): ReadonlyMap<string, string> =>
  new Map(
    textOf(end, 'determinations.ndjson')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [(JSON.parse(line) as { student: string }).student, line] as const),
  );

/** Students whom a changed row can be about: by its name or number, or through rows that have one of these in common. */
function concerned(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const texts = [before, after].map((rows) => rows.map(text));
  const changed = [...before, ...after].filter((one, i) => {
    const [mine, others] = i < before.length ? [before, texts[1]] : [after, texts[0]];
    const at = i < before.length ? i : i - before.length;
    return mine[at] !== undefined && others?.[at] !== text(one);
  });
  const labels = (one: Row): readonly string[] => [
    PEOPLE[one.name]?.name ?? '',
    ...(one.id === null ? [] : [PEOPLE[one.id]?.id ?? '', PEOPLE[one.id]?.name ?? '']),
  ];
  const reached = new Set(changed.flatMap(labels));
  for (let grown = true; grown; ) {
    const size = reached.size;
    for (const one of [...before, ...after])
      if (labels(one).some((label) => reached.has(label)))
        for (const label of labels(one)) reached.add(label);
    grown = reached.size > size;
  }
  return new Set(
    PEOPLE.filter(({ name, id }) => reached.has(name) || reached.has(id)).map(({ id }) => `G${id}`),
  );
}

it('a newer list changes only the students concerned, and the diff names exactly those', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async ({ old, changes, more }) => {
      const fresh = [...old];
      for (const [at, to] of changes) if (at < fresh.length) fresh[at] = to;
      fresh.push(...more);
      const [a, b] = [await runOf(old), await runOf(fresh)];
      const [was, is] = [linesOf(a), linesOf(b)];
      const about = concerned(old, fresh);
      expect([...is.keys()].sort()).toEqual([...was.keys()].sort());
      const different = [...is]
        .filter(([student, line]) => was.get(student) !== line)
        .map(([student]) => student);
      expect(different.filter((student) => !about.has(student))).toEqual([]);

      const said = studentChanges(a.run?.determinations ?? [], b.run?.determinations ?? []);
      expect(said.map((one) => one.student)).toEqual([...different].sort());
      for (const one of said) expect(['changed', 'moved']).toContain(one.kind);

      const ledger = (end: RunEnd): readonly LedgerRow[] =>
        textOf(end, 'ledger/civil.ndjson')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as LedgerRow);
      const entries = entryChanges('civil', ledger(a), ledger(b));
      if (old.map(text).join() === fresh.map(text).join()) expect([said, entries]).toEqual([[], []]);
      // Entries that came and went add up to how much longer the list is.
      const came = entries.filter((one) => one.before === null).length;
      const went = entries.filter((one) => one.after === null).length;
      expect(came - went).toBe(fresh.length - old.length);
    }),
    { numRuns: 15 },
  );
});

it('says which row and which fact it was', async () => {
  const first = await runWorld({});
  const survey = (FILES['survey.csv'] ?? '').replace('90000', '3000');
  const second = await runWorld({
    'civil.csv': (FILES['civil.csv'] ?? '').replace('低保', '其他'),
    'survey.csv': survey,
  });
  const changes = studentChanges(first.run?.determinations ?? [], second.run?.determinations ?? []);
  expect(changes).toHaveLength(2);
  const cy = changes.find((one) => one.categories.length > 0);
  expect(cy).toMatchObject({
    kind: 'changed',
    categories: [
      {
        category: 'dibao',
        before: 'in',
        after: 'out',
        gained: [],
        lost: [{ list: 'civil', file: 'civil.csv', row: 2 }],
      },
    ],
  });
  const bo = changes.find((one) => one.facts.length > 0);
  expect(bo?.facts).toEqual([{ fact: 'income', kind: 'changed', source: { file: 'survey.csv', row: 3 } }]);
  expect(bo?.tier?.after).not.toBe(bo?.tier?.before);
});
