import * as z from 'zod';
import { ORIGINS } from '../document.js';
import { choiceSlot, ofChoice } from './choices.js';
import {
  about,
  dateSlot,
  evidenceSlot,
  flagSlot,
  formulaSlot,
  idSlot,
  integerSlot,
  numberSlot,
  sourceSlot,
  textSlot,
  unitSlot,
  wordsSlot,
} from './slots.js';

const oneOf = <const T extends readonly string[]>(words: T) => z.enum([...words, 'none']).optional();

/** What a value of each type is, and which direction it can have; alike for facts and for attributes of people. */
const shapes = () => ({
  flag: { type: z.literal('flag'), worse: oneOf(['if_true', 'if_false']) },
  choice: {
    type: z.literal('choice'),
    of: choiceSlot(),
    ...ofChoice(),
    worse: z.union([z.enum(['listed', 'none']), z.array(idSlot()).min(2)]).optional(),
  },
  number: {
    type: z.literal('number'),
    unit: unitSlot(),
    range: z.array(numberSlot()).length(2),
    step: numberSlot().optional(),
    worse: oneOf(['higher', 'lower']),
  },
  date: {
    type: z.literal('date'),
    range: z.array(dateSlot()).length(2).optional(),
    worse: oneOf(['later', 'earlier']),
  },
  code: { type: z.literal('code'), worse: oneOf([]) },
});

/** `allowed`: known not to exist is a state of its own; a value: what it then counts as. */
const none = {
  flag: () => z.union([z.literal('allowed'), flagSlot()]).optional(),
  choice: () => idSlot().optional(),
  number: () => z.union([z.literal('allowed'), numberSlot()]).optional(),
  date: () => z.union([z.literal('allowed'), dateSlot()]).optional(),
  code: () => textSlot().optional(),
};

const policies = z.enum(['ask', 'block']);
const noPoints = () => z.strictObject({ no_points: wordsSlot() });

const unknown = () =>
  z.union([
    policies,
    z.strictObject({ assume: textSlot(), because: wordsSlot(), source: sourceSlot().optional() }),
    noPoints(),
  ]);

/** What may stand on any fact. */
const onFact = () => ({
  ...about(),
  origin: z.enum(ORIGINS).optional(),
  by: z.array(idSlot()).min(1).optional(),
  protected: sourceSlot().optional(),
  evidence: evidenceSlot().optional(),
});

/** What may be known of each person of a list. */
const attribute = () => {
  const { flag, choice, number, date, code } = shapes();
  const title = { title: wordsSlot().optional() };
  return z.discriminatedUnion('type', [
    z.strictObject({ ...flag, ...title, none: none.flag() }),
    z.strictObject({ ...choice, ...title, none: none.choice() }),
    z.strictObject({ ...number, ...title, none: none.number() }),
    z.strictObject({ ...date, ...title, none: none.date() }),
    z.strictObject({ ...code, ...title, none: none.code() }),
  ]);
};

/** What may be known of a student. */
export const fact = () => {
  const { flag, choice, number, date, code } = shapes();
  const common = { ...onFact(), only_if: formulaSlot().optional(), unknown: unknown().optional() };
  return z.discriminatedUnion('type', [
    z.strictObject({ ...flag, ...common, none: none.flag() }),
    z.strictObject({ ...choice, ...common, none: none.choice() }),
    z.strictObject({ ...number, ...common, none: none.number() }),
    z.strictObject({ ...date, ...common, none: none.date() }),
    z.strictObject({ ...code, ...common, none: none.code() }),
    // A set is empty rather than none, and has no one value to assume.
    z.strictObject({
      type: z.literal('several'),
      of: choiceSlot(),
      titles: z.record(idSlot(), wordsSlot()).optional(),
      worse: oneOf(['more', 'fewer']),
      ...onFact(),
      unknown: z.union([policies, noPoints()]).optional(),
    }),
    z.strictObject({
      type: z.literal('people'),
      size: z.array(integerSlot()).length(2),
      of: z.record(idSlot(), attribute()),
      worse: oneOf(['more', 'fewer']),
      ...onFact(),
      unknown: policies.optional(),
    }),
  ]);
};
