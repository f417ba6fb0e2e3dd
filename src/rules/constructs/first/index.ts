import * as z from 'zod';
import {
  type Expression,
  type Narrowing,
  type Reading,
  readings,
  type Type,
  type Wanted,
} from '../../formula/index.js';
import { formulaSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import { condition, type Said, settled } from '../settle.js';
import type { CheckedFirst, FirstDocument } from './document.js';

type Entry = Readonly<Record<string, string>>;

/** Exactly one `otherwise`, and nothing behind it, where it could never be reached. */
const cases = <K extends string>(is: K) =>
  z
    .array(
      z.union([
        z.strictObject({ when: formulaSlot(), [is]: formulaSlot() }),
        z.strictObject({ otherwise: formulaSlot() }),
      ]),
    )
    .min(1)
    .superRefine((entries: readonly object[], issues) => {
      const at = entries.findIndex((one) => 'otherwise' in one);
      if (at === entries.length - 1) return;
      issues.addIssue({
        code: 'custom',
        message: 'rules.otherwiseLast',
        path: [at < 0 ? entries.length - 1 : at],
      });
    });

/** `first: [{ when, is }, …, { otherwise }]` of a figure; with `points` in a part. */
export const schema = () => z.strictObject({ first: cases('is') });
export const partSchema = () => z.strictObject({ first: cases('points') });
export const identifies = ['first'];

export function expand(raw: Raw, to: Expander): FirstDocument {
  const entries = raw.first as readonly Entry[];
  return {
    kind: 'first',
    cases: entries.slice(0, -1).map((one) => ({
      when: to.formula(one.when as string),
      is: to.formula((one.is ?? one.points) as string),
    })),
    otherwise: to.formula(entries[entries.length - 1]?.otherwise as string),
  };
}

/** A case stands behind its own condition that holds and those before it that do not. */
export function check(
  document: FirstDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedFirst | null {
  const conditions: Expression[] = [];
  const said: Said[] = [];
  let before: Narrowing | undefined;
  for (const [i, one] of document.cases.entries()) {
    const at = [...path, 'cases', i];
    const when = condition(
      { text: one.when, path: [...at, 'when'], ...(before === undefined ? {} : { given: before }) },
      checker,
    );
    // What follows stands behind it: nothing can be said of that.
    if (when === null) return null;
    conditions.push(when);
    said.push({ text: one.is, path: [...at, 'is'], given: checker.narrowed(when, true, before) });
    before = checker.narrowed(when, false, before);
  }
  const last = { text: document.otherwise, path: [...path, 'otherwise'] };
  const values = settled(
    [...said, before === undefined ? last : { ...last, given: before }],
    wanted,
    checker,
  );
  if (values === null) return null;
  return {
    kind: 'first',
    cases: conditions.map((when, i) => ({ when, is: values[i] as Expression })),
    otherwise: values[values.length - 1] as Expression,
    extent: extentOf(values),
  };
}

export function meaning(value: CheckedFirst, ask: Meanings): Meant {
  for (const one of value.cases) {
    const holds = ask.expression(one.when);
    if (holds === undefined) return undefined;
    if (holds === true) return ask.expression(one.is);
  }
  return ask.expression(value.otherwise);
}

export function lower(value: CheckedFirst, build: Builder): Handle {
  return value.cases.reduceRight<Handle>(
    (otherwise, one) => build.select(build.expression(one.when), build.expression(one.is), otherwise),
    build.expression(value.otherwise),
  );
}

export function reads(value: CheckedFirst): readonly Reading[] {
  return [
    ...value.cases.flatMap((one) => [...readings(one.when), ...readings(one.is)]),
    ...readings(value.otherwise),
  ];
}

export function type(value: CheckedFirst): Type | null {
  return value.otherwise.type;
}
