import { expect, test } from 'vitest';
import { readRules } from '../../../src/rules/index.js';
import { fileOf } from './linking.js';

// A formula that does not fit is refused at the very character, and the sentence says what was found and what was needed.

const GROUND = `
dates: { month_end: last_day, leap_birthday: 03-01 }
choices: { grade: { of: [low, mid, high], ordered: true }, kinds: { of: [one, two] } }
facts:
  f: { type: flag }
  a: { type: number, unit: "1", range: [-5, 10] }
  b: { type: number, unit: "1", range: [2, 4], step: 0.5 }
  c: { type: number, unit: CNY, range: [0, 100] }
  n: { type: number, unit: "1", range: [0, 8], none: allowed }
  d: { type: date, range: [2000-01-01, 2010-12-31] }
  lost: { type: date, range: [2020-01-01, 2020-12-31], none: allowed }
  marks: { type: several, of: [dibao, ill, orphan] }
  own: { type: choice, of: grade }
  kind: { type: choice, of: kinds }
  code: { type: code }
  income: { type: number, unit: CNY, range: [0, 9] }
  family:
    type: people
    size: [1, 4]
    of: { pay: { type: number, unit: CNY, range: [-10, 50] }, gift: { type: number, unit: CNY, range: [0, 9], none: allowed }, role: { type: choice, of: [mother, father] } }
  guests: { type: people, size: [0, 3], of: { cost: { type: number, unit: CNY, range: [5, 50] } } }
parameters:
  rate: { unit: "1", dated: { 2020-01-01: 0.5, 2021-01-01: 2 } }
  late: { unit: "1", dated: { 2025-09-11: 0.5 } }
  flat: { unit: "1", is: 3 }
tables:
  t: { unit: CNY, keys: [{ k: 2..4 }], rows: [1, 2.5, 3] }
  u: { keys: [{ y: flag }], columns: [{ wide: CNY }, { open: flag }], rows: { true: [1, true], false: [2, false] } }
  v: { unit: CNY, keys: [{ k: 2..4+ }], rows: [1, 2.5, 3] }
  k: { unit: CNY, keys: [{ where: code }], rows: { "37": 1 }, otherwise: 0 }
  g: { unit: CNY, keys: [{ y: flag }], rows: { true: 1, false: 2 } }
  dat: { unit: CNY, keys: [{ k: 2..4 }], dated: { 2020-01-01: [1, 2.5, 3] } }
schedules:
  tax: { unit: CNY, up_to: { 10: 10%, 50: 25% }, otherwise: 40% }
  dues: { unit: CNY, keys: [grade], rows: { low: { up_to: { 10: 10% }, otherwise: 40% }, mid: { up_to: { 10: 10% }, otherwise: 40% }, high: { up_to: { 10: 10% }, otherwise: 40% } } }
  lately: { unit: CNY, dated: { 2025-09-11: { up_to: { 10: 10% }, otherwise: 40% } } }
figures:
  gap: { for: family, is: pay + 1 }
`;

type Values = Readonly<Record<string, string | number>>;

/** A formula with a mark before the place where it is refused, the code, and the values of the sentence. */
const REFUSED: readonly (readonly [marked: string, code: string, values: Values])[] = [
  ['‸mad + 1', 'rules.unknownName', { name: 'mad' }],
  ['‸f + 1', 'rules.type', { found: 'flag', needed: 'number' }],
  ['a + ‸f', 'rules.type', { found: 'flag', needed: 'number' }],
  ['‸f + f', 'rules.type', { found: 'flag', needed: 'number' }],
  ['1 + a + ‸lost', 'rules.type', { found: 'date', needed: 'number' }],
  ['if f then a else ‸d', 'rules.type', { found: 'date', needed: 'number' }],
  ['if f then own else ‸1', 'rules.type', { found: 'number', needed: 'choice grade' }],
  ['a + ‸c', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['c + ‸a', 'rules.unit', { found: '1', needed: 'CNY' }],
  ['a > ‸c', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['c + ‸1[EUR]', 'rules.unit', { found: 'EUR', needed: 'CNY' }],
  ['c + ‸1[ell]', 'rules.unknownUnit', { unit: 'ell' }],
  ['a in [1, ‸c]', 'rules.unit', { found: 'CNY', needed: '1' }],
  [
    'own in [low, ‸hgh]',
    'rules.unknownOption',
    { option: 'hgh', choice: 'grade', options: 'low, mid, high', near: 'high' },
  ],
  ['own in [low, ‸3]', 'rules.unknownOption', { option: '3', choice: 'grade', options: 'low, mid, high' }],
  ['a in [‸low]', 'rules.unknownName', { name: 'low' }],
  ['‸f in [low]', 'rules.type', { found: 'flag', needed: 'choice' }],
  ['‸d in [low]', 'rules.type', { found: 'date', needed: 'choice' }],
  [
    'own = ‸hgh',
    'rules.unknownOption',
    { option: 'hgh', choice: 'grade', options: 'low, mid, high', near: 'high' },
  ],
  [
    '‸hgh = own',
    'rules.unknownOption',
    { option: 'hgh', choice: 'grade', options: 'low, mid, high', near: 'high' },
  ],
  ['‸1 * 2 + c', 'rules.unit', { found: '1', needed: 'CNY' }],
  ['own = ‸as_of', 'rules.type', { found: 'date', needed: 'choice grade' }],
  ['own = ‸period_start', 'rules.type', { found: 'date', needed: 'choice grade' }],
  ['own = ‸rate', 'rules.type', { found: 'number', needed: 'choice grade' }],
  ['own = ‸a', 'rules.type', { found: 'number', needed: 'choice grade' }],
  ['any(family where role = ‸pay)', 'rules.type', { found: 'number CNY', needed: 'choice family.role' }],
  [
    'any(g in grade where own = g and kind = ‸g)',
    'rules.type',
    { found: 'choice grade', needed: 'choice kinds' },
  ],
  ['own = ‸other', 'rules.unknownOption', { option: 'other', choice: 'grade', options: 'low, mid, high' }],
  [
    'own > ‸hgh',
    'rules.unknownOption',
    { option: 'hgh', choice: 'grade', options: 'low, mid, high', near: 'high' },
  ],
  ['own = ‸stage', 'rules.unknownOption', { option: 'stage', choice: 'grade', options: 'low, mid, high' }],
  ['‸f > f', 'rules.notOrdered', { found: 'flag' }],
  ['‸f < true', 'rules.notOrdered', { found: 'flag' }],
  ['‸code > code', 'rules.notOrdered', { found: 'code' }],
  ['‸kind < kind', 'rules.notOrdered', { found: 'choice kinds' }],
  ['code = ‸3', 'rules.type', { found: 'number', needed: 'code' }],
  ['a = ‸none', 'rules.type', { found: 'none', needed: 'number' }],
  ['a > ‸none', 'rules.type', { found: 'none', needed: 'number' }],
  ['‸none = a', 'rules.type', { found: 'none', needed: 'number' }],
  ['‸none + 1', 'rules.type', { found: 'none', needed: 'number' }],
  ['a + ‸none', 'rules.type', { found: 'none', needed: 'number' }],
  ['-‸f', 'rules.type', { found: 'flag', needed: 'number' }],
  ['-‸none', 'rules.type', { found: 'none', needed: 'any' }],
  ['abs(‸f)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['abs(‸none)', 'rules.type', { found: 'none', needed: 'any' }],
  ['min(a, ‸c)', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['min(c, 1, ‸a)', 'rules.unit', { found: '1', needed: 'CNY' }],
  ['min(d, ‸a)', 'rules.type', { found: 'number', needed: 'date' }],
  ['max(a, ‸d)', 'rules.type', { found: 'date', needed: 'number' }],
  ['clamp(a, 1, ‸c)', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['clamp(‸f, 1, 2)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['round(a, ‸0, up)', 'rules.roundingStep', {}],
  ['round(a, ‸-1, up)', 'rules.roundingStep', {}],
  ['round(a, ‸a, up)', 'rules.roundingStep', {}],
  ['round(a, ‸1[CNY], up)', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['round(c, ‸1[EUR], up)', 'rules.unit', { found: 'EUR', needed: 'CNY' }],
  [
    'round(a, 1, ‸half)',
    'rules.roundingMode',
    { found: 'half', modes: 'half_up, half_away, half_even, up, down, toward_zero' },
  ],
  [
    'round(a, 1, ‸2)',
    'rules.roundingMode',
    { found: '2', modes: 'half_up, half_away, half_even, up, down, toward_zero' },
  ],
  ['round(‸f, 1, up)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['1 / ‸a', 'rules.divisorZero', { divisor: 'a', from: '-5', to: '10' }],
  ['a + 1 / (‸a - 3)', 'rules.divisorZero', { divisor: 'a - 3', from: '-8', to: '7' }],
  ['a / ‸n', 'rules.divisorZero', { divisor: 'n', from: '0', to: '8' }],
  ['a / ‸0', 'rules.divisorZero', { divisor: '0', from: '0', to: '0' }],
  ['‸d + a', 'rules.type', { found: 'date', needed: 'number' }],
  ['‸d + 1', 'rules.type', { found: 'date', needed: 'number' }],
  ['‸d - d', 'rules.type', { found: 'date', needed: 'number' }],
  ['d * ‸2 days', 'rules.span', { alone: '2 days' }],
  ['‸a + 2 days', 'rules.type', { found: 'number', needed: 'date' }],
  ['‸f - 2 days', 'rules.type', { found: 'flag', needed: 'date' }],
  ['‸none + 2 days', 'rules.type', { found: 'none', needed: 'date' }],
  ['d + ‸1_000_000 days', 'rules.span', { found: '1000000 days' }],
  ['d + ‸1234567 days', 'rules.span', { found: '1234567 days' }],
  ['date(a, ‸2, 30)', 'rules.dayOfYear', { month: '2', day: '30' }],
  ['date(a, ‸13, 1)', 'rules.dayOfYear', { month: '13', day: '1' }],
  ['date(a, ‸a, 1)', 'rules.dayOfYear', { month: '0', day: '1' }],
  ['date(a, ‸1[month], 1)', 'rules.dayOfYear', { month: '0', day: '1' }],
  ['date(a, ‸10%, 1)', 'rules.dayOfYear', { month: '0', day: '1' }],
  ['date(a, ‸1, 1.5)', 'rules.dayOfYear', { month: '1', day: '0' }],
  ['date(a, ‸1, 100)', 'rules.dayOfYear', { month: '1', day: '0' }],
  ['date(‸b, 1, 1)', 'rules.keyNotWhole', {}],
  ['date(‸c, 1, 1)', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['date(‸f, 1, 1)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['year(‸a)', 'rules.type', { found: 'number', needed: 'date' }],
  ['year(‸none)', 'rules.type', { found: 'none', needed: 'date' }],
  ['month(‸f)', 'rules.type', { found: 'flag', needed: 'date' }],
  ['age(‸a, d)', 'rules.type', { found: 'number', needed: 'date' }],
  ['age(d, ‸a)', 'rules.type', { found: 'number', needed: 'date' }],
  ['age(d, ‸none)', 'rules.type', { found: 'none', needed: 'date' }],
  ['days_between(d, ‸f)', 'rules.type', { found: 'flag', needed: 'date' }],
  ['months_between(‸a, a)', 'rules.type', { found: 'number', needed: 'date' }],
  ['‸mid + 1', 'rules.unknownName', { name: 'mid' }],
  ['‸score + 1', 'rules.unknownName', { name: 'score', near: 'code' }],
  ['‸incme', 'rules.unknownName', { name: 'incme', near: 'income' }],
  ['‸cc + 1', 'rules.unknownName', { name: 'cc', near: 'c' }],
  ['‸nil', 'rules.unknownName', { name: 'nil' }],
  ['has_any(‸a, [x])', 'rules.type', { found: 'number', needed: 'several' }],
  ['has_any(‸mark, [ill])', 'rules.unknownName', { name: 'mark', near: 'marks' }],
  ['has_any(‸zzz, [ill])', 'rules.unknownName', { name: 'zzz' }],
  [
    'has_any(marks, [‸il])',
    'rules.unknownOption',
    { option: 'il', choice: 'marks', options: 'dibao, ill, orphan', near: 'ill' },
  ],
  [
    'has_all(marks, [ill, ‸xyz, dibao])',
    'rules.unknownOption',
    { option: 'xyz', choice: 'marks', options: 'dibao, ill, orphan' },
  ],
  ['has_any(‸own, [low])', 'rules.type', { found: 'choice grade', needed: 'several' }],
  ['has_any(‸gapped, [low])', 'rules.unknownName', { name: 'gapped' }],
  ['count(‸a)', 'rules.type', { found: 'number', needed: 'several' }],
  ['count(‸famly)', 'rules.unknownName', { name: 'famly', near: 'family' }],
  ['count(‸zzz)', 'rules.unknownName', { name: 'zzz' }],
  ['count(‸own where f)', 'rules.notPeople', { name: 'own', found: 'choice grade' }],
  ['count(‸marks where f)', 'rules.notPeople', { name: 'marks', found: 'several marks' }],
  ['count(‸nobody where f)', 'rules.unknownName', { name: 'nobody' }],
  ['sum(pay of ‸marks)', 'rules.notPeople', { name: 'marks', found: 'several marks' }],
  ['sum(pay of ‸famly)', 'rules.unknownName', { name: 'famly', near: 'family' }],
  ['sum(pay of ‸fam_ly)', 'rules.unknownName', { name: 'fam_ly', near: 'family' }],
  ['sum(‸f of family)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['sum(‸paid of family)', 'rules.unknownName', { name: 'paid' }],
  ['sum(‸gift of family)', 'rules.maybeNone', { formula: 'gift' }],
  ['all(‸pay of family)', 'rules.type', { found: 'number CNY', needed: 'flag' }],
  ['all(‸gift > 3 of family)', 'rules.maybeNone', { formula: 'gift' }],
  ['any(family where ‸pay)', 'rules.type', { found: 'number CNY', needed: 'flag' }],
  ['any(family where ‸gift > 3)', 'rules.maybeNone', { formula: 'gift' }],
  ['‸lowest(f of family)', 'rules.type', { found: 'flag', needed: 'number' }],
  ['‸highest(role of family)', 'rules.type', { found: 'choice family.role', needed: 'number' }],
  ['lowest(‸gift of family)', 'rules.maybeNone', { formula: 'gift' }],
  ['sum(‸count(family) of family)', 'rules.nestedPeople', { people: 'family' }],
  ['sum(‸sum(pay of guests) of family)', 'rules.nestedPeople', { people: 'guests' }],
  ['any(family where ‸any(guests))', 'rules.nestedPeople', { people: 'guests' }],
  ['‸pay + 1', 'rules.unknownName', { name: 'pay' }],
  ['‸gap + 1', 'rules.memberOutside', { name: 'gap', people: 'family' }],
  ['sum(‸gap of guests)', 'rules.memberOutside', { name: 'gap', people: 'family' }],
  ['sum(‸cost of family)', 'rules.unknownName', { name: 'cost', near: 'lost' }],
  ['any(x in ‸grad where x = low)', 'rules.unknownChoice', { choice: 'grad', near: 'grade' }],
  ['any(x in ‸zzz where x = low)', 'rules.unknownChoice', { choice: 'zzz' }],
  ['any(‸a in grade where a = low)', 'rules.shadow', { name: 'a', other: 'names' }],
  ['any(x in grade where any(‸x in grade where f))', 'rules.shadow', { name: 'x', other: 'variable' }],
  [
    'any(x in grade where x = ‸ill)',
    'rules.unknownOption',
    { option: 'ill', choice: 'grade', options: 'low, mid, high' },
  ],
  ['any(x in grade where ‸x)', 'rules.type', { found: 'choice grade', needed: 'flag' }],
  ['first(x in grade where ‸a)', 'rules.type', { found: 'number', needed: 'flag' }],
  ['count(x in grade where x > high) + ‸c', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['last(x in kinds where ‸x > one)', 'rules.notOrdered', { found: 'choice kinds' }],
  ['‸marks', 'rules.onlyThrough', { name: 'marks', type: 'several' }],
  ['‸marks = ill', 'rules.onlyThrough', { name: 'marks', type: 'several' }],
  ['‸family', 'rules.onlyThrough', { name: 'family', type: 'people' }],
  ['‸family = 1', 'rules.onlyThrough', { name: 'family', type: 'people' }],
  ['not ‸a', 'rules.type', { found: 'number', needed: 'flag' }],
  ['not ‸lost', 'rules.type', { found: 'date', needed: 'flag' }],
  ['‸a and f', 'rules.type', { found: 'number', needed: 'flag' }],
  ['f and ‸a', 'rules.type', { found: 'number', needed: 'flag' }],
  ['f or ‸n > 3', 'rules.maybeNone', { formula: 'n' }],
  ['‸n > 3 or f', 'rules.maybeNone', { formula: 'n' }],
  ['f and ‸n > 3', 'rules.maybeNone', { formula: 'n' }],
  ['not (‸n > 3)', 'rules.maybeNone', { formula: 'n' }],
  ['‸n > 3', 'rules.maybeNone', { formula: 'n' }],
  ['3 < ‸n', 'rules.maybeNone', { formula: 'n' }],
  ['a = ‸n', 'rules.maybeNone', { formula: 'n' }],
  ['‸n = a', 'rules.maybeNone', { formula: 'n' }],
  ['‸n in [1, 2]', 'rules.maybeNone', { formula: 'n' }],
  ['‸lost < d', 'rules.maybeNone', { formula: 'lost' }],
  ['d < ‸lost', 'rules.maybeNone', { formula: 'lost' }],
  ['if ‸a then 1 else 2', 'rules.type', { found: 'number', needed: 'flag' }],
  ['if ‸n > 1 then 1 else 2', 'rules.maybeNone', { formula: 'n' }],
  ['if lost is none then ‸lost < d else f', 'rules.maybeNone', { formula: 'lost' }],
  ['‸none is none', 'rules.type', { found: 'none', needed: 'any' }],
  ['‸none is not none', 'rules.type', { found: 'none', needed: 'any' }],
  ['‸none if_none 3', 'rules.type', { found: 'none', needed: 'any' }],
  ['f if_none ‸3', 'rules.type', { found: 'number', needed: 'flag' }],
  ['n if_none ‸f', 'rules.type', { found: 'flag', needed: 'number' }],
  ['n if_none ‸c', 'rules.unit', { found: 'CNY', needed: '1' }],
  ['t[‸a]', 'rules.keyOutside', { low: 2, high: 4, from: '-5', to: '10' }],
  ['t[‸b]', 'rules.keyNotWhole', {}],
  ['t[‸f]', 'rules.type', { found: 'flag', needed: 'number' }],
  ['t[‸n]', 'rules.keyOutside', { low: 2, high: 4, from: '0', to: '8' }],
  ['t[‸5]', 'rules.keyOutside', { low: 2, high: 4, from: '5', to: '5' }],
  ['t[‸1]', 'rules.keyOutside', { low: 2, high: 4, from: '1', to: '1' }],
  ['‸t[a, 2]', 'rules.arguments', { name: 't', found: 2, needed: '1' }],
  ['t[‸clamp(a, 2, 5)]', 'rules.keyOutside', { low: 2, high: 4, from: '2', to: '5' }],
  ['t[‸min(a, 4)]', 'rules.keyOutside', { low: 2, high: 4, from: '-5', to: '4' }],
  ['u[f].‸wid', 'rules.unknownColumn', { table: 'u', column: 'wid', columns: 'wide, open', near: 'wide' }],
  ['u[f].‸xyz', 'rules.unknownColumn', { table: 'u', column: 'xyz', columns: 'wide, open' }],
  ['‸u[f]', 'rules.unknownColumn', { table: 'u', column: '', columns: 'wide, open' }],
  ['t[2].‸wide', 'rules.unknownColumn', { table: 't', column: 'wide', columns: '' }],
  ['‸tt[2]', 'rules.unknownTable', { table: 'tt', near: 't' }],
  ['‸zzz[2]', 'rules.unknownTable', { table: 'zzz' }],
  ['v[‸a]', 'rules.keyOutside', { low: 2, high: '', from: '-5', to: '10' }],
  ['v[‸code]', 'rules.type', { found: 'code', needed: 'number' }],
  ['v[‸f]', 'rules.type', { found: 'flag', needed: 'number' }],
  ['g[‸own]', 'rules.type', { found: 'choice grade', needed: 'flag' }],
  ['k[‸1]', 'rules.type', { found: 'number', needed: 'code' }],
  ['k[‸own]', 'rules.type', { found: 'choice grade', needed: 'code' }],
  ['dat[2] at ‸a', 'rules.type', { found: 'number', needed: 'date' }],
  ['dat[2] at ‸f', 'rules.type', { found: 'flag', needed: 'date' }],
  ['dat[2] at ‸date(2019, 1, 1)', 'rules.dateBeforeFirst', { name: 'dat', days: '365' }],
  ['dat[2] at ‸d', 'rules.dateBeforeFirst', { name: 'dat', days: '7305' }],
  ['t[2] at ‸d', 'rules.notDated', { name: 't' }],
  ['a at ‸d', 'rules.notDated', { name: 'a' }],
  ['rate at ‸a', 'rules.type', { found: 'number', needed: 'date' }],
  ['rate at ‸d', 'rules.dateBeforeFirst', { name: 'rate', days: '7305' }],
  ['rate at ‸date(2019, 12, 31)', 'rules.dateBeforeFirst', { name: 'rate', days: '1' }],
  ['rate at ‸mid', 'rules.unknownName', { name: 'mid' }],
  ['‸late + 1', 'rules.dateBeforeFirst', { name: 'late', days: '10' }],
  ['flat at ‸d', 'rules.notDated', { name: 'flat' }],
  ['‸rat at d', 'rules.unknownName', { name: 'rat', near: 'rate' }],
  ['‸zzz at d', 'rules.unknownName', { name: 'zzz' }],
  ['‸high at d', 'rules.unknownName', { name: 'high' }],
  ['marginal(tax, ‸a)', 'rules.unit', { found: '1', needed: 'CNY' }],
  ['marginal(tax, ‸f)', 'rules.type', { found: 'flag', needed: 'number CNY' }],
  ['marginal(‸tx, c)', 'rules.unknownSchedule', { schedule: 'tx', near: 'tax' }],
  ['marginal(‸zzz, c)', 'rules.unknownSchedule', { schedule: 'zzz' }],
  ['‸marginal(tax[own], c)', 'rules.arguments', { name: 'tax', found: 1, needed: '0' }],
  ['‸marginal(dues, c)', 'rules.arguments', { name: 'dues', found: 0, needed: '1' }],
  ['marginal(dues[‸f], c)', 'rules.type', { found: 'flag', needed: 'choice grade' }],
  [
    'marginal(dues[‸hgh], c)',
    'rules.unknownOption',
    { option: 'hgh', choice: 'grade', options: 'low, mid, high', near: 'high' },
  ],
  ['marginal(dues[low], ‸n)', 'rules.unit', { found: '1', needed: 'CNY' }],
  ['marginal(tax at ‸d, c)', 'rules.notDated', { name: 'tax' }],
  ['marginal(lately at ‸d, c)', 'rules.dateBeforeFirst', { name: 'lately', days: '9385' }],
  ['‸marginal(lately, c)', 'rules.dateBeforeFirst', { name: 'lately', days: '10' }],
  ['marginal(lately at ‸a, c)', 'rules.type', { found: 'number', needed: 'date' }],
  ['marginal(lately at date(2020, 1, 1), ‸none)', 'rules.type', { found: 'none', needed: 'number' }],
  ['a + ‸score.x', 'rules.unknownName', { name: 'score.x' }],
  ['‸tier = low', 'rules.unknownName', { name: 'tier' }],
  ['‸as_off', 'rules.unknownName', { name: 'as_off', near: 'as_of' }],
  ['‸01', 'rules.number', { found: '01' }],
  ['a + 1_00_0‸.', 'rules.syntax', { found: '.', expected: 'end' }],
  ['a = 1.50‸.2', 'rules.syntax', { found: '.', expected: 'end' }],
  [
    'own in [‸low at d]',
    'rules.unknownOption',
    { option: 'low at d', choice: 'grade', options: 'low, mid, high' },
  ],
  [
    'own in [low, ‸3 + a]',
    'rules.unknownOption',
    { option: '3 + a', choice: 'grade', options: 'low, mid, high' },
  ],
  ['own = ‸low at d', 'rules.unknownName', { name: 'low' }],
];

/** As many as are read in one file: more than a hundred findings are not listed. */
const AT_ONCE = 60;

test.each(Array.from({ length: Math.ceil(REFUSED.length / AT_ONCE) }, (_, i) => i * AT_ONCE))(
  'a formula is refused at its place: from %i on',
  (from) => {
    const some = REFUSED.slice(from, from + AT_ONCE);
    const head = (i: number): string => `  x${i}: "`;
    const text = fileOf(
      GROUND + some.map(([marked], i) => `${head(i)}${marked.replace('‸', '')}"`).join('\n'),
    );
    const first = text.split('\n').findIndex((line) => line.startsWith(head(0))) + 1;
    const found = readRules(text).issues.map(({ code, values, place }) => [
      place?.line,
      place?.column,
      place?.path,
      code,
      values,
    ]);
    expect(found).toEqual(
      some.map(([marked, code, values], i) => [
        first + i,
        head(i).length + marked.indexOf('‸') + 1,
        `figures.x${i}`,
        code,
        values,
      ]),
    );
  },
);
