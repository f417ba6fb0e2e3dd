import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { choiceFact, codeFact, dateFact, flagFact, type Made, numberFact, OPTIONS } from './fact-kinds.js';
import { Formulas } from './formulas.js';
import { type ChoiceName, type Names, NO_NAMES, together, type Values } from './names.js';
import { draftPeople } from './people.js';

export interface FactsDraft {
  readonly choices: DraftFile;
  readonly facts: DraftFile;
  /** Facts that anything may read. */
  readonly names: Names;
  /** Facts that give no points while they are not known: only plain parts that cannot go below 0 may read them. */
  readonly quiet: Names;
}

type Mutable = { -readonly [K in keyof Values]: Values[K][number][] };
const nothing = (): Mutable => ({ numbers: [], flags: [], choices: [], dates: [], codes: [] });

type ValueKind = keyof Values;

/** Random facts of every type and unknown policy, and the choices they share. */
export function draftFacts(dice: Dice, size: number, tiers: readonly string[]): FactsDraft {
  const choices: Record<string, Draft> = {};
  const facts: Record<string, Draft> = {};
  const shared = sharedChoices(dice, choices);
  const open = nothing();
  const maybe = nothing();
  const quiet = nothing();
  const quietMaybe = nothing();
  const names = (): Names => ({ ...NO_NAMES, ...open, maybe });
  const severals: Names['severals'][number][] = [];
  const quietSeverals: Names['severals'][number][] = [];

  const policy = (known: () => Draft, hushed: boolean): DraftFile => {
    if (hushed) return { unknown: { no_points: '未评议' } };
    return dice.weighted<() => DraftFile>([
      [8, () => ({})],
      [1, () => ({ unknown: 'ask' })],
      [1, () => ({ unknown: 'block' })],
      [2, () => ({ unknown: { assume: known(), because: '未经查实' } })],
    ])();
  };
  const add = <K extends ValueKind>(kind: K, id: string, made: Made<Values[K][number]>): void => {
    const hushed = dice.chance(12) && kind !== 'codes';
    const absent = absence(dice, made.known, names());
    facts[id] = { ...made.draft, ...absent.draft, ...policy(made.known, hushed), ...aside(dice) };
    const to = hushed ? (absent.none ? quietMaybe : quiet) : absent.none ? maybe : open;
    (to[kind] as Values[K][number][]).push(made.named);
  };
  const several = (id: string): void => {
    const options = dice.some(OPTIONS, 2, 3);
    const hushed = dice.chance(25);
    facts[id] = {
      type: 'several',
      of: options,
      worse: dice.pick(['more', 'fewer', 'none']),
      ...(hushed ? { unknown: { no_points: '未评议' } } : dice.chance(15) ? { unknown: 'block' } : {}),
    };
    (hushed ? quietSeverals : severals).push({ name: id, options });
  };
  const makers: readonly (readonly [number, (id: string) => void])[] = [
    [3, (id) => add('flags', id, flagFact(dice, id))],
    [3, (id) => add('choices', id, choiceFact(dice, id, shared))],
    [
      5,
      (id) => add('numbers', id, numberFact(dice, id, dice.chance(85) ? 'small' : 'large', dice.chance(50))),
    ],
    [4, (id) => add('dates', id, dateFact(dice, id, dice.chance(82) ? 'small' : 'large'))],
    [3, (id) => add('codes', id, codeFact(dice, id))],
    [3, several],
  ];
  const count = dice.whole(3, 4 + size);
  for (let i = 0; i < count; i += 1) {
    if (i === 0) makers[2]?.[1]('f0');
    else if (i === 1) makers[1]?.[1]('f1');
    else dice.weighted(makers)(`f${i}`);
  }
  if (tiers.length > 0) {
    const id = 'advised';
    choices.degree = { of: dice.shuffled(tiers), ordered: plain('true') };
    facts[id] = { type: 'choice', of: 'degree', worse: 'none' };
    open.choices.push({
      name: id,
      choice: 'degree',
      options: (choices.degree as { of: string[] }).of,
      ordered: true,
    });
  }
  enrolled(dice, facts, open);
  const people = dice.chance(65) ? [draftPeople(dice, 'family', shared)] : [];
  for (const one of people) facts.family = one.draft;
  return {
    choices,
    facts,
    names: together({ ...names(), severals }, ...people.map((one) => one.names)),
    quiet: { ...NO_NAMES, ...quiet, maybe: quietMaybe, severals: quietSeverals },
  };
}

function sharedChoices(dice: Dice, choices: Record<string, Draft>): ChoiceName[] {
  return dice.times(dice.whole(1, 2), (i) => {
    const options = dice.some(OPTIONS, 2, 4);
    const ordered = dice.chance(60);
    choices[`scale${i}`] = { of: options, ...(ordered ? { ordered: plain('true') } : {}) };
    return { name: '', choice: `scale${i}`, options, ordered };
  });
}

interface Absence {
  readonly draft: DraftFile;
  /** Formulas have to say what holds where it is none. */
  readonly none: boolean;
}

const plainly = (): Absence => ({ draft: {}, none: false });

/** Whether a fact can be known not to exist, and what it then counts as. */
function absence(dice: Dice, known: () => Draft, names: Names): Absence {
  const onlyIf = () => ({ only_if: new Formulas(dice, names).flag(1) });
  const condition = hasAny(names) ? 1 : 0;
  return dice.weighted<() => Absence>([
    [12, plainly],
    [3, () => ({ draft: { none: 'allowed' }, none: true })],
    [2, () => ({ draft: { none: known() }, none: false })],
    [2 * condition, () => ({ draft: { ...onlyIf(), none: known() }, none: false })],
    [2 * condition, () => ({ draft: onlyIf(), none: true })],
    [condition, () => ({ draft: { ...onlyIf(), none: 'allowed' }, none: true })],
  ])();
}

const hasAny = ({ numbers, flags, choices }: Names): boolean =>
  numbers.length + flags.length + choices.length > 0;

/** Who may state a fact, and the papers it rests on. */
function aside(dice: Dice): DraftFile {
  if (dice.chance(6)) return { by: ['visit'] };
  return dice.chance(8)
    ? { evidence: { any_of: dice.some(['card', 'letter'], 1, 2), missing: dice.pick(['ask', 'note']) } }
    : {};
}

const STAGES = ['primary', 'junior', 'senior'];

/** Facts that the enrolment says. */
function enrolled(dice: Dice, facts: Record<string, Draft>, open: Mutable): void {
  if (dice.chance(35)) {
    facts.stage = {
      type: 'choice',
      of: STAGES,
      origin: 'enrolment',
      unknown: dice.pick(['block', 'ask']),
      worse: 'none',
    };
    open.choices.push({ name: 'stage', choice: 'stage', options: STAGES, ordered: false });
  }
  if (dice.chance(20)) {
    facts.boarder = { type: 'flag', origin: 'enrolment', worse: 'none' };
    open.flags.push('boarder');
  }
  if (dice.chance(15)) {
    facts.grade = {
      type: 'number',
      unit: 'year',
      range: [plain(1), plain(6)],
      origin: 'enrolment',
      worse: 'none',
    };
    open.numbers.push({ name: 'grade', unit: 'year', near: ['1', '3', '6'], positive: true, whole: [1, 6] });
  }
}
