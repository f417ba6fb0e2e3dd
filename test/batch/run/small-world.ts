import fc from 'fast-check';
import type { RunEnd } from '../../../src/batch/index.js';
import { idOf, JOB, runWorld } from './world.js';

/** Six students of two names, so that a row is easily about more than one of them. */
export const PEOPLE = ['安安', '白白', '安安', '白白', '陈陈', '丁丁'].map((name, i) => ({
  name,
  id: idOf(`2015030${i + 1}`, 10 * i + 11),
}));
const ROSTER = `学校,姓名,学籍号,证件号,班,户口,学段,年级,户籍,家长,家长证件号\n${PEOPLE.map(
  ({ name, id }, i) =>
    `${i % 2 === 0 ? '2199000001' : '3499000002'},${name},G${id},${id},1,990102,小学,一年级,农村,,`,
).join('\n')}\n`;

/** A row of the list: somebody's name over somebody's number, perhaps with no number, perhaps no longer current. */
export const row = fc.record({
  name: fc.nat(PEOPLE.length - 1),
  id: fc.option(fc.nat(PEOPLE.length - 1), { freq: 3 }),
  current: fc.boolean(),
});
export type Row = { readonly name: number; readonly id: number | null; readonly current: boolean };
export const text = ({ name, id, current }: Row): string =>
  `${PEOPLE[name]?.name},${id === null ? '' : PEOPLE[id]?.id},${current ? '低保' : '其他'}`;

/** The run of a list over the six, with other files and another job as said. */
export const runOf = (
  rows: readonly Row[],
  more: Readonly<Record<string, string>> = {},
  job: string = JOB,
): Promise<RunEnd> =>
  runWorld(
    {
      'roster.csv': ROSTER,
      'survey.csv': '学籍号,姓名,年收入,人口,健康\n',
      'aided.csv': '学籍号\n',
      'civil.csv': `姓名,证件号,类别\n${rows.map(text).join('\n')}\n`,
      ...more,
    },
    {},
    job,
  );
