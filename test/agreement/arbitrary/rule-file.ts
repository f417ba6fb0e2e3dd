import { draftParameters, draftSchedules } from './by-date.js';
import { draftCategories, draftVetoes, LISTS } from './categories.js';
import { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { draftFacts } from './facts.js';
import { draftFigures } from './figures.js';
import { Formulas, POINT } from './formulas.js';
import { mayPick } from './many.js';
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

/** What a scheme ends in: tiers by score, by conditions or by a formula; programmes alone; or outputs. */
type End = 'score' | 'conditions' | 'formula' | 'programmes' | 'outputs';

/**
 * A random rule file that uses every construct there is, valid by construction: names are written only where they
 * have a value, units agree, divisors cannot be 0. The same seed and size give the same text.
 */
export function draftRuleFile(seed: number, size: number): DraftFile {
  const dice = new Dice(seed);
  const end = dice.weighted<End>([
    [66, 'score'],
    [9, 'conditions'],
    [9, 'formula'],
    [6, 'programmes'],
    [16, 'outputs'],
  ]);
  const scored = end === 'score' || dice.chance(50);
  const tiers =
    end === 'programmes' || end === 'outputs'
      ? []
      : dice.some(TIERS, end === 'formula' ? 2 : 1, 5).sort((a, b) => TIERS.indexOf(a) - TIERS.indexOf(b));
  const tierChoice = (name: string): ChoiceName[] =>
    tiers.length === 0
      ? []
      : [{ name, choice: 'tier', options: ['not_recognised', ...[...tiers].reverse()], ordered: true }];
  const facts = draftFacts(
    dice.fork(),
    size,
    end === 'formula' || (tiers.length > 1 && dice.chance(30)) ? tiers : [],
  );
  const choices = [...facts.names.choices, ...tierChoice('tier')].filter(
    (c, i, all) => all.findIndex((d) => d.choice === c.choice) === i,
  );
  const codes = facts.names.codes.length + facts.names.maybe.codes.length > 0;
  const open = dice.pick(['table', 'parameter'] as const);
  const tables = draftTables(dice.fork(), dice.whole(codes ? 1 : 0, 4), choices, codes, open === 'table');
  const parameters = draftParameters(dice.fork(), dice.whole(0, 2), open === 'parameter');
  const schedules = draftSchedules(
    dice.fork(),
    dice.chance(65) ? 1 : 0,
    choices.filter(({ choice }) => choice !== 'tier'),
  );
  const plainNames: Names = together(facts.names, {
    ...NO_NAMES,
    tables: tables.names,
    numbers: parameters.numbers,
    parameters: parameters.dated,
    schedules: schedules.names,
  });
  const listed = draftCategories(dice.fork(), dice.whole(0, 2), 'listed', tiers, null, true);
  const figures = draftFigures(
    dice.fork(),
    dice.whole(2, 3 + (size >> 1)),
    'g',
    together(plainNames, listed.names),
  );
  const derived = draftCategories(
    dice.fork(),
    dice.whole(0, 2),
    'derived',
    tiers,
    together(plainNames, figures.names),
    true,
  );
  const early = together(plainNames, listed.names, figures.names, derived.names);
  const score = scored
    ? draftScore(dice.fork(), size, early, facts.quiet, [...listed.pointed, ...derived.pointed])
    : null;

  const read = together(early, {
    ...NO_NAMES,
    numbers:
      score === null
        ? []
        : [
            { name: 'score', unit: POINT, near: ['0', '5', '10', '20', '30', '7.5'], positive: false },
            ...dice.some(score.parts, 0, 4),
          ],
  });
  const tiered = draftTiers(dice.fork(), end, tiers, read);
  const standing = together(read, { ...NO_NAMES, choices: tierChoice('score_tier') });
  const lateFigures = draftFigures(dice.fork(), dice.whole(0, 1), 'late', standing);
  const byScore =
    tiers.length === 0
      ? { categories: {}, names: NO_NAMES }
      : draftCategories(
          dice.fork(),
          dice.whole(0, 2),
          'poor',
          tiers,
          together(standing, lateFigures.names),
          false,
        );
  const late = together(standing, lateFigures.names, byScore.names);
  const vetoes = draftVetoes(
    dice.fork(),
    tiers.length === 0
      ? 0
      : dice.weighted([
          [3, 0],
          [5, 1],
          [3, 2],
        ]),
    tiers,
    early,
    late,
    end === 'score',
  );
  const decided = together(late, { ...NO_NAMES, choices: tierChoice('tier') });
  const programmes =
    end === 'outputs'
      ? {}
      : draftProgrammes(dice.fork(), dice.whole(end === 'programmes' ? 1 : 0, 3), decided, plainNames);
  const reported = [...figures.reported, ...lateFigures.reported];
  const outputs = draftOutputs(dice, end, reported);

  return {
    format: plain(1),
    scheme: 'xx-random',
    edition: `seed-${seed}`,
    title: '随机规则',
    standing: 'illustrative',
    status: 'draft',
    effective: { from: plain('2025-09-01') },
    published: plain('2025-08-01'),
    dates: {
      month_end: dice.pick(['last_day', 'next_first']),
      leap_birthday: dice.pick(['02-28', '03-01']),
    },
    units: ['semester'],
    choices: facts.choices,
    facts: facts.facts,
    parameters: parameters.parameters,
    tables: tables.tables,
    schedules: schedules.schedules,
    figures: {
      ...figures.figures,
      ...lateFigures.figures,
      // A scheme that decides nothing is none.
      ...(end === 'outputs' && reported.length === 0 ? { whole: '1[point]' } : {}),
    },
    evidence: { card: {}, letter: { valid: dice.pick(['6 months', '60 days', '1 year']) } },
    lists: LISTS,
    categories: { ...listed.categories, ...derived.categories, ...byScore.categories },
    ...(score === null ? {} : { score: score.score }),
    ...(tiers.length === 0 ? {} : { tiers: tiered }),
    vetoes,
    scope: draftScope(dice.fork(), early, late),
    programmes,
    ...outputs,
  };
}

function draftOutputs(dice: Dice, end: End, reported: readonly string[]): DraftFile {
  if (end === 'outputs') return { outputs: reported.length === 0 ? ['whole'] : dice.some(reported, 1, 3) };
  return reported.length > 0 && dice.chance(30) ? { outputs: dice.some(reported, 1, 2) } : {};
}

function draftTiers(dice: Dice, end: End, tiers: readonly string[], names: Names): Draft {
  if (end === 'conditions') {
    const formulas = new Formulas(dice, names);
    return tiers.map((id) => ({ id, when: formulas.flag(dice.whole(0, 1)) }));
  }
  if (end === 'formula') return { of: tierFormula(dice, names), list: tiers.map((id) => ({ id })) };
  const cuts = dice.some(CUTS, tiers.length, tiers.length).sort((a, b) => CUTS.indexOf(a) - CUTS.indexOf(b));
  return tiers.map((id, i) => ({ id, from: plain(cuts[i] as string) }));
}

/** A choice of which every option is a tier; it may be none. */
function tierFormula(dice: Dice, names: Names): string {
  const formulas = new Formulas(dice, names);
  const degrees = [...names.choices, ...names.maybe.choices].filter(({ choice }) => choice === 'degree');
  const one = dice.pick(degrees);
  return dice.weighted<() => string>([
    [2, () => one.name],
    [3, () => `(if ${formulas.flag(1)} then ${one.name} else ${dice.pick(one.options)})`],
    [2, () => `(if ${formulas.flag(1)} then ${one.name} else none)`],
    [3, () => mayPick(formulas, one)],
  ])();
}

/** Mostly true, so that most students are in scope. */
function draftScope(dice: Dice, early: Names, late: Names): DraftFile {
  const scope: Record<string, Draft> = {};
  const count = dice.weighted([
    [5, 0],
    [4, 1],
    [1, 2],
  ]);
  for (let i = 0; i < count; i += 1) {
    const formulas = new Formulas(dice, dice.chance(20) ? late : early);
    scope[`within${i}`] = {
      is: dice.chance(60)
        ? `${formulas.flag(0)} or ${formulas.flag(0)} or ${formulas.flag(0)}`
        : formulas.flag(1),
    };
  }
  return scope;
}
