import * as z from 'zod';
import { figureSchemas, partSchemas } from '../constructs/index.js';
import { INSTRUMENTS, ORIGINS, PAYEES, PERIODS } from '../document.js';
import { LIMITS } from '../limits.js';
import {
  about,
  dateSlot,
  flagSlot,
  formulaSlot,
  idSlot,
  labelSlot,
  numberSlot,
  sourceSlot,
  textSlot,
  unitSlot,
  wordsSlot,
} from './slots.js';

const options = () => z.array(idSlot()).min(2).max(LIMITS.options);
const ids = <T extends z.ZodType>(of: T) => z.record(idSlot(), of);

const unknown = () =>
  z.union([
    z.enum(['ask', 'block']),
    z.strictObject({ assume: textSlot(), because: wordsSlot(), source: sourceSlot().optional() }),
    z.strictObject({ no_points: wordsSlot() }),
  ]);

const fact = () => {
  const common = {
    ...about(),
    origin: z.enum(ORIGINS).optional(),
    unknown: unknown().optional(),
    protected: sourceSlot().optional(),
  };
  return z.union([
    z.strictObject({
      type: z.literal('flag'),
      worse: z.enum(['if_true', 'if_false', 'none']).optional(),
      ...common,
    }),
    z.strictObject({
      type: z.literal('choice'),
      of: z.union([options(), idSlot()]),
      ordered: flagSlot().optional(),
      titles: ids(wordsSlot()).optional(),
      worse: z.union([z.enum(['listed', 'none']), z.array(idSlot()).min(2)]).optional(),
      ...common,
    }),
    z.strictObject({
      type: z.literal('number'),
      unit: unitSlot(),
      range: z.array(numberSlot()).length(2),
      step: numberSlot().optional(),
      worse: z.enum(['higher', 'lower', 'none']).optional(),
      ...common,
    }),
  ]);
};

const table = () =>
  z.strictObject({
    ...about(),
    unit: unitSlot(),
    keys: z
      .array(z.union([idSlot(), z.record(idSlot(), idSlot())]))
      .min(1)
      .max(LIMITS.tableKeys),
    rows: rows(),
    otherwise: numberSlot().optional(),
  });

/** Rows nest once for each key. */
const rows = (depth: number = LIMITS.tableKeys): z.ZodType =>
  z.record(idSlot(), depth === 1 ? numberSlot() : z.union([numberSlot(), rows(depth - 1)]));

const figureForm = () => figureSchemas();
const figure = () =>
  z.union([
    formulaSlot(),
    ...figureForm().map((form) => withMembers(form, { ...about(), unit: unitSlot().optional() })),
  ] as unknown as readonly [z.ZodType, z.ZodType]);

/** The same strict form with further members; a union gets them in each of its branches. */
function withMembers(form: z.ZodType, members: z.ZodRawShape): z.ZodType {
  if (form instanceof z.ZodUnion) {
    return z.union(
      form.options.map((option) => withMembers(option as z.ZodType, members)) as unknown as readonly [
        z.ZodType,
        z.ZodType,
      ],
    );
  }
  return (form as z.ZodObject).extend(members);
}

const bounds = () => ({
  at_least: numberSlot().optional(),
  at_most: numberSlot().optional(),
  weight: numberSlot().optional(),
});

/** Parts nest: the schema of a part is made once and refers to itself. */
function part(): z.ZodType {
  const members = { ...about(), ...bounds(), when: formulaSlot().optional() };
  const itself: z.ZodType = z.lazy(() => whole);
  const forms = partSchemas(itself).map((form) => withMembers(form, members));
  const whole: z.ZodType = z.union(forms as unknown as readonly [z.ZodType, z.ZodType]);
  return whole;
}

const attribute = () =>
  z.union([
    z.strictObject({ type: z.literal('flag'), title: wordsSlot().optional() }),
    z.strictObject({
      type: z.literal('choice'),
      of: z.union([options(), idSlot()]),
      title: wordsSlot().optional(),
    }),
  ]);

const amount = () =>
  z.union([formulaSlot(), z.strictObject({ unstated: wordsSlot() }), ...figureForm()] as unknown as readonly [
    z.ZodType,
    z.ZodType,
  ]);

let made: z.ZodType | undefined;

/** The schema of a rule file, as an officer writes it. Unknown keys are errors everywhere. */
export function ruleFileSchema(): z.ZodType {
  made ??= z.strictObject({
    format: z.literal('1'),
    scheme: labelSlot(),
    edition: labelSlot(),
    title: wordsSlot(),
    standing: z.enum(['official', 'illustrative']),
    status: z.enum(['draft', 'published']),
    effective: z.strictObject({ from: dateSlot(), until: dateSlot().optional() }),
    published: dateSlot(),
    sources: ids(
      z.strictObject({
        title: wordsSlot(),
        number: textSlot().optional(),
        issued: dateSlot().optional(),
        url: textSlot().optional(),
        grade: z.enum(['A', 'B', 'C', 'G']).optional(),
      }),
    ).optional(),
    units: z.array(idSlot()).optional(),
    choices: ids(
      z.strictObject({ of: options(), ordered: flagSlot().optional(), titles: ids(wordsSlot()).optional() }),
    ).optional(),
    facts: ids(fact()).optional(),
    tables: ids(table()).optional(),
    figures: ids(figure()).optional(),
    lists: ids(
      z.strictObject({ ...about(), owner: wordsSlot().optional(), attributes: ids(attribute()).optional() }),
    ).optional(),
    categories: ids(
      z.strictObject({
        ...about(),
        list: idSlot().optional(),
        row: formulaSlot().optional(),
        when: formulaSlot().optional(),
        floor: idSlot().optional(),
      }),
    ).optional(),
    score: z.strictObject({
      ...bounds(),
      take: z.enum(['sum', 'best', 'least']).optional(),
      parts: ids(part()),
    }),
    tiers: z
      .array(z.strictObject({ id: idSlot(), title: wordsSlot().optional(), from: numberSlot() }))
      .min(1)
      .max(LIMITS.tiers),
    vetoes: ids(
      z.strictObject({
        ...about(),
        when: formulaSlot(),
        unless: formulaSlot().optional(),
        effect: z.union([z.enum(['not_recognised', 'zero_score']), z.strictObject({ cap: idSlot() })]),
        against_floor: z.enum(['review', 'floor_wins']),
      }),
    ).optional(),
    scope: ids(z.strictObject({ ...about(), is: formulaSlot() })).optional(),
    programmes: ids(
      z.strictObject({
        ...about(),
        instrument: z.enum(INSTRUMENTS),
        for: formulaSlot(),
        amount: amount(),
        per: z.enum(PERIODS),
        payee: z.enum(PAYEES),
      }),
    ).optional(),
  });
  return made;
}
