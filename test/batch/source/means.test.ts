import { describe, expect, it } from 'vitest';
import { attack, dibao, entries } from '../hostile/attack.js';
import { ANNE, BO, idOf, JOB } from '../run/world.js';

/** The small world whose list is of these people, and means somebody else by them. */
const listed = (means: string, ...people: readonly (readonly [name: string, id: string])[]) =>
  attack(
    { 'civil.csv': `姓名,证件号,类别\n${people.map(([name, id]) => `${name},${id},低保\n`).join('')}` },
    JOB.replace(
      'columns: { name: 姓名, id: 证件号 }',
      `columns: { name: 姓名, id: 证件号 }\n      means: ${means}`,
    ),
  );
const FATHER = idOf('19850101', 11);

describe('a row that speaks for others', () => {
  it('of disabled parents gives the category to the child, and not to the parent', async () => {
    const end = await listed('children_of_person', ['安父', FATHER]);
    expect([dibao(end, ANNE), dibao(end, BO)]).toEqual(['in', 'out']);
    expect(entries(end)[2]).toBe('matched guardianIdAndName');
  });

  it('of heads gives it to the children of the house', async () => {
    const end = await listed('household_of_head', ['安父', FATHER]);
    expect([dibao(end, ANNE), dibao(end, BO)]).toEqual(['in', 'out']);
  });

  it('of persons gives it to nobody but the person', async () => {
    const end = await listed('person', ['安父', FATHER], ['白白', BO]);
    expect([dibao(end, ANNE), dibao(end, BO)]).toEqual(['out', 'in']);
  });

  it('whose parent the roster does not know goes to a person', async () => {
    const end = await listed('children_of_person', ['钱大', idOf('19800101', 11)]);
    expect([end.exit, entries(end)[2]]).toEqual([1, 'review parentNoStudent']);
  });
});
