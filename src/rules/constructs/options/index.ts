import * as z from 'zod';
import { exact } from '../../../value/index.js';
import {
  describeType,
  type Expression,
  type Reading,
  readings,
  type Type,
  type Wanted,
} from '../../formula/index.js';
import { formulaSlot, idSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import { lookedAt } from '../settle.js';
import { valuesByOption } from '../total.js';
import type { CheckedOptions, OptionsDocument } from './document.js';

const members = () => ({ options: z.record(idSlot(), formulaSlot()), otherwise: formulaSlot().optional() });

/** `by: choice` of a figure or amount; `of: choice` of a part. */
export const schema = () => z.strictObject({ by: formulaSlot(), ...members() });
export const partSchema = () => z.strictObject({ of: formulaSlot(), ...members() });
export const identifies = ['options'];

export function expand(raw: Raw, to: Expander): OptionsDocument {
  const options = raw.options as Readonly<Record<string, string>>;
  const long = Object.fromEntries(Object.entries(options).map(([id, value]) => [id, to.formula(value)]));
  const document: OptionsDocument = {
    kind: 'options',
    of: to.formula(String(raw.by ?? raw.of)),
    options: long,
  };
  return raw.otherwise === undefined
    ? document
    : { ...document, otherwise: to.formula(String(raw.otherwise)) };
}

/**
 * Looks at a choice that is never none. Issues: `rules.type`, `rules.maybeNone`, `rules.unknownOption`,
 * `rules.optionsNotTotal`, those of formulas.
 */
export function check(
  document: OptionsDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedOptions | null {
  const at = [...path, 'of'];
  const of = lookedAt({ text: document.of, path: at }, { kind: 'any' }, checker);
  if (of === null) return null;
  if (of.type.kind !== 'choice')
    return checker.refuse('rules.type', at, { found: describeType(of.type), needed: 'choice' });
  const values = valuesByOption(document, of.type.choice, path, wanted, checker);
  return values === null ? null : { kind: 'options', of, values, extent: extentOf(values) };
}

export function meaning(value: CheckedOptions, ask: Meanings): Meant {
  const option = ask.expression(value.of) as number | undefined;
  return option === undefined ? undefined : ask.expression(value.values[option] as Expression);
}

export function lower(value: CheckedOptions, build: Builder): Handle {
  const of = build.expression(value.of);
  const values = value.values.map((e) => build.expression(e));
  const last = values[values.length - 1] as Handle;
  return values
    .slice(0, -1)
    .reduceRight<Handle>(
      (otherwise, then, i) =>
        build.select(build.compare('=', of, build.constant(exact(BigInt(i)))), then, otherwise),
      last,
    );
}

export function reads(value: CheckedOptions): readonly Reading[] {
  return [...readings(value.of), ...value.values.flatMap(readings)];
}

export function type(value: CheckedOptions): Type | null {
  return value.values[0]?.type ?? null;
}
