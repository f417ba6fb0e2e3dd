import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunEnd } from '../../../src/batch/index.js';
import { filledCsv, questions, textOf, WHO } from './form.js';
import { PEOPLE, row, runOf } from './small-world.js';
import { JOB } from './world.js';

const WITH = JOB.replace('# roster', 'answers: [filled.csv]');
const CONCLUSIONS = ['不是学生', '不在本地就读', '不属本区域', '已去世'] as const;
const entries = (end: RunEnd) => questions(end).filter((one) => one.事项 === '名单待核对');
const key = (one: Record<string, string>): string => one['核对码（勿改）'] ?? '';

/** Where every entry ended, whatever row it stands in. */
const ends = (end: RunEnd): readonly string[] =>
  textOf(end, 'ledger/civil.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(
      (line) =>
        (JSON.parse(line) as { entries?: { name: string; id: string; state: string; student?: string }[] })
          .entries ?? [],
    )
    .map(({ name, id, state, student }) => JSON.stringify([name, id, state, student]))
    .sort();

const shuffled = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 5 }),
  order: fc.infiniteStream(fc.nat(1000)),
  said: fc.infiniteStream(fc.nat(CONCLUSIONS.length)),
});

it('what was answered is not asked again, whatever the order of the list and of the answers', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ rows, order, said }) => {
      const first = await runOf(rows);
      const asked = entries(first);
      // Rows that say the same get the same answer, for nobody could tell them apart once they are shuffled.
      const answers = new Map<string, Record<string, string>>();
      for (const one of asked) {
        const content = JSON.stringify([one.名单姓名, one.名单证件号]);
        const [next] = said.take(1);
        const state = CONCLUSIONS[next ?? 0];
        const student = one.全国学籍号?.replace(/^1\. /, '').split('；')[0] ?? '';
        const matched = { ...WHO, 结论: '是这名学生', 选定的学籍号: student };
        if (!answers.has(content))
          answers.set(
            content,
            state === undefined && student !== '' ? matched : { ...WHO, 结论: state ?? '不是学生' },
          );
      }
      const filled = filledCsv(
        first,
        (one) => answers.get(JSON.stringify([one.名单姓名, one.名单证件号])) ?? null,
      );
      const second = await runOf(rows, { 'filled.csv': filled }, WITH);
      expect(second.issues.filter(({ code }) => code.startsWith('answer.'))).toEqual([]);
      const keys = new Set(asked.map(key));
      expect(entries(second).filter((one) => keys.has(key(one)) && one.代码 !== 'decisionUnclear')).toEqual(
        [],
      );

      const [head, notes, header, ...lines] = filled.split('\r\n');
      const mixed = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => [[...order.take(1)][0] ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
      const again = await runOf(
        mixed(rows),
        { 'filled.csv': [head, notes, header, ...mixed(lines)].join('\r\n') },
        WITH,
      );
      expect(ends(again)).toEqual(ends(second));
      const outcomes = (end: RunEnd) =>
        (end.run?.determinations ?? []).map(({ student, outcome, awards }) => [student, outcome, awards]);
      expect(outcomes(again)).toEqual(outcomes(second));
      expect(outcomes(again)).toHaveLength(PEOPLE.length);
    }),
    { numRuns: 12 },
  );
});
