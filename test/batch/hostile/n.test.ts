import { describe, expect, it } from 'vitest';
import { ANNE, BO, CY, DI, FILES, idOf, JOB, RULES } from '../run/world.js';
import { attack, changed, codes, dibao, found, outcome, text } from './attack.js';

// Catalogue N: values and dates. A cell that cannot be used is not known; the row and its student stay.

/** The survey with other values for Anne, whose outcome hangs on them. */
const survey = (income: string, members = '5', job = JOB) =>
  attack(changed('survey.csv', '5000,5,病', `${income},${members},病`), job);
const incomeOf = (end: Awaited<ReturnType<typeof attack>>): unknown =>
  end.run?.determinations
    .find(({ student }) => student === `G${ANNE}`)
    ?.facts.find(({ fact }) => fact === 'income')?.value;
const column = (more: string): string => JOB.replace('income: 年收入', `income: { header: 年收入, ${more} }`);

/** A survey of enough rows to say something about its column. */
const many = (incomes: readonly string[]): Record<string, string> => {
  const people = incomes.map((_, i) => idOf('20140303', i));
  const students = people.map((id, i) => `2199000001,学${i},G${id},${id},1,990102,小学,一年级,农村,,`);
  return {
    'roster.csv': `${FILES['roster.csv']}${students.join('\n')}\n`,
    'survey.csv': `学籍号,姓名,年收入,人口,健康\n${people.map((id, i) => `G${id},学${i},${incomes[i]},4,好`).join('\n')}\n`,
  };
};

describe('catalogue N', () => {
  it('H-N1 a negative income is not known: the cell is refused, the student stays', async () => {
    const end = await survey('-5000');
    expect(found(end, 'cell.tooSmall')).toEqual({
      severity: 'warning',
      place: { file: 'survey.csv', row: 2, header: '年收入' },
      values: { least: '0', most: '1000000' },
    });
    expect([end.exit, outcome(end, ANNE), incomeOf(end)]).toEqual([1, 'undetermined', undefined]);
  });

  const YUAN = [
    '8000',
    '12000',
    '0',
    '30000',
    '9500',
    '45000',
    '22000',
    '18000',
    '60000',
    '7000',
    '15000',
    '26000',
  ];
  const WAN = ['0.8', '1.2', '0', '3', '0.95', '4.5', '2.2', '1.8', '6', '0.7', '1.5', '2.6'];
  const plausible = 'plausible: [1_000, 200_000]';

  it('H-N2 a column in 万元 that is read as yuan is refused where the job says where the middle lies', async () => {
    const end = await attack(many(WAN), column(plausible));
    expect(end.exit).toBe(3);
    expect(found(end, 'job.columnTooSmall')).toMatchObject({
      severity: 'error',
      place: { file: 'job.yaml', path: 'facts.0.facts.income' },
      values: { file: 'survey.csv', header: '年收入', count: 11, beyond: 11, least: '1000', most: '200000' },
    });
    expect((await attack(many(YUAN), column(plausible))).exit).toBe(1);
    expect((await attack(many(WAN), column(`${plausible}, times: 10_000`))).exit).toBe(1);
    const high = await attack(many(YUAN.map((income) => `${income}0`)), column('plausible: [1_000, 20_000]'));
    expect([high.exit, found(high, 'job.columnTooLarge').values.count]).toEqual([3, 11]);
  });

  it('H-N2 single cells far off are no reason, nor are few rows', async () => {
    const five = WAN.slice(0, 5);
    expect((await attack(many([...five, ...YUAN.slice(5)]), column(plausible))).exit).toBe(1);
    expect((await attack(many(five), column(plausible))).exit).toBe(1);
  });

  it.each([
    ['年收入（万元）', '万元'],
    ['月收入', '月收入'],
    ['收入(元/月)', '元/月'],
  ])(
    'H-N2 a column called %s is refused for a fact in yuan a year, whatever its numbers',
    async (header, unit) => {
      const renamed = changed('survey.csv', '年收入', header);
      const job = (times: string): string =>
        JOB.replace('income: 年收入', `income: { header: ${header}${times} }`);
      const end = await attack(renamed, job(''));
      expect(end.exit).toBe(3);
      expect(found(end, 'job.columnUnit')).toMatchObject({
        place: { path: 'facts.0.facts.income' },
        values: { file: 'survey.csv', header, unit, fact: 'income', needed: 'CNY/year' },
      });
      const stated = await attack(renamed, job(', times: 12'));
      expect([outcome(stated, ANNE), incomeOf(stated)]).toEqual(['determined', '60000']);
    },
  );

  it('H-N3 a household of nobody is asked, and nothing is divided by it', async () => {
    const end = await survey('5000', '0');
    expect(found(end, 'cell.tooSmall').place.header).toBe('人口');
    expect(
      end.run?.determinations
        .find(({ student }) => student === `G${ANNE}`)
        ?.facts.some(({ fact }) => fact === 'members'),
    ).toBe(false);
    expect(end.exit).toBe(1);
  });

  it.each(['', '  ', '不详', '/', '无', '-'])(
    'H-N4 “%s” is not known by what the job declares, and never zero',
    async (token) => {
      const declared = JOB.replace('unknown: [不详, /]', 'unknown: [不详, /, 无, "-"]');
      const end = await survey(token, '5', declared);
      expect([outcome(end, ANNE), incomeOf(end), codes(end, 'warning')]).toEqual([
        'undetermined',
        undefined,
        [],
      ]);
      // A word that the job does not declare is not known either, and a person is told.
      const plain = await survey(token);
      expect([outcome(plain, ANNE), incomeOf(plain)]).toEqual(['undetermined', undefined]);
      expect(codes(plain, 'warning')).toEqual(['无', '-'].includes(token) ? ['cell.number'] : []);
    },
  );

  it.each([
    ['"1,200"', 'thousands: ","', '1200'],
    ['1２00', null, null],
    ['1200元', null, null],
    ['约1200', null, null],
    ['1e3', null, null],
    ['01200', null, null],
  ])('H-N5 %s is a number only as declared', async (written, declared, value) => {
    const plain = await survey(written);
    expect([incomeOf(plain), found(plain, 'cell.number').place.header]).toEqual([undefined, '年收入']);
    if (declared !== null) expect(incomeOf(await survey(written, '5', column(declared)))).toBe(value);
  });

  it.each([
    ['last_day', '2027-02-28', true],
    ['next_first', '2027-02-28', true],
    ['next_first', '2027-03-01', true],
    ['last_day', '2027-03-01', false],
  ])(
    'H-N6 a window that ends on 29 February ends as the rule file says: %s, on %s',
    async (end, asOf, still) => {
      const rules = RULES.replace(
        'facts:\n',
        `dates: { month_end: ${end} }\nfacts:\n  hit_on: { type: date, range: [2000-01-01, 2030-12-31], none: allowed, worse: later }\n`,
      ).replace('  parts:\n', '  parts:\n    hit: { recent: hit_on, up_to: { 3 years: 9 }, otherwise: 0 }\n');
      const job = JOB.replace('as_of: 2025-10-10', `as_of: ${asOf}`)
        .replace('known_at: 2025-10-15', `known_at: ${asOf}`)
        .replace('period: 2025-autumn', 'period: 2027-spring')
        .replace('lists_at_most_days: 60', 'lists_at_most_days: 9999')
        .replace('income: 年收入', 'income: 年收入, hit_on: 受灾');
      const files = {
        'rules.yaml': rules,
        'survey.csv': `学籍号,姓名,年收入,人口,健康,受灾\nG${ANNE},安安,5000,5,病,2024-02-29\n`,
      };
      const run = await attack(files, job);
      const score = run.run?.determinations.find(({ student }) => student === `G${ANNE}`)?.recommended?.score;
      expect(score).toBe(still ? '69' : '60');
    },
  );

  it.each(['2025/9/1', '20250901', '2025.9.1', '2025-9-1', '2025年9月1日'])(
    'H-N7 %s is a date only in the form that the job declares',
    async (written) => {
      const form = {
        '2025/9/1': 'YYYY/M/D',
        '20250901': 'YYYYMMDD',
        '2025.9.1': 'YYYY.M.D',
        '2025-9-1': 'YYYY-M-D',
        '2025年9月1日': 'YYYY年M月D日',
      }[written];
      const list = { 'civil.csv': `姓名,证件号,类别,止\n陈陈,${CY},低保,${written}\n` };
      const job = (date: string): string =>
        JOB.replace('list_date:', `valid: { until: { header: 止${date} } }\n      list_date:`);
      const plain = await attack(list, job(''));
      expect(found(plain, 'cell.dateForm')).toMatchObject({
        place: { row: 2, header: '止' },
        values: { form: 'YYYY-MM-DD' },
      });
      expect(dibao(plain, CY)).toBe('unknown');
      const declared = await attack(list, job(`, date: ${form}`));
      expect([codes(declared, 'warning'), dibao(declared, CY)]).toEqual([[], 'out']);
    },
  );

  it('H-N8 a date is a calendar date: a day that lost an hour of its night is a day like others', async () => {
    // 1986-05-04 began at 1 o'clock in China; the runs in other time zones of the whole check have to give the same.
    const list = (until: string) =>
      attack(
        { 'civil.csv': `姓名,证件号,类别,止\n陈陈,${CY},低保,${until}\n` },
        JOB.replace('list_date:', 'valid: { until: 止 }\n      list_date:'),
      );
    expect(dibao(await list('2025-10-10'), CY)).toBe('in');
    for (const past of ['2025-10-09', '1986-05-04', '1991-09-15']) {
      const end = await list(past);
      expect([dibao(end, CY), codes(end, 'warning')]).toEqual(['out', []]);
    }
  });

  it('H-N9 a day on which no edition is in force refuses the run', async () => {
    const end = await attack({}, JOB.replace('as_of: 2025-10-10', 'as_of: 2024-10-10'));
    expect([end.exit, codes(end, 'error')]).toEqual([3, ['plan.notInForce']]);
  });

  it('H-N10 a list from after the day up to which the run knows is refused at its place in the job', async () => {
    const end = await attack({}, JOB.replace('list_date: 2025-09-01', 'list_date: 2025-10-16'));
    expect(end.exit).toBe(3);
    expect(found(end, 'job.listAfterKnownAt')).toMatchObject({
      place: { file: 'job.yaml', path: 'lists.civil.0.list_date' },
      values: { found: '2025-10-16', knownAt: '2025-10-15' },
    });
  });

  it('H-N11 an old list answers nothing: who asked and is not on it is open, and it is said', async () => {
    const end = await attack({}, JOB.replace('list_date: 2025-09-01', 'list_date: 2025-08-01'));
    expect([end.exit, codes(end, 'warning')]).toEqual([1, ['match.listStale']]);
    expect([dibao(end, BO), outcome(end, BO), outcome(end, DI)]).toEqual([
      'unknown',
      'undetermined',
      'notApplied',
    ]);
    expect(text(end, 'worklist.csv')).toContain('match.listStale');
  });
});
