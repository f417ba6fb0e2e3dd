import { ROUNDING_MODES } from '../../../src/value/index.js';
import { SPANS } from './days.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { Formulas, POINT } from './formulas.js';
import { type Names, NO_NAMES, type NumberName, valuesTogether } from './names.js';
import { banded, bandsOf, firstOf, hitsOf, optionsOf, PART, topOf } from './values.js';

export interface ScoreDraft {
  readonly score: DraftFile;
  /** Parts that may be read by their path: none that rests on what gives no points. */
  readonly parts: readonly NumberName[];
}

/** What a path of a part is, for routes and for formulas. */
interface Found {
  readonly path: string;
  readonly quiet: boolean;
}

/** The score: parts of every kind, nested, with conditions, bounds, weights and roundings, and routes beside it. */
export function draftScore(
  dice: Dice,
  size: number,
  names: Names,
  quiet: Names,
  pointed: readonly string[],
): ScoreDraft {
  const making = new Parts(dice, names, quiet, pointed);
  const routed = dice.chance(30);
  const around = bounds(dice, routed ? 60 : 20);
  const parts = making.parts(dice.whole(2, 3 + (size >> 1)), 2, '', turns(around));
  const take = dice.chance(15) ? { take: dice.pick(['sum', 'best', 'least']) } : {};
  const routes = routed ? { routes: draftRoutes(dice, names, making.found) } : {};
  const readable = making.found
    .filter((one) => !making.found.some((other) => other.quiet && within(other.path, one.path)))
    .map(
      ({ path }): NumberName => ({
        name: `score.${path}`,
        unit: POINT,
        near: ['0', '5', '10'],
        positive: false,
      }),
    );
  return { score: { ...take, ...around, parts, ...routes }, parts: readable };
}

const within = (part: string, section: string): boolean => part === section || part.startsWith(`${section}.`);

/** Ways beside the ordinary one: a base, and the points of some parts. */
function draftRoutes(dice: Dice, names: Names, found: readonly Found[]): Draft {
  return dice.times(dice.whole(1, 2), (i) => {
    const counts: string[] = [];
    for (const { path } of dice.shuffled(found))
      if (counts.length < 2 && !counts.some((one) => within(one, path) || within(path, one)))
        counts.push(path);
    return {
      id: `route${i}`,
      when: new Formulas(dice, names).flag(1),
      base: plain(dice.pick(['0', '10', '22.5', '-3', '40'])),
      counts: counts.slice(0, dice.whole(0, 2)),
      against_ordinary: dice.pick(['instead', 'best']),
    };
  });
}

function bounds(dice: Dice, percent: number): DraftFile {
  const least = dice.chance(percent / 2)
    ? { at_least: plain(dice.pick(['0', '2', '-5', '0.5', '-1/2'])) }
    : {};
  const most = dice.chance(percent)
    ? { at_most: plain(dice.pick(['5', '12', '20.5', '40', '25/2', '60'])) }
    : {};
  const weight = dice.chance(percent)
    ? { weight: plain(dice.pick(['30%', '0.5', '2', '2/3', '70%', '1/7', '1.5', '-1'])) }
    : {};
  return settled(dice, { ...least, ...most, ...weight }, false);
}

/** With a rounding where points could stay a quotient, and sometimes besides. */
function settled(dice: Dice, part: DraftFile, quotient: boolean): DraftFile {
  const { weight } = part as { readonly weight?: { readonly text: string } };
  const needs = quotient || weight?.text.includes('/') === true;
  if (part.round !== undefined || !(needs || dice.chance(8))) return part;
  return {
    ...part,
    round: { step: plain(dice.pick(['0.01', '0.5', '1', '0.1'])), mode: dice.pick(ROUNDING_MODES) },
  };
}

const turns = ({ weight }: { readonly weight?: Draft }): boolean =>
  (weight as { readonly text: string } | undefined)?.text.startsWith('-') === true;

const isSomething = (names: Names): boolean =>
  [names, names.maybe].some(
    ({ numbers, flags, choices, dates }) => numbers.length + flags.length + choices.length + dates.length > 0,
  ) || names.severals.length > 0;

class Parts {
  readonly found: Found[] = [];
  private readonly dice: Dice;
  private readonly names: Names;
  private readonly quiet: Names;
  private readonly pointed: readonly string[];

  constructor(dice: Dice, names: Names, quiet: Names, pointed: readonly string[]) {
    this.dice = dice;
    this.names = names;
    this.quiet = quiet;
    this.pointed = pointed;
  }

  /** `turned`: a weight below 0 stands around, so that what gives no points could hurt. */
  parts(count: number, depth: number, around: string, turned: boolean): DraftFile {
    const { dice, names } = this;
    const parts: Record<string, Draft> = {};
    for (let i = 0; i < count; i += 1) {
      const id = `p${i}`;
      const path = around === '' ? id : `${around}.${id}`;
      if (depth > 0 && dice.chance(25)) {
        this.found.push({ path, quiet: false });
        const bound = bounds(dice, 45);
        parts[id] = {
          ...dice.weighted<DraftFile>([
            [2, {}],
            [1, { take: 'sum' }],
            [2, { take: 'best' }],
            [2, { take: 'least' }],
          ]),
          ...(dice.chance(25) ? { when: new Formulas(dice, names).flag(1) } : {}),
          ...bound,
          ...this.papers(14),
          parts: this.parts(dice.whole(1, 3), depth - 1, path, turned || turns(bound)),
        };
        continue;
      }
      const hushed = !turned && isSomething(this.quiet) && dice.chance(25);
      this.found.push({ path, quiet: hushed });
      parts[id] = hushed ? this.quietPart() : this.leaf();
    }
    return parts;
  }

  private papers(percent: number): DraftFile {
    const { dice } = this;
    if (!dice.chance(percent)) return {};
    return { evidence: { any_of: dice.some(['card', 'letter'], 1, 2), missing: dice.pick(['ask', 'note']) } };
  }

  private leaf(): DraftFile {
    const { dice, names } = this;
    const formulas = new Formulas(dice, names);
    const branch = () =>
      dice.chance(20) ? `-${formulas.literal(POINT)}` : formulas.number(POINT, dice.chance(20) ? 1 : 0);
    const bands = banded(formulas);
    const events = [...names.dates, ...names.maybe.dates];
    const value = dice.weighted<() => DraftFile>([
      [2, () => ({ points: formulas.literal(POINT), when: formulas.flag(2) })],
      [2, () => ({ points: formulas.number(POINT, 2) })],
      [2, () => ({ points: formulas.rounded(formulas.anchored(POINT, 1), POINT) })],
      [names.choices.length > 0 ? 3 : 0, () => optionsOf(formulas.choice(1), dice, PART, branch)],
      [bands === null ? 0 : 4, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, branch)],
      [3, () => hitsOf(formulas, PART, branch)],
      [2, () => topOf(formulas, PART, branch)],
      [2, () => firstOf(formulas, PART, branch)],
      [names.severals.length > 0 ? 7 : 0, () => several(dice, names, branch)],
      [this.eachOf(formulas).length > 0 ? 3 : 0, () => this.each(formulas)],
      [events.length > 0 ? 8 : 0, () => recent(dice, dice.pick(events).name, branch)],
      [this.pointed.length > 0 ? 4 : 0, () => this.categories()],
      [4, () => this.discretion()],
    ])();
    const when = 'when' in value || !dice.chance(20) ? {} : { when: formulas.flag(1) };
    const part = { ...when, ...value, ...bounds(dice, 15), ...this.papers(14) };
    return settled(dice, part, formulas.isQuotient(JSON.stringify(value)));
  }

  /** Numbers to give so many points for each of: with their units. */
  private eachOf({ names }: Formulas): readonly string[] {
    return [
      ...names.numbers.filter((one) => one.quotient !== true).map(({ name }) => name),
      ...names.severals.map(({ name }) => `count(${name})`),
      ...names.people.map(({ name }) => `count(${name})`),
      ...names.dates.map(({ name }) => `age(${name}, as_of)`),
    ];
  }

  private each(formulas: Formulas): DraftFile {
    const { dice } = this;
    return {
      each: dice.pick(['2', '8', '0.5', '-1']),
      of: dice.pick(this.eachOf(formulas)),
      at_most: plain(30),
    };
  }

  private categories(): DraftFile {
    const { dice, pointed } = this;
    return {
      categories: dice.pick(['best', 'sum', 'least']),
      ...(dice.chance(60) ? { only: dice.some(pointed, 1, 2) } : {}),
    };
  }

  private discretion(): DraftFile {
    const { dice } = this;
    const [low, high, step] = dice.pick([
      ['0', '4', '2'],
      ['0', '15', '5'],
      ['0', '40', '20'],
      ['-2', '2', '1'],
      ['1', '2', '0.5'],
    ]) as [string, string, string];
    return {
      discretion: [plain(low), plain(high)],
      step: plain(step),
      by: ['teacher'],
      ...(dice.chance(40) ? { needs: dice.some(['reason', 'evidence'], 1, 2) } : {}),
      undecided: dice.chance(50) ? 'ask' : plain(0),
    };
  }

  /** A plain part that reads facts which give no points while they are not known: it cannot go below 0. */
  private quietPart(): DraftFile {
    const { dice, names, quiet } = this;
    const hushed = new Formulas(dice, quiet);
    const both = new Formulas(dice, {
      ...names,
      flags: [...names.flags, ...quiet.flags],
      choices: [...names.choices, ...quiet.choices],
      severals: [...names.severals, ...quiet.severals],
      dates: [...names.dates, ...quiet.dates],
      maybe: valuesTogether(names.maybe, quiet.maybe),
    });
    const events = [...quiet.dates, ...quiet.maybe.dates];
    const points = () => hushed.literal(POINT);
    const numbers = quiet.numbers.filter(
      (one) => one.unit === POINT && !one.near.some((cut) => cut.startsWith('-')),
    );
    const bands = banded(hushed);
    const mixed = (): string => (dice.chance(50) ? both.flag(1) : hushed.flag(1));
    const value = dice.weighted<() => DraftFile>([
      [2, () => ({ when: mixed(), points: points() })],
      [
        numbers.length > 0 ? 3 : 0,
        () => ({
          points: dice.pick([
            (x: string) => x,
            (x: string) => `${x} * 1.5`,
            (x: string) => `round(${x} / 3, 0.5, half_even)`,
          ])(dice.pick(numbers).name),
        }),
      ],
      [
        quiet.choices.length > 0 ? 3 : 0,
        () =>
          optionsOf(
            new Formulas(dice, { ...NO_NAMES, choices: quiet.choices }).choice(0),
            dice,
            PART,
            points,
          ),
      ],
      [bands === null ? 0 : 3, () => bandsOf(bands?.of ?? '', bands?.near ?? [], dice, points)],
      [quiet.severals.length > 0 ? 4 : 0, () => several(dice, quiet, points)],
      [events.length > 0 ? 4 : 0, () => recent(dice, dice.pick(events).name, points)],
      [2, () => ({ best_of: dice.times(dice.whole(1, 3), () => ({ when: mixed(), points: points() })) })],
      [1, () => ({ sum_of: dice.times(dice.whole(1, 3), () => ({ when: mixed(), points: points() })) })],
      [1, () => ({ first: [{ when: mixed(), points: points() }, { otherwise: points() }] })],
    ])();
    const most = dice.chance(30) ? { at_most: plain(dice.pick(['3', '8', '15'])) } : {};
    const least = dice.chance(15) ? { at_least: plain('2') } : {};
    const weight = dice.chance(20) ? { weight: plain(dice.pick(['50%', '2', '2/3'])) } : {};
    return settled(
      dice,
      { ...value, ...most, ...least, ...weight },
      hushed.isQuotient(JSON.stringify(value)) || both.isQuotient(JSON.stringify(value)),
    );
  }
}

/** Points of the options that hold, all of them said or the rest under `otherwise`. */
function several(dice: Dice, names: Names, branch: () => string): DraftFile {
  const { name, options } = dice.pick(names.severals);
  const total = dice.chance(60);
  const said = total ? options : dice.some(options, 1, options.length - 1);
  return {
    several: name,
    options: Object.fromEntries(said.map((option) => [option, branch()])),
    ...(dice.chance(60) ? { take: dice.pick(['sum', 'best', 'least']) } : {}),
    ...(total ? {} : { otherwise: branch() }),
  };
}

/** Points by how long ago something was. */
function recent(dice: Dice, of: string, branch: () => string): DraftFile {
  // Of each kind of length one, the shortest first: they never cross.
  const lengths = dice.some(SPANS, 1, 3).sort((a, b) => SPANS.indexOf(a) - SPANS.indexOf(b));
  const spans = lengths.map((length) =>
    length === SPANS[0]
      ? dice.pick(['7 days', '1 week'])
      : length === SPANS[1]
        ? dice.pick(['2 months', '6 months'])
        : dice.pick(['1 year', '12 months', '18 years']),
  );
  const edge = dice.pick(['up_to', 'below', 'bands'] as const);
  if (edge !== 'bands')
    return {
      recent: of,
      [edge]: Object.fromEntries(spans.map((span) => [span, branch()])),
      otherwise: branch(),
    };
  const bands = spans.flatMap((span): Draft[] =>
    dice.pick([['below'], ['up_to'], ['below', 'up_to']]).map((end) => ({ [end]: span, is: branch() })),
  );
  return { recent: of, bands, otherwise: branch() };
}
