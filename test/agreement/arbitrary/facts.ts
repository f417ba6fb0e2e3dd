import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { MONEY, PERSON, POINT } from './formulas.js';
import { type ChoiceName, type Names, NO_NAMES, type NumberName } from './names.js';

export interface FactsDraft {
  readonly choices: DraftFile;
  readonly facts: DraftFile;
  /** Facts that anything may read. */
  readonly names: Names;
  /** Facts that give no points while they are not known: only plain parts that cannot go below 0 may read them. */
  readonly quiet: Names;
}

interface NumberKind {
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  /** Left out: the default grid of the unit. */
  readonly step?: string;
  readonly near: readonly string[];
  readonly positive?: boolean;
}

/** Grids of at most twelve values, so that all completions can be gone through. */
const SMALL: readonly NumberKind[] = [
  { unit: POINT, low: '0', high: '10', near: ['0', '1', '3', '5', '5.5', '9', '10', '11'] },
  { unit: POINT, low: '0', high: '5', step: '0.5', near: ['0', '0.5', '1.75', '2.5', '4.5', '5'] },
  { unit: POINT, low: '-3', high: '3', near: ['-3', '-2', '-0.5', '0', '1', '3'] },
  {
    unit: POINT,
    low: '0.1',
    high: '1',
    step: '0.1',
    near: ['0.1', '0.3', '0.55', '0.9', '1'],
    positive: true,
  },
  { unit: PERSON, low: '1', high: '9', near: ['1', '2', '3', '5', '8', '9'], positive: true },
  { unit: PERSON, low: '0', high: '4', near: ['0', '1', '2', '3', '4'] },
  {
    unit: MONEY,
    low: '0',
    high: '5000',
    step: '500',
    near: ['0', '500', '1_200', '2_500', '2_750', '4_500', '5_000'],
  },
  {
    unit: MONEY,
    low: '-1000',
    high: '1000',
    step: '250',
    near: ['-1000', '-250', '0', '125', '750', '1_000'],
  },
  {
    unit: MONEY,
    low: '1000.01',
    high: '3000.01',
    step: '200',
    near: ['1_000.01', '1_200.01', '2_000', '2_600.01'],
    positive: true,
  },
];
/** Grids that are gone through alone or not at all. */
const LARGE: readonly NumberKind[] = [
  {
    unit: MONEY,
    low: '0',
    high: '4975',
    step: '25',
    near: ['0', '25', '1_000', '2_500', '2_510', '4_950', '4_975'],
  },
  {
    unit: MONEY,
    low: '0',
    high: '200_000',
    near: ['0', '0.01', '6_000', '12_000.50', '9_500', '20_000', '200_000'],
  },
  { unit: POINT, low: '0', high: '100', step: '0.1', near: ['0', '20', '39.9', '40', '40.05', '60', '100'] },
  { unit: PERSON, low: '1', high: '30', near: ['1', '2', '5', '15', '30'], positive: true },
];

const OPTIONS = [
  'good',
  'ill',
  'grave',
  'none_left',
  'little',
  'some_need',
  'much',
  'most_need',
  'alone',
  'both',
];

/** Random facts of every type and unknown policy, and the choices they share. */
export function draftFacts(dice: Dice, size: number): FactsDraft {
  const choices: Record<string, Draft> = {};
  const facts: Record<string, Draft> = {};
  const shared: ChoiceName[] = dice.times(dice.whole(1, 2), (i) => {
    const options = dice.some(OPTIONS, 2, 4);
    const ordered = dice.chance(60);
    choices[`scale${i}`] = { of: options, ...(ordered ? { ordered: plain('true') } : {}) };
    return { name: '', choice: `scale${i}`, options, ordered };
  });
  const of = { open: { ...empty() }, quiet: { ...empty() } };

  const policy = (known: () => Draft, quiet: boolean): DraftFile => {
    if (quiet) return { unknown: { no_points: '未评议' } };
    return dice.weighted<() => DraftFile>([
      [7, () => ({})],
      [1, () => ({ unknown: 'ask' })],
      [1, () => ({ unknown: 'block' })],
      [2, () => ({ unknown: { assume: known(), because: '未经查实' } })],
    ])();
  };
  const flag = (id: string, quiet: boolean): void => {
    const worse = dice.pick(['if_true', 'if_false', 'none', '']);
    facts[id] = {
      type: 'flag',
      ...(worse === '' ? {} : { worse }),
      ...policy(() => plain(dice.pick(['true', 'false'])), quiet),
    };
    (quiet ? of.quiet : of.open).flags.push(id);
  };
  const choice = (id: string, quiet: boolean): void => {
    const inline = dice.chance(40);
    const type = inline
      ? { name: id, choice: id, options: dice.some(OPTIONS, 2, 4), ordered: dice.chance(50) }
      : { ...dice.pick(shared), name: id };
    const worse = dice.weighted<Draft | null>([
      [3, 'listed'],
      [1, 'none'],
      [1, null],
      [1, dice.shuffled(type.options)],
    ]);
    facts[id] = {
      type: 'choice',
      of: inline ? type.options : type.choice,
      ...(inline && type.ordered ? { ordered: plain('true') } : {}),
      ...(worse === null ? {} : { worse }),
      ...policy(() => dice.pick(type.options), quiet),
    };
    (quiet ? of.quiet : of.open).choices.push(type);
  };
  const number = (id: string, quiet: boolean): void => {
    const kinds = quiet ? SMALL.filter((kind) => !kind.low.startsWith('-')) : dice.chance(80) ? SMALL : LARGE;
    const kind = dice.pick(kinds);
    const worse = dice.pick(['higher', 'lower', 'none', '']);
    facts[id] = {
      type: 'number',
      unit: kind.unit,
      range: [plain(kind.low), plain(kind.high)],
      ...(kind.step === undefined ? {} : { step: plain(kind.step) }),
      ...(worse === '' ? {} : { worse }),
      ...policy(() => plain(dice.pick([kind.low, kind.high]).replace('_', '')), quiet),
    };
    const named: NumberName = {
      name: id,
      unit: kind.unit,
      near: kind.near,
      positive: kind.positive === true,
      fact: true,
    };
    (quiet ? of.quiet : of.open).numbers.push(named);
  };

  const makers = [flag, choice, number, number];
  const count = dice.whole(2, 2 + size);
  for (let i = 0; i < count; i += 1) {
    const quiet = dice.chance(12);
    (i === 0 ? number : i === 1 ? choice : dice.pick(makers))(`f${i}`, quiet);
  }
  if (dice.chance(35)) {
    facts.stage = {
      type: 'choice',
      of: STAGES,
      origin: 'enrolment',
      unknown: dice.pick(['block', 'ask']),
      worse: 'none',
    };
    of.open.choices.push({ name: 'stage', choice: 'stage', options: STAGES, ordered: false });
  }
  if (dice.chance(20)) {
    facts.boarder = { type: 'flag', origin: 'enrolment', worse: 'none' };
    of.open.flags.push('boarder');
  }
  if (dice.chance(15)) {
    facts.grade = {
      type: 'number',
      unit: 'year',
      range: [plain(1), plain(6)],
      origin: 'enrolment',
      worse: 'none',
    };
    of.open.numbers.push({ name: 'grade', unit: 'year', near: ['1', '3', '6'], positive: true });
  }
  return { choices, facts, names: of.open, quiet: of.quiet };
}

const STAGES = ['primary', 'junior', 'senior'];

type Mutable = { [K in keyof Names]: Names[K][number][] };
const empty = (): Mutable => ({ numbers: [], flags: [], choices: [], tables: [...NO_NAMES.tables] });
