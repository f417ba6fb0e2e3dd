import * as z from 'zod';
import type { Exact, Quotient } from '../../../value/index.js';
import { compare, compareWritten, formatExact, fromExact, order } from '../../../value/index.js';
import { type Expression, type Reading, readings, type Type, type Wanted } from '../../formula/index.js';
import { formulaSlot, numberSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import { filled } from '../filled.js';
import { lookedAt, nothingIn, settled } from '../settle.js';
import type { BandsDocument, CheckedBands, Edge } from './document.js';

const cuts = () => filled(z.record(numberSlot(), formulaSlot()));
const listed = () =>
  z
    .array(
      z.union([
        z.strictObject({ below: numberSlot(), is: formulaSlot() }),
        z.strictObject({ up_to: numberSlot(), is: formulaSlot() }),
      ]),
    )
    .min(1);

/** One of `below`, `up_to`, `from`, or a list `bands` where both kinds of end meet; always `otherwise`. */
export const banded = (of: z.ZodRawShape) =>
  z.union([
    z.strictObject({ ...of, below: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ ...of, up_to: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ ...of, from: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ ...of, bands: listed(), otherwise: formulaSlot() }),
  ]);

export const schema = () => banded({ of: formulaSlot() });
export const partSchema = schema;
export const identifies = ['below', 'up_to', 'from', 'bands'];

type Band = BandsDocument['bands'][number];

function bandsOf(raw: Raw, to: Expander): Band[] {
  if (Array.isArray(raw.bands)) {
    return (raw.bands as readonly Readonly<Record<string, string>>[]).map((band) => {
      const edge: Edge = band.below === undefined ? 'up_to' : 'below';
      return { edge, cut: to.number(band[edge] as string), is: to.formula(band.is as string) };
    });
  }
  const edge: Edge = raw.below !== undefined ? 'below' : raw.up_to !== undefined ? 'up_to' : 'from';
  const bands = Object.entries(raw[edge] as Readonly<Record<string, string>>).map(
    ([cut, is]): Band => ({ edge, cut: to.number(cut), is: to.formula(is) }),
  );
  // A mapping has no order: the cuts are put in theirs.
  const rising = bands.sort((a, b) => compareWritten(a.cut, b.cut));
  return edge === 'from' ? rising.reverse() : rising;
}

export function expand(raw: Raw, to: Expander): BandsDocument {
  return {
    kind: 'bands',
    of: to.formula(String(raw.of)),
    bands: bandsOf(raw, to),
    otherwise: to.formula(String(raw.otherwise)),
  };
}

/** Cuts must strictly follow one another; at one cut, `below` may come before `up_to`. */
function cutsOf(document: BandsDocument, path: Path, checker: ValueChecker): readonly Exact[] | null {
  const found = document.bands.map(({ cut }, i) => checker.constant(cut, [...path, 'bands', i]));
  for (const [i, band] of document.bands.entries()) {
    const [before, cut] = [found[i - 1], found[i]];
    if (before === undefined || cut === undefined) continue;
    const step = compare(before, cut) * (band.edge === 'from' ? -1 : 1);
    const meets = step === 0 && document.bands[i - 1]?.edge === 'below' && band.edge === 'up_to';
    if (step < 0 || meets) continue;
    return checker.refuse('rules.cutsNotIncreasing', [...path, 'bands', i], {
      cut: formatExact(cut),
      before: formatExact(before),
    });
  }
  return found;
}

/**
 * Looks at a number that is never none; a date has no bands, since no day stands alone: see `recent`. Issues:
 * `rules.type`, `rules.maybeNone`, `rules.cutsNotIncreasing`, those of formulas.
 */
export function check(
  document: BandsDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedBands | null {
  if (nothingIn(document.bands, 'bands', path, checker)) return null;
  const of = lookedAt({ text: document.of, path: [...path, 'of'] }, { kind: 'anyNumber' }, checker);
  const cuts = of === null ? null : cutsOf(document, path, checker);
  if (of === null || cuts === null) return null;
  const said = document.bands.map((band, i) => ({ text: band.is, path: [...path, 'bands', i, 'is'] }));
  const values = settled(
    [...said, { text: document.otherwise, path: [...path, 'otherwise'] }],
    wanted,
    checker,
  );
  if (values === null) return null;
  const bands = document.bands.map((band, i) => ({
    edge: band.edge,
    cut: cuts[i] as Exact,
    is: values[i] as Expression,
  }));
  const otherwise = values[bands.length] as Expression;
  return { kind: 'bands', of, bands, otherwise, extent: extentOf(values) };
}

export function meaning(value: CheckedBands, ask: Meanings): Meant {
  const of = ask.expression(value.of) as Quotient | undefined;
  if (of === undefined) return undefined;
  for (const band of value.bands) {
    const side = order(of, fromExact(band.cut));
    const inside = band.edge === 'below' ? side < 0 : band.edge === 'up_to' ? side <= 0 : side >= 0;
    if (inside) return ask.expression(band.is);
  }
  return ask.expression(value.otherwise);
}

export function lower(value: CheckedBands, build: Builder): Handle {
  const of = build.expression(value.of);
  return value.bands.reduceRight<Handle>((otherwise, band) => {
    const cut = build.constant(band.cut);
    const inside =
      band.edge === 'below'
        ? build.compare('<', of, cut)
        : band.edge === 'up_to'
          ? build.compare('<=', of, cut)
          : build.compare('<=', cut, of);
    return build.select(inside, build.expression(band.is), otherwise);
  }, build.expression(value.otherwise));
}

export function reads(value: CheckedBands): readonly Reading[] {
  return [
    ...readings(value.of),
    ...value.bands.flatMap((band) => readings(band.is)),
    ...readings(value.otherwise),
  ];
}

export function type(value: CheckedBands): Type | null {
  return value.otherwise.type;
}
