import { draftCategories, draftVetoes, LISTS } from './categories.js';
import { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { draftFacts } from './facts.js';
import { draftFigures } from './figures.js';
import { Formulas, POINT } from './formulas.js';
import { type ChoiceName, type Names, NO_NAMES, together } from './names.js';
import { draftProgrammes } from './programmes.js';
import { draftScore } from './score.js';
import { draftTables } from './tables.js';

const TIERS = ['top', 'high', 'middle', 'low', 'least_aid'];
const CUTS = [
  '55',
  '40',
  '33.5',
  '30',
  '24.5',
  '20',
  '18',
  '15',
  '12.5',
  '10',
  '25/3',
  '7',
  '5',
  '2.5',
  '1',
  '0',
  '-2',
];

/**
 * A random rule file that uses every construct there is, valid by construction: names are written only where they
 * have a value, units agree, divisors cannot be 0. The same seed and size give the same text.
 */
export function draftRuleFile(seed: number, size: number): DraftFile {
  const dice = new Dice(seed);
  const tiers = dice.some(TIERS, 1, 5).sort((a, b) => TIERS.indexOf(a) - TIERS.indexOf(b));
  const tierChoice = (name: string): ChoiceName => ({
    name,
    choice: 'tier',
    options: ['not_recognised', ...tiers],
    ordered: true,
  });
  const facts = draftFacts(dice.fork(), size);
  const tables = draftTables(
    dice.fork(),
    dice.whole(0, 3),
    [...facts.names.choices, tierChoice('tier')].filter(
      (c, i, all) => all.findIndex((d) => d.choice === c.choice) === i,
    ),
  );
  const plainNames: Names = { ...facts.names, tables: tables.names };
  const listed = draftCategories(dice.fork(), dice.whole(0, 2), 'listed', tiers, null);
  const figures = draftFigures(
    dice.fork(),
    dice.whole(1, 1 + (size >> 1)),
    'g',
    together(plainNames, listed.names),
  );
  const derived = draftCategories(
    dice.fork(),
    dice.whole(0, 2),
    'derived',
    tiers,
    together(plainNames, figures.names),
  );
  const early = together(plainNames, listed.names, figures.names, derived.names);
  const score = draftScore(dice.fork(), size, early, facts.quiet);

  const scored = together(early, {
    ...NO_NAMES,
    numbers: [{ name: 'score', unit: POINT, near: ['0', '5', '10', '20', '30', '7.5'], positive: false }],
    choices: [tierChoice('score_tier')],
  });
  const lateFigures = draftFigures(dice.fork(), dice.chance(25) ? 1 : 0, 'late', scored);
  const byScore = draftCategories(
    dice.fork(),
    dice.whole(0, 2),
    'poor',
    tiers,
    together(scored, lateFigures.names),
  );
  const late = together(scored, lateFigures.names, byScore.names);
  const vetoes = draftVetoes(
    dice.fork(),
    dice.weighted([
      [4, 0],
      [4, 1],
      [2, 2],
    ]),
    tiers,
    early,
    late,
  );
  const decided = together(late, { ...NO_NAMES, choices: [tierChoice('tier')] });
  const programmes = draftProgrammes(dice.fork(), dice.whole(0, 3), decided, plainNames);

  return {
    format: plain(1),
    scheme: 'xx-random',
    edition: `seed-${seed}`,
    title: '随机规则',
    standing: 'illustrative',
    status: 'draft',
    effective: { from: plain('2025-09-01') },
    published: plain('2025-08-01'),
    units: ['semester'],
    choices: facts.choices,
    facts: facts.facts,
    tables: tables.tables,
    figures: { ...figures.figures, ...lateFigures.figures },
    lists: LISTS,
    categories: { ...listed.categories, ...derived.categories, ...byScore.categories },
    score,
    tiers: draftTiers(dice.fork(), tiers),
    vetoes,
    scope: draftScope(dice.fork(), early, late),
    programmes,
  };
}

function draftTiers(dice: Dice, tiers: readonly string[]): Draft {
  const cuts = dice.some(CUTS, tiers.length, tiers.length).sort((a, b) => CUTS.indexOf(a) - CUTS.indexOf(b));
  return tiers.map((id, i) => ({ id, from: plain(cuts[i] as string) }));
}

/** Mostly true, so that most students are in scope. */
function draftScope(dice: Dice, early: Names, late: Names): DraftFile {
  const scope: Record<string, Draft> = {};
  for (
    let i = 0;
    i <
    dice.weighted([
      [5, 0],
      [4, 1],
      [2, 2],
    ]);
    i += 1
  ) {
    const formulas = new Formulas(dice, dice.chance(20) ? late : early);
    scope[`within${i}`] = {
      is: dice.chance(60)
        ? `${formulas.flag(0)} or ${formulas.flag(0)} or ${formulas.flag(0)}`
        : formulas.flag(1),
    };
  }
  return scope;
}
