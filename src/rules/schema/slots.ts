import * as z from 'zod';
import { parseCivilDate } from '../../value/index.js';
import { LIMITS } from '../limits.js';
import { parseSpan } from '../span.js';

/**
 * The kinds of scalar a rule file has. Every slot reads the source text of its scalar, so `0.10`, `2023` and `NO`
 * arrive unharmed; `slot` tells the JSON Schema for editors what YAML makes of them. A slot's message is the
 * code of the issue it gives.
 */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9_]*)(?:\.[0-9]+)?%?$/;
const FRACTION = /^-?[1-9][0-9_]*\/[1-9][0-9_]*$/;

/** Whether a scalar's text is a number of a rule file: decimal, with `_` and `%`, or a fraction of whole numbers. */
export const isNumber = (text: string): boolean =>
  (PLAIN_NUMBER.test(text) || FRACTION.test(text)) &&
  text.replace(/[^0-9]/g, '').length <= LIMITS.numberDigits;

/** Ends the reading of a slot, so that in a union all that could stand there is weighed, words too. */
const stop = (error: string) => ({ error, abort: true });

export const numberSlot = () => z.string().refine(isNumber, stop('rules.number')).meta({ slot: 'number' });
/** A number of a cell, or the flag or option that stands there; which of them a table asks for is seen when it is expanded. */
export const cellSlot = () =>
  z
    .string()
    .refine((text) => isNumber(text) || /^[a-z][a-z0-9_]{0,47}$/.test(text), stop('rules.number'))
    .meta({ slot: 'cell' });
export const integerSlot = () =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, 'rules.number')
    .meta({ slot: 'integer' });
export const flagSlot = () => z.enum(['true', 'false']).meta({ slot: 'flag' });
export const dateSlot = () =>
  z
    .string()
    .refine((text) => parseCivilDate(text) !== null, stop('rules.date'))
    .meta({ slot: 'date' });
/** A length of time, such as `6 months`, `1 year`, `60 days`. */
export const spanSlot = () =>
  z
    .string()
    .refine((text) => parseSpan(text) !== null, 'rules.span')
    .meta({ slot: 'span' });
/** A day that every year has, `MM-DD`. */
export const yearDaySlot = () =>
  z
    .string()
    .refine((text) => parseCivilDate(`2001-${text}`) !== null, 'rules.yearDay')
    .meta({ slot: 'yearDay' });
export const idSlot = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,47}$/, 'rules.id')
    .meta({ slot: 'id' });
/** Schemes and editions may begin with a digit and hold `-`. */
export const labelSlot = () =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'rules.id')
    .meta({ slot: 'label' });
/** A part of the score by its dotted ids, `parts` left out. */
export const partPathSlot = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,47}(?:\.[a-z][a-z0-9_]{0,47}){0,15}$/, 'rules.id')
    .meta({ slot: 'partPath' });
/** The text of a table's key: an option, a flag, a whole number or a code. */
export const keySlot = () =>
  z
    .string()
    .regex(/^[^\s,"'{}[\]]{1,64}$/, 'rules.rowKey')
    .meta({ slot: 'key' });
/** The type of a table's key: `flag`, `code`, a choice by name, or whole numbers such as `2..6` and `0..17+`. */
export const keyTypeSlot = () =>
  z
    .string()
    .regex(/^(?:[a-z][a-z0-9_]{0,47}|-?[0-9]{1,6}\.\.-?[0-9]{1,6}\+?)$/, 'rules.keyType')
    .meta({ slot: 'keyType' });
/** A CSV table beside the edition, by its plain name. */
export const fileSlot = () =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\.csv$/, 'rules.fileName')
    .meta({ slot: 'file' });
export const textSlot = () => z.string().min(1).max(2_000).meta({ slot: 'text' });
export const formulaSlot = () => z.string().min(1).meta({ slot: 'formula' });
export const unitSlot = () => z.string().min(1).max(60).meta({ slot: 'unit' });

export const wordsSlot = () =>
  z.union([textSlot(), z.strictObject({ zh: textSlot(), en: textSlot().optional() })]);
export const sourceSlot = () =>
  z.union([
    idSlot(),
    z.strictObject({ in: idSlot(), at: textSlot().optional(), checked: dateSlot().optional() }),
  ]);

/** What may stand on anything a person reads or checks. */
export const about = () => ({ title: wordsSlot().optional(), source: sourceSlot().optional() });

/** A mapping of exactly one member, such as `{ size: 2..6 }`. */
export const onlyOne = <T extends z.ZodType>(of: T) =>
  z.record(idSlot(), of).refine((written) => Object.keys(written).length === 1, {
    error: 'rules.count',
    params: { least: '1', most: '1' },
  });

/** Papers on which something rests. */
export const evidenceSlot = () =>
  z.strictObject({ any_of: z.array(idSlot()).min(1), missing: z.enum(['ask', 'note']) });
