import * as z from 'zod';
import type { Quotient } from '../../../value/index.js';
import { compare, formatExact, fromExact, order, quotient } from '../../../value/index.js';
import type { Expression, Wanted } from '../../formula/index.js';
import { formulaSlot, numberSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Expander, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { extentOf } from '../extent.js';
import type { BandsDocument, CheckedBands, Edge } from './document.js';

const cuts = () => z.record(numberSlot(), formulaSlot());
const listed = () =>
  z.array(
    z.union([
      z.strictObject({ below: numberSlot(), is: formulaSlot() }),
      z.strictObject({ up_to: numberSlot(), is: formulaSlot() }),
    ]),
  );

/** `of` with one of `below`, `up_to`, `from`, or a list `bands` where both kinds of end meet; always `otherwise`. */
export const schema = () =>
  z.union([
    z.strictObject({ of: formulaSlot(), below: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ of: formulaSlot(), up_to: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ of: formulaSlot(), from: cuts(), otherwise: formulaSlot() }),
    z.strictObject({ of: formulaSlot(), bands: listed(), otherwise: formulaSlot() }),
  ]);
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
  const rising = bands.sort((a, b) => order(quotient(a.cut), quotient(b.cut)));
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
export function check(
  document: BandsDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedBands | null {
  const of = checker.formula(document.of, [...path, 'of'], { kind: 'anyNumber' });
  if (of === null) return null;
  const bands: { edge: Edge; cut: ReturnType<ValueChecker['constant']>; is: Expression }[] = [];
  let settled = wanted;
  for (const [i, band] of document.bands.entries()) {
    const cut = checker.constant(band.cut);
    const previous = bands[i - 1];
    if (previous !== undefined) {
      const step = compare(previous.cut, cut) * (band.edge === 'from' ? -1 : 1);
      const meets = step === 0 && previous.edge === 'below' && band.edge === 'up_to';
      if (step >= 0 && !meets) {
        return checker.refuse('rules.cutsNotIncreasing', [...path, 'bands', i], {
          cut: formatExact(cut),
          before: formatExact(previous.cut),
        });
      }
    }
    const is = checker.formula(band.is, [...path, 'bands', i, 'is'], settled);
    if (is === null) return null;
    if (settled.kind === 'any') settled = is.type;
    bands.push({ edge: band.edge, cut, is });
  }
  const otherwise = checker.formula(document.otherwise, [...path, 'otherwise'], settled);
  if (otherwise === null) return null;
  return {
    kind: 'bands',
    of,
    bands,
    otherwise,
    extent: extentOf([...bands.map((band) => band.is), otherwise]),
  };
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
