import * as z from 'zod';
import { exact } from '../../../value/index.js';
import type { Expression, Wanted } from '../../formula/index.js';
import { nearest } from '../../names.js';
import { formulaSlot, idSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
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

/** Every option must be said, or `otherwise`; an option that the choice does not have is an error. */
export function check(
  document: OptionsDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedOptions | null {
  const of = checker.formula(document.of, [...path, 'of'], { kind: 'any' });
  if (of === null) return null;
  if (of.type.kind !== 'choice') {
    const found = of.type.kind === 'number' ? 'number' : 'flag';
    return checker.refuse('rules.type', [...path, 'of'], { found, needed: 'choice' });
  }
  const known = checker.options(of.type.choice);
  for (const option of Object.keys(document.options)) {
    if (known.includes(option)) continue;
    const near = nearest(option, known);
    const values = { option, choice: of.type.choice, options: known.join(', ') };
    checker.refuse(
      'rules.unknownOption',
      [...path, 'options', option],
      near === null ? values : { ...values, near },
    );
    return null;
  }
  const missing = known.filter((option) => document.options[option] === undefined);
  if (missing.length > 0 && document.otherwise === undefined) {
    return checker.refuse('rules.optionsNotTotal', [...path, 'options'], {
      choice: of.type.choice,
      missing: missing.join(', '),
    });
  }
  const values: Expression[] = [];
  let settled = wanted;
  for (const option of known) {
    const said = document.options[option];
    const at = said === undefined ? [...path, 'otherwise'] : [...path, 'options', option];
    const value = checker.formula(said ?? (document.otherwise as string), at, settled);
    if (value === null) return null;
    if (settled.kind === 'any') settled = value.type;
    values.push(value);
  }
  return { kind: 'options', of, values, extent: extentOf(values) };
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
