import * as z from 'zod';
import { greatestOf, larger, leastOf, plus, smaller } from '../../../value/index.js';
import type { Reading, Wanted } from '../../formula/index.js';
import { idSlot } from '../../schema/slots.js';
import type { Path } from '../../text/index.js';
import type { CheckedPart } from '../checked.js';
import type {
  Builder,
  Expander,
  Extent,
  Handle,
  Meanings,
  Meant,
  Nested,
  Raw,
  ValueChecker,
} from '../contract.js';
import { extentOf, sumExtent } from '../extent.js';
import type { CheckedSection, SectionDocument, Take } from './document.js';

/** `parts: { id: part }` with `take`; given the schema of a part, since parts nest. */
export const partSchema = (part: z.ZodType) =>
  z.strictObject({ take: z.enum(['sum', 'best', 'least']).optional(), parts: z.record(idSlot(), part) });
export const identifies = ['parts'];

export function expand(raw: Raw, to: Expander): SectionDocument {
  const parts = Object.entries(raw.parts as Readonly<Record<string, Raw>>).map(
    ([id, part]) => [id, to.part(part)] as const,
  );
  return { kind: 'section', take: (raw.take as Take | undefined) ?? 'sum', parts: Object.fromEntries(parts) };
}

function together(take: Take, parts: readonly CheckedPart[]): Extent {
  const extents = parts.map((part) => part.extent);
  if (take === 'sum') return sumExtent(extents);
  const all = extentOf(extents);
  const ranges = extents.map((extent) => extent.range).filter((range) => range !== undefined);
  return all.range === undefined
    ? all
    : { ...all, range: ranges.reduce(take === 'best' ? greatestOf : leastOf) };
}

export function check(
  document: SectionDocument,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): CheckedSection | null {
  const ids = Object.keys(document.parts).sort();
  if (ids.length === 0) return checker.refuse('rules.emptySection', path);
  const parts: CheckedPart[] = [];
  for (const id of ids) {
    const part = checker.part(
      document.parts[id] as SectionDocument['parts'][string],
      [...path, 'parts', id],
      wanted,
    );
    if (part !== null) parts.push(part);
  }
  return parts.length < ids.length
    ? null
    : { kind: 'section', take: document.take, parts, extent: together(document.take, parts) };
}

export function meaning(value: CheckedSection, ask: Meanings): Meant {
  const points = value.parts.map((part) => ask.part(part));
  return points.reduce(value.take === 'sum' ? plus : value.take === 'best' ? larger : smaller);
}

export function lower(value: CheckedSection, build: Builder): Handle {
  const points = value.parts.map((part) => build.part(part));
  return value.take === 'sum'
    ? build.sum(points)
    : value.take === 'best'
      ? build.greatest(points)
      : build.least(points);
}

export function reads(value: CheckedSection, nested: Nested): readonly Reading[] {
  return value.parts.flatMap((part) => nested.part(part));
}

/** Points, as its place says. */
export function type(): null {
  return null;
}
