import * as z from 'zod';
import { decimalPlaces, type Exact, fromExact, only } from '../../../value/index.js';
import type { Reading, Wanted } from '../../formula/index.js';
import { idSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { Builder, Extent, Handle, Meanings, Meant, Raw, ValueChecker } from '../contract.js';
import { heldExtent } from '../extent.js';
import { lowerTogether, meantTogether } from '../held.js';
import type { Take } from '../section/document.js';
import type { CategoriesDocument, CheckedCategories } from './document.js';

/** `categories: best`, `sum` or `least` of the points that categories give; `only` some of them. */
export const partSchema = () =>
  z.strictObject({
    categories: z.enum(['best', 'sum', 'least']),
    only: z.array(idSlot()).min(1).optional(),
  });
export const identifies = ['categories'];

export function expand(raw: Raw): CategoriesDocument {
  const document: CategoriesDocument = { kind: 'categories', take: raw.categories as Take };
  // A set, written as a list: its order says nothing.
  return raw.only === undefined ? document : { ...document, only: [...(raw.only as string[])].sort() };
}

const extentOfPoints = (points: Exact): Extent => {
  const places = decimalPlaces(points);
  return { range: only(points), places, size: places ?? String(points.d).length };
};

/** A category that is named twice would count twice: `rules.duplicateOption`. */
export function check(
  document: CategoriesDocument,
  path: Path,
  _wanted: Wanted,
  checker: ValueChecker,
): CheckedCategories | null {
  const at = document.only === undefined ? path : [...path, 'only'];
  const twice = document.only?.find((id, i, all) => all.indexOf(id) < i);
  if (twice !== undefined)
    return checker.refuse('rules.duplicateOption', [...at, twice], { option: twice, choice: 'only' });
  const points = checker.categoryPoints(document.only, at);
  if (points === null) return null;
  const extent = heldExtent(
    document.take,
    points.map(([, given]) => extentOfPoints(given)),
  );
  return { kind: 'categories', take: document.take, points, extent };
}

export function meaning(value: CheckedCategories, ask: Meanings): Meant {
  const cases = value.points.map(([id, points]) => ({
    holds: () => ask.category(id),
    is: () => fromExact(points),
  }));
  return meantTogether(value.take, cases);
}

export function lower(value: CheckedCategories, build: Builder): Handle {
  const cases = value.points.map(([id, points]) => ({
    when: build.category(id),
    is: build.constant(points),
  }));
  return lowerTogether(value.take, cases, build);
}

export function reads(value: CheckedCategories): readonly Reading[] {
  return value.points.map(([id]) => ({ kind: 'category', id }));
}

/** Points. */
export function type(): null {
  return null;
}
