import { ROUNDING_MODES } from '../../../src/value/index.js';
import type { Dice } from './dice.js';
import type { Draft, DraftFile } from './draft.js';
import { Formulas, MONEY } from './formulas.js';
import { canLookUp, lookup } from './lookups.js';
import type { Names } from './names.js';
import { banded, bandsOf, datedOf, FIGURE, firstOf, hitsOf, optionsOf } from './values.js';

const INSTRUMENTS = ['scholarship', 'grant', 'work_study', 'subsidy', 'waiver', 'exemption', 'loan'];
const PAYEES = ['student', 'guardian', 'school'];

/** Random programmes: who gets them, and amounts of every form, by tier or straight from facts. */
export function draftProgrammes(dice: Dice, count: number, names: Names, universal: Names): DraftFile {
  const programmes: Record<string, Draft> = {};
  for (let i = 0; i < count; i += 1)
    programmes[`pay${i}`] = programme(dice, dice.chance(15) ? universal : names);
  return programmes;
}

function programme(dice: Dice, names: Names): DraftFile {
  const formulas = new Formulas(dice, names);
  const tier = names.choices.find((one) => one.name === 'tier');
  const byTier =
    tier === undefined
      ? 'true'
      : `tier ${dice.pick(['>=', '>=', '=', '<', '!='])} ${dice.pick(tier.options)}`;
  const entitled = dice.weighted<() => string>([
    [5, () => byTier],
    [3, () => `${byTier} and ${formulas.flag(1)}`],
    [2, () => formulas.flag(2)],
    [1, () => 'true'],
  ])();
  const per = dice.weighted([
    [7, 'year'],
    [1, 'semester'],
    [1, 'month'],
    [2, 'event'],
  ] as const);
  return {
    instrument: dice.pick(INSTRUMENTS),
    for: entitled,
    amount: amount(formulas, per),
    per,
    payee: dice.pick(PAYEES),
  };
}

const UNITS = { year: MONEY, semester: 'CNY/semester', month: 'CNY/month', event: 'CNY' } as const;

function amount(formulas: Formulas, per: keyof typeof UNITS): Draft {
  const { dice, names } = formulas;
  const unit = UNITS[per];
  if (per !== 'year') return dice.chance(50) ? fixed(dice, unit) : converted(formulas, per);
  const tables = names.tables.filter((t) => t.gives === MONEY && canLookUp(formulas, t));
  // Facts of money that are never below 0 are amounts as they stand.
  const facts = names.numbers.filter(
    (one) => one.fact && one.unit === MONEY && !one.near.some((cut) => cut.startsWith('-')),
  );
  const tier = names.choices.find((one) => one.name === 'tier');
  const bands = banded(formulas);
  const branch = () => (dice.chance(50) ? fixed(dice, unit) : anyAmount(formulas));
  return dice.weighted<() => Draft>([
    [2, () => fixed(dice, unit)],
    [3, () => ({ unstated: '由学校公布' })],
    [tables.length > 0 ? 4 : 0, () => `max(0, ${lookup(formulas, dice.pick(tables))})`],
    [facts.length > 0 ? 2 : 0, () => `min(${dice.pick(facts).name}, 3_000)`],
    [facts.length > 0 ? 2 : 0, () => `max(0, ${dice.pick(facts).name} - 500)`],
    [4, () => anyAmount(formulas)],
    [
      tier === undefined ? 0 : 3,
      () => optionsOf({ text: 'tier', of: tier as NonNullable<typeof tier> }, dice, FIGURE, branch),
    ],
    [bands === null ? 0 : 2, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
    [1, () => hitsOf(formulas, FIGURE, branch)],
    [2, () => firstOf(formulas, FIGURE, branch)],
    [2, () => datedOf(dice, branch, branch)],
  ])();
}

const fixed = (dice: Dice, unit: string): string =>
  `${dice.pick(['1_200', '500', '2_300.50', '0', '3_500'])}[${unit}]`;

/** Any formula of money, kept from 0 up and brought to whole minor units. */
function anyAmount(formulas: Formulas): string {
  const { dice } = formulas;
  const step = dice.pick(['0.01', '1', '50', '0.05', '100']);
  return `round(clamp(${formulas.anchored(MONEY, 2)}, 0, ${dice.pick(['3_000', '6_000', '1_234.56'])}), ${step}, ${dice.pick(ROUNDING_MODES)})`;
}

function converted(formulas: Formulas, per: 'semester' | 'month' | 'event'): string {
  const factor = { semester: ' / 2[semester/year]', month: ' / 12[month/year]', event: ' * 1[year]' }[per];
  return `round(clamp(${formulas.anchored(MONEY, 1)}, 0, 9_000)${factor}, 0.01, ${formulas.dice.pick(ROUNDING_MODES)})`;
}
