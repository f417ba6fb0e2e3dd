import * as z from 'zod';
import { type CivilDate, compareDates, fromDay, shiftDate, toDay } from '../../../value/index.js';
import {
  DATE,
  type Expression,
  type Reading,
  readings,
  type Type,
  type Wanted,
} from '../../formula/index.js';
import { formulaSlot, spanSlot } from '../../schema/slots.js';
import { canonicalSpan, parseSpan, type Span } from '../../span.js';
import type { Path } from '../../text/index.js';
import {
  type Builder,
  type Expander,
  type Handle,
  type Meanings,
  type Meant,
  NONE,
  type Raw,
  type ValueChecker,
} from '../contract.js';
import { extentOf } from '../extent.js';
import { filled } from '../filled.js';
import { nothingIn, settled } from '../settle.js';
import type { CheckedRecent, RecentDocument } from './document.js';
import { compareSpans, lengthOf, spanOrder } from './length.js';

const spans = () => filled(z.record(spanSlot(), formulaSlot()));
const listed = () =>
  z
    .array(
      z.union([
        z.strictObject({ below: spanSlot(), is: formulaSlot() }),
        z.strictObject({ up_to: spanSlot(), is: formulaSlot() }),
      ]),
    )
    .min(1);

/** `recent: date` with `up_to` or `below`, or a list `bands` where both meet; always `otherwise`. */
export const partSchema = () =>
  z.union([
    z.strictObject({ recent: formulaSlot(), up_to: spans(), otherwise: formulaSlot() }),
    z.strictObject({ recent: formulaSlot(), below: spans(), otherwise: formulaSlot() }),
    z.strictObject({ recent: formulaSlot(), bands: listed(), otherwise: formulaSlot() }),
  ]);
export const identifies = ['recent'];

type Band = RecentDocument['bands'][number];

function bandsOf(raw: Raw, to: Expander): readonly Band[] {
  if (Array.isArray(raw.bands)) {
    return (raw.bands as readonly Readonly<Record<string, string>>[]).map((band) => {
      const edge = band.below === undefined ? 'up_to' : 'below';
      return { edge, span: canonicalSpan(band[edge] as string), is: to.formula(band.is as string) };
    });
  }
  const edge = raw.below === undefined ? 'up_to' : 'below';
  const bands = Object.entries(raw[edge] as Readonly<Record<string, string>>).map(
    ([span, is]): Band => ({ edge, span: canonicalSpan(span), is: to.formula(is) }),
  );
  // A mapping has no order: the spans are put in theirs.
  const length = (band: Band): Span => parseSpan(band.span) ?? { count: 0, unit: 'day' };
  return bands.sort((a, b) => spanOrder(length(a), length(b)) || (a.span < b.span ? -1 : 1));
}

export function expand(raw: Raw, to: Expander): RecentDocument {
  return {
    kind: 'recent',
    of: to.formula(String(raw.recent)),
    bands: bandsOf(raw, to),
    otherwise: to.formula(String(raw.otherwise)),
  };
}

/** Spans must follow one another whatever the day; at one span, `below` may come before `up_to`. */
function spansOf(document: RecentDocument, path: Path, checker: ValueChecker): readonly Span[] | null {
  const found: Span[] = [];
  for (const [i, band] of document.bands.entries()) {
    const at = [...path, 'bands', i];
    const span = parseSpan(band.span);
    if (span === null) return checker.refuse('rules.span', at, { found: band.span });
    const byMonth = span.unit === 'month' || span.unit === 'year';
    if (byMonth && checker.dates.month_end === undefined)
      return checker.refuse('rules.dateRuleMissing', at, { rule: 'month_end' });
    const before = found[i - 1];
    if (before !== undefined) {
      const order = compareSpans(before, span);
      const meets = order === 0 && document.bands[i - 1]?.edge === 'below' && band.edge === 'up_to';
      if (order !== -1 && !meets)
        return checker.refuse('rules.cutsNotIncreasing', at, {
          cut: band.span,
          before: document.bands[i - 1]?.span ?? '',
        });
    }
    found.push(span);
  }
  return found;
}

/**
 * Looks at a date, which may be none. Issues: `rules.type`, `rules.span`, `rules.dateRuleMissing`,
 * `rules.cutsNotIncreasing`, those of formulas.
 */
export function check(
  document: RecentDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedRecent | null {
  if (nothingIn(document.bands, 'bands', path, checker)) return null;
  const of = checker.formula(document.of, [...path, 'of'], DATE);
  const found = of === null ? null : spansOf(document, path, checker);
  if (of === null || found === null) return null;
  const said = document.bands.map((band, i) => ({ text: band.is, path: [...path, 'bands', i, 'is'] }));
  const last = { text: document.otherwise, path: [...path, 'otherwise'] };
  const values = settled([...said, last], wanted, checker);
  if (values === null) return null;
  const bands = document.bands.map((band, i) => ({
    edge: band.edge,
    span: found[i] as Span,
    is: values[i] as Expression,
  }));
  return {
    kind: 'recent',
    of,
    bands,
    otherwise: values[bands.length] as Expression,
    extent: extentOf(values),
  };
}

/** The first band that has not ended on `as_of`, counted from the event. */
export function meaning(value: CheckedRecent, ask: Meanings): Meant {
  const event = ask.expression(value.of) as CivilDate | typeof NONE | undefined;
  if (event === undefined) return undefined;
  if (event === NONE) return ask.expression(value.otherwise);
  for (const { edge, span, is } of value.bands) {
    const side = compareDates(ask.asOf, shiftDate(event, span.count, span.unit, ask.dates));
    if (edge === 'up_to' ? side <= 0 : side < 0) return ask.expression(is);
  }
  return ask.expression(value.otherwise);
}

/**
 * The earliest day of an event that is still inside a band. A later event ends later, so the days that are inside have
 * a first one: it is looked for between a day that the longest span cannot reach and one that is inside without any.
 */
function earliestInside(band: CheckedRecent['bands'][number], build: Builder): CivilDate {
  const today = toDay(build.asOf);
  const inside = (day: number): boolean => {
    const end = toDay(shiftDate(fromDay(day), band.span.count, band.span.unit, build.dates));
    return band.edge === 'up_to' ? today <= end : today < end;
  };
  let outside = today - lengthOf(band.span).most - 1;
  let first = today + 1;
  while (first - outside > 1) {
    const sum = first + outside;
    const middle = (sum - (sum % 2)) / 2;
    if (inside(middle)) first = middle;
    else outside = middle;
  }
  return fromDay(first);
}

/**
 * Bands by the day of the event: each begins at the earliest day that is inside it. Where there may be no event the bands
 * look at some day instead, so that while it is not known the points are never taken for none.
 */
export function lower(value: CheckedRecent, build: Builder): Handle {
  const event = build.expression(value.of);
  const maybeNone = value.of.maybeNone === true;
  const of = maybeNone ? build.ifNone(event, build.day(build.asOf)) : event;
  const otherwise = build.expression(value.otherwise);
  const within = value.bands.reduceRight<Handle>((rest, band) => {
    const reached = build.compare('<=', build.day(earliestInside(band, build)), of);
    return build.select(reached, build.expression(band.is), rest);
  }, otherwise);
  return maybeNone ? build.select(build.isNone(event), otherwise, within) : within;
}

export function reads(value: CheckedRecent): readonly Reading[] {
  return [
    ...readings(value.of),
    ...value.bands.flatMap((band) => readings(band.is)),
    ...readings(value.otherwise),
  ];
}

export function type(value: CheckedRecent): Type | null {
  return value.otherwise.type;
}
