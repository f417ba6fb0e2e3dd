import * as z from 'zod';
import { compareDates, formatCivilDate, parseCivilDate } from '../../../value/index.js';
import { type Expression, type Reading, readings, type Type, type Wanted } from '../../formula/index.js';
import { dateSlot, formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { CheckedValue } from '../checked.js';
import {
  type Builder,
  type Expander,
  type Handle,
  type Meanings,
  type Meant,
  type Nested,
  NONE,
  type Raw,
  type ValueChecker,
} from '../contract.js';
import { extentOf } from '../extent.js';
import { filled } from '../filled.js';
import { nothingIn, settled } from '../settle.js';
import type { CheckedDated, DatedDocument } from './document.js';

const layers = (form: z.ZodType) => filled(z.record(dateSlot(), form));

/**
 * `dated: { 2003-01-01: form, … }` of a figure, given the forms that may stand in it; or `of` said once, and bands in
 * each layer. Before the first date: `before`.
 */
export const schema = (forms: readonly z.ZodType[], bands: z.ZodType) =>
  z.union([
    z.strictObject({
      dated: layers(z.union([formulaSlot(), ...forms] as unknown as readonly [z.ZodType, z.ZodType])),
      before: formulaSlot().optional(),
    }),
    z.strictObject({ of: formulaSlot(), dated: layers(bands), before: formulaSlot().optional() }),
  ]);
export const identifies = ['dated'];

export function expand(raw: Raw, to: Expander): DatedDocument {
  const each = (form: unknown): unknown => (raw.of === undefined ? form : { of: raw.of, ...(form as Raw) });
  const written = Object.entries(raw.dated as Raw).sort(([a], [b]) => (a < b ? -1 : 1));
  const document: DatedDocument = {
    kind: 'dated',
    layers: written.map(([from, form]) => ({ from, value: to.value(each(form)) })),
  };
  return raw.before === undefined ? document : { ...document, before: to.formula(String(raw.before)) };
}

/** Layers must rise, and without `before` no day in force may lie before the first. `typeOf`: of a nested form. */
export function check(
  document: DatedDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
  typeOf: (value: CheckedValue) => Type | null,
): CheckedDated | null {
  if (nothingIn(document.layers, 'layers', path, checker)) return null;
  const dates = document.layers.map(({ from }) => parseCivilDate(from));
  const broken = dates.indexOf(null);
  if (broken >= 0)
    return checker.refuse('rules.date', [...path, 'layers', broken], {
      found: document.layers[broken]?.from ?? '',
    });
  const known = dates.filter((date) => date !== null);
  for (const [i, date] of known.entries()) {
    const before = known[i - 1];
    if (before === undefined || compareDates(before, date) < 0) continue;
    return checker.refuse('rules.cutsNotIncreasing', [...path, 'layers', i], {
      cut: formatCivilDate(date),
      before: formatCivilDate(before),
    });
  }
  const [first] = known;
  if (first === undefined) return null;
  if (document.before === undefined && compareDates(first, checker.inForce.from) > 0) {
    return checker.refuse('rules.dateBeforeFirst', [...path, 'layers', 0], {
      date: formatCivilDate(first),
      from: formatCivilDate(checker.inForce.from),
    });
  }
  let type = wanted;
  const values: CheckedValue[] = [];
  for (const [i, layer] of document.layers.entries()) {
    const value = checker.value(layer.value, [...path, 'layers', i, 'value'], type);
    if (value === null) return null;
    if (type.kind === 'any' || type.kind === 'anyNumber') type = typeOf(value) ?? type;
    values.push(value);
  }
  let before: Expression | undefined;
  if (document.before !== undefined) {
    before = settled([{ text: document.before, path: [...path, 'before'] }], type, checker)?.[0];
    if (before === undefined) return null;
  }
  const extent = extentOf([
    ...values.map((value) => value.extent),
    ...(before === undefined ? [] : [before]),
  ]);
  const checked = known.map((from, i) => ({ from, value: values[i] as CheckedValue }));
  return before === undefined
    ? { kind: 'dated', layers: checked, extent }
    : { kind: 'dated', layers: checked, before, extent };
}

/** The layer in force at `as_of`. That no earlier day can be asked is proved when the file is linked. */
export function meaning(value: CheckedDated, ask: Meanings): Meant {
  for (const layer of [...value.layers].reverse()) {
    if (compareDates(ask.asOf, layer.from) >= 0) return ask.value(layer.value);
  }
  return value.before === undefined ? NONE : ask.expression(value.before);
}

/** Only the layer in force is built: a plan is made for one day. */
export function lower(value: CheckedDated, build: Builder): Handle {
  const begun = value.layers.filter(({ from }) => compareDates(from, build.asOf) <= 0);
  const current = begun[begun.length - 1];
  if (current !== undefined) return build.value(current.value);
  return value.before === undefined ? build.none() : build.expression(value.before);
}

export function reads(value: CheckedDated, nested: Nested): readonly Reading[] {
  const { asOf } = nested;
  const begun = value.layers.filter(({ from }) => asOf === undefined || compareDates(from, asOf) <= 0);
  const before = value.before === undefined ? [] : readings(value.before);
  if (asOf === undefined) return [...begun.flatMap((layer) => nested.value(layer.value)), ...before];
  const current = begun[begun.length - 1];
  return current === undefined ? before : nested.value(current.value);
}

export function type(value: CheckedDated, typeOf: (value: CheckedValue) => Type | null): Type | null {
  const [first] = value.layers;
  return first === undefined ? null : typeOf(first.value);
}
