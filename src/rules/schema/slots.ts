import * as z from 'zod';
import { parseCivilDate } from '../../value/index.js';

/**
 * The kinds of scalar a rule file has. Every slot reads the source text of its scalar, so `0.10`, `2023` and `NO`
 * arrive unharmed; `slot` tells the JSON Schema for editors what YAML makes of them. A slot's message is the
 * code of the issue it gives.
 */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9_]*)(?:\.[0-9]+)?%?$/;
const FRACTION = /^-?[1-9][0-9_]*\/[1-9][0-9_]*$/;

export const numberSlot = () =>
  z
    .string()
    .refine(
      (text) => (PLAIN_NUMBER.test(text) || FRACTION.test(text)) && text.replace(/[^0-9]/g, '').length <= 40,
      'rules.number',
    )
    .meta({ slot: 'number' });
export const integerSlot = () =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, 'rules.number')
    .meta({ slot: 'integer' });
export const flagSlot = () => z.enum(['true', 'false']).meta({ slot: 'flag' });
export const dateSlot = () =>
  z
    .string()
    .refine((text) => parseCivilDate(text) !== null, 'rules.date')
    .meta({ slot: 'date' });
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
